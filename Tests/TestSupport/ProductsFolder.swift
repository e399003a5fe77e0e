import Foundation

/// The folder into which the tests and the programs they drive are built.
public enum ProductsFolder {
    /// Where the running tests lie. The program under test lies beside them.
    public static let path: String = {
        // The tests are a program of their own on this platform; the link names its file.
        let program =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments.first ?? ""
        return URL(fileURLWithPath: program).deletingLastPathComponent().path
    }()

    /// The path of a program that was built with the tests.
    ///
    /// The environment variable `CARTOUCHE_PROGRAM` names another `cartouche` to test, an installed one for example.
    ///
    /// - Throws: ``ProgramMissing`` when there is no such program.
    public static func program(_ name: String = "cartouche") throws -> String {
        let other = name == "cartouche" ? ProcessInfo.processInfo.environment["CARTOUCHE_PROGRAM"] : nil
        let file = other ?? "\(path)/\(name)"
        guard FileManager.default.isExecutableFile(atPath: file) else { throw ProgramMissing(path: file) }
        return file
    }

    /// The path of a program that is found by its name, nil when it is not installed.
    public static func installed(_ names: String...) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(
            separator: ":"
        )
        return names.lazy
            .flatMap { name in folders.lazy.map { "\($0)/\(name)" } }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

/// A program that a test needs is not there.
public struct ProgramMissing: Error, Sendable, CustomStringConvertible {
    /// Where it was looked for.
    public let path: String

    /// Where it was looked for, and what to do.
    public var description: String { "no program at \(path): build it with `swift build --build-tests`" }
}
