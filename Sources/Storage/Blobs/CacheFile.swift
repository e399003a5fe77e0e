import Foundation

/// A file of what can be made again from the database: replaced whole or not at all, and never trusted to be there.
public struct CacheFile: Sendable {
    private let path: String

    /// The file of a name in a folder, which is made when the file is written.
    public init(folder: String, name: String) {
        path = folder + "/" + name
    }

    /// Takes the next bytes of the file.
    public typealias Writer = (UnsafeRawBufferPointer) throws -> Void
    /// Fills a buffer with the next bytes of the file; throws `StorageError.Code.corrupt` where the file ends before.
    public typealias Reader = (UnsafeMutableRawBufferPointer) throws -> Void

    /// Writes the file anew; readers see the former one until all is written.
    /// - Throws: `StorageError`, or what the body throws; the former file is then still there.
    public func write(_ body: (@escaping Writer) throws -> Void) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        try DurableFile.makeFolder(folder)
        let draft = "\(path).\(Identifier.make())"
        let file = try DurableFile.create(draft)
        do {
            defer { file.close() }
            try body { try file.write($0) }
            try file.synchronize()
        } catch {
            try? DurableFile.remove(draft)
            throw error
        }
        try DurableFile.move(draft, to: path)
    }

    /// Reads the file; nil where there is none.
    /// - Throws: `StorageError`, or what the body throws.
    public func read<Value>(_ body: (@escaping Reader) throws -> Value) throws -> Value? {
        guard DurableFile.exists(path) else { return nil }
        let file = try DurableFile.openToRead(path)
        defer { file.close() }
        return try body { try file.fill($0) }
    }

    /// Removes the file, if it is there.
    public func remove() throws { try DurableFile.remove(path) }
}

extension DurableFile {
    /// Fills the buffer with the next bytes.
    fileprivate func fill(_ buffer: UnsafeMutableRawBufferPointer) throws {
        var filled = 0
        while filled < buffer.count {
            let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            guard count > 0 else {
                throw StorageError(.corrupt, "A cache file ends too early.", advice: "It is made again.")
            }
            filled += count
        }
    }
}
