public import Foundation

/// An empty folder that goes away with the last reference to it.
///
/// The optimiser may drop a reference after its last use, before a program that works in the folder has ended: a test that
/// only passes on ``path`` keeps the folder with `defer { withExtendedLifetime(folder) {} }`.
public final class TemporaryFolder: Sendable {
    /// Where the folder is, without a slash at the end.
    public let path: String

    /// Where the folder is.
    public var url: URL { URL(fileURLWithPath: path, isDirectory: true) }

    /// Makes a folder with a name of its own below the system's folder for temporary files.
    ///
    /// - Throws: what the file system says when no folder can be made there.
    public init() throws {
        let parent = FileManager.default.temporaryDirectory
        let folder = parent.appendingPathComponent("cartouche-test-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        path = folder.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of something in this folder, whether it exists or not.
    public func path(of name: String) -> String { "\(path)/\(name)" }

    /// Writes a file into the folder.
    ///
    /// - Returns: the path of the file.
    /// - Throws: what the file system says when it cannot be written.
    @discardableResult
    public func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
        let file = path(of: name)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    /// Writes a text into the folder, as UTF-8.
    ///
    /// - Returns: the path of the file.
    /// - Throws: what the file system says when it cannot be written.
    @discardableResult
    public func write(_ text: String, to name: String) throws -> String {
        try write(text.utf8, to: name)
    }
}
