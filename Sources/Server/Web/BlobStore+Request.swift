import Hummingbird
import NIOCore
import Storage

extension BlobStore {
    /// Keeps the body of a request as it arrives.
    /// - Throws: `StorageError` `too-large` for one that is longer than the limit, bytes; nothing is kept then.
    func store(_ body: RequestBody, limit: Int) async throws -> BlobHash {
        let upload = try startUpload(limit: limit)
        do {
            for try await piece in body { try upload.append(piece.readableBytesView) }
            return try upload.finish()
        } catch {
            upload.discard()
            throw error
        }
    }
}
