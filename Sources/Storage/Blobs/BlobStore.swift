import Foundation

/// Scans, pictures and documents in a folder, each under the hash of its content.
///
/// Content is written beside its place, made durable, and moved there in one step: under a name there is the whole
/// content or nothing. The same content is stored once.
public struct BlobStore: Sendable {
    /// The folder.
    public let folder: String

    /// Opens the store in a folder, which is made when it is not there.
    public init(folder: String) throws {
        self.folder = folder
        try DurableFile.makeFolder(folder)
        try DurableFile.makeFolder(uploadFolder)
    }

    var uploadFolder: String { folder + "/uploads" }

    /// Stores the content and returns its name once it is durable.
    public func put(_ content: some Sequence<UInt8>) throws -> BlobHash {
        let upload = try startUpload(limit: .max)
        try upload.append(content)
        return try upload.finish()
    }

    /// Stores a copy of a file, read piece by piece.
    /// Throws `StorageError.Code.tooLarge` when it has more bytes than the limit.
    public func put(contentsOfFile path: String, limit: Int) throws -> BlobHash {
        let upload = try startUpload(limit: limit)
        let source = try DurableFile.openToRead(path)
        defer { source.close() }
        while let piece = try source.read(atMost: 1 << 18) { try upload.append(piece) }
        return try upload.finish()
    }

    /// Begins a blob whose pieces arrive one after the other, with at most `limit` bytes in all.
    public func startUpload(limit: Int) throws -> BlobUpload {
        try BlobUpload(store: self, limit: limit)
    }

    /// The whole content.
    ///
    /// - Parameter verifying: whether the content is hashed again and compared with its name.
    /// - Throws: `StorageError.Code.notFound`, or `corrupt` when the content is not what its name says.
    public func get(_ hash: BlobHash, verifying: Bool = true) throws -> [UInt8] {
        let file = try DurableFile.openToRead(path(of: hash))
        defer { file.close() }
        var content: [UInt8] = []
        content.reserveCapacity(try file.size())
        while let piece = try file.read(atMost: 1 << 20) { content += piece }
        if verifying, BlobHash(of: content) != hash {
            throw StorageError(
                .corrupt,
                "The content of blob \(hash) is not what its name says.",
                advice: "Restore the file from the latest backup and check the disk."
            )
        }
        return content
    }

    /// Whether the content is there.
    public func exists(_ hash: BlobHash) -> Bool {
        DurableFile.exists(path(of: hash))
    }

    /// Number of bytes of the content; throws `StorageError.Code.notFound`.
    public func size(_ hash: BlobHash) throws -> Int {
        let file = try DurableFile.openToRead(path(of: hash))
        defer { file.close() }
        return try file.size()
    }

    /// Removes the content; nothing happens when it is not there. The caller knows that nothing refers to it.
    public func remove(_ hash: BlobHash) throws {
        try DurableFile.remove(path(of: hash))
    }

    /// The file of the content, for sending it without reading it first.
    public func path(of hash: BlobHash) -> String {
        shard(of: hash) + "/" + hash.description
    }

    /// 65,536 folders in two levels keep each small for many millions of blobs.
    func shard(of hash: BlobHash) -> String {
        let name = hash.description
        return "\(folder)/\(name.prefix(2))/\(name.dropFirst(2).prefix(2))"
    }

    /// Removes what uploads cut off by a crash left behind. To be called when no upload is running.
    public func removeLeftovers() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: uploadFolder) {
            try DurableFile.remove(uploadFolder + "/" + name)
        }
    }
}
