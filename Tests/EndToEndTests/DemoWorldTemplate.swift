import Foundation
import TestSupport

/// The demo world with few records, made once for all tests that serve it; each takes a copy.
actor DemoWorldTemplate {
    static let shared = DemoWorldTemplate()

    private var making: Task<String, any Error>?

    /// Copies the world to a data folder that does not exist yet.
    func copy(to folder: String) async throws {
        let making = making ?? Task { try await Self.make() }
        self.making = making
        try FileManager.default.copyItem(atPath: try await making.value, toPath: folder)
    }

    /// Stands beside the program it was made by, so that a later run finds it and a newer program makes its own.
    private static func make() async throws -> String {
        let program = try ProductsFolder.program()
        let built = try FileManager.default.attributesOfItem(atPath: program)[.modificationDate] as? Date ?? .now
        let parent = URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent().path
        let name = "demo-world-"
        let folder = "\(parent)/\(name)\(Int(built.timeIntervalSince1970 * 1_000))"
        if FileManager.default.fileExists(atPath: folder) { return folder }
        for old in try FileManager.default.contentsOfDirectory(atPath: parent) where old.hasPrefix(name) {
            try FileManager.default.removeItem(atPath: "\(parent)/\(old)")
        }
        // Under another name until it is whole.
        let unfinished = folder + "-unfinished"
        let run = try ProgramRun(program, ["demo", "--data", unfinished, "--records", "1500", "--set-up-only"])
        let result = try await run.end(within: .seconds(300))
        guard result.status == 0 else { throw ServerFailure("the demo world was not made", log: result.errors) }
        try FileManager.default.moveItem(atPath: unfinished, toPath: folder)
        return folder
    }
}
