/// A blob whose content is still arriving. Given up, it leaves nothing behind.
public final class BlobUpload {
    private let store: BlobStore
    private let limit: Int
    private let path: String
    private var file: DurableFile?
    private var hash = SHA256.Stream()
    /// Number of bytes taken so far.
    public private(set) var count = 0

    init(store: BlobStore, limit: Int) throws {
        self.store = store
        self.limit = limit
        path = store.uploadFolder + "/" + Identifier.make().description
        file = try DurableFile.create(path)
    }

    deinit {
        discard()
    }

    /// Takes the next piece.
    /// Throws `StorageError.Code.tooLarge` when the limit is passed, `full` or `io` when it cannot be written.
    public func append(_ piece: some Sequence<UInt8>) throws {
        if try piece.withContiguousStorageIfAvailable({ try append(UnsafeRawBufferPointer($0)) }) == nil {
            try Array(piece).withUnsafeBytes { try append($0) }
        }
    }

    private func append(_ bytes: UnsafeRawBufferPointer) throws {
        guard let file else { throw StorageError.uploadEnded }
        guard bytes.count <= limit - count else {
            discard()
            throw StorageError(
                .tooLarge,
                "The content has more than \(limit) bytes.",
                advice: "Send a smaller file."
            )
        }
        do {
            try file.write(bytes)
        } catch {
            discard()
            throw error
        }
        hash.update(bytes)
        count += bytes.count
    }

    /// Ends the content, makes it durable under its hash and returns that.
    public func finish() throws -> BlobHash {
        guard let file else { throw StorageError.uploadEnded }
        defer { discard() }
        let name = BlobHash(hash: hash.finish())
        let shard = store.shard(of: name)
        if !store.exists(name) {
            try file.synchronize()
            try DurableFile.makeFolder(shard)
            try DurableFile.move(path, to: store.path(of: name))
        }
        // Also when the content was there: its own writer may not have come to this point yet.
        try DurableFile.synchronizeFolder(shard)
        return name
    }

    /// Gives the upload up and removes what was written.
    public func discard() {
        guard let file else { return }
        self.file = nil
        file.close()
        try? DurableFile.remove(path)
    }
}

extension StorageError {
    fileprivate static let uploadEnded = StorageError(
        .statement,
        "The upload has ended.",
        advice: "Start a new one."
    )
}
