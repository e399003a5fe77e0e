import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A blob whose content arrives in several requests, perhaps days apart. What has arrived is on the disk and counts,
/// whatever ends in between: a connection, the server, the machine.
extension BlobStore {
    private func path(ofPartial id: Identifier) -> String { "\(uploadFolder)/partial-\(id)" }

    /// How many bytes have arrived; 0 for one that has not begun.
    public func partialSize(_ id: Identifier) throws -> Int {
        let path = path(ofPartial: id)
        guard DurableFile.exists(path) else { return 0 }
        let file = try DurableFile.openToRead(path)
        defer { file.close() }
        return try file.size()
    }

    /// Goes on where the content ended.
    /// - Parameters:
    ///   - offset: the number of bytes the sender believes to have arrived.
    ///   - limit: the most bytes in all.
    /// - Throws: `StorageError` `wrongOffset` where another number has arrived; `busy` while another request writes.
    public func resumePartial(_ id: Identifier, at offset: Int, limit: Int) throws -> PartialBlobWriter {
        try PartialBlobWriter(path: path(ofPartial: id), offset: offset, limit: limit)
    }

    /// Stores what has arrived as a blob. The arrived part stays until it is removed, so that a crash in between loses
    /// nothing.
    public func storePartial(_ id: Identifier) throws -> BlobHash {
        try put(contentsOfFile: path(ofPartial: id), limit: .max)
    }

    /// Removes what has arrived; nothing happens where there is nothing.
    public func removePartial(_ id: Identifier) throws {
        try DurableFile.remove(path(ofPartial: id))
    }
}

/// Appends to a partial blob; one at a time. To be closed.
public final class PartialBlobWriter {
    private let file: DurableFile
    private let limit: Int
    /// How many bytes have arrived.
    public private(set) var offset: Int

    init(path: String, offset: Int, limit: Int) throws {
        file = try DurableFile.openToAppend(path)
        self.limit = limit
        self.offset = 0
        do {
            try file.lock()
            self.offset = try file.size()
            guard self.offset == offset else {
                throw StorageError(
                    .wrongOffset, "\(self.offset) bytes have arrived, not \(offset).",
                    advice: "Ask how many have arrived and go on from there."
                )
            }
        } catch {
            file.close()
            throw error
        }
    }

    /// Takes the next piece.
    /// - Throws: `StorageError` `tooLarge` when the limit is passed; nothing of the piece is kept then.
    public func append(_ piece: some Sequence<UInt8>) throws {
        let bytes = Array(piece)
        guard bytes.count <= limit - offset else {
            throw StorageError(
                .tooLarge, "The content has more than \(limit) bytes.", advice: "Send what was announced."
            )
        }
        try bytes.withUnsafeBytes { try file.write($0) }
        offset += bytes.count
    }

    /// Makes what has arrived durable and lets others go on.
    public func close() throws {
        defer { file.close() }
        try file.synchronize()
    }
}
