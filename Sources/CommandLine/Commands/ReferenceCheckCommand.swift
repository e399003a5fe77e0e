import ArgumentParser
import Firearms
import Foundation

/// `cartouche reference check`
struct ReferenceCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find every fault of the reference table: duplicates, dangling names, malformed rows.",
        discussion: """
            Without a folder, the table that comes with the program. A folder holds makes.csv, calibres.csv and, where \
            there are any, models.csv and lookalikes.csv. Ends with status 1 where a fault is found.

            EXAMPLES
              cartouche reference check
              cartouche reference check our-table/
            """
    )

    @Argument(help: ArgumentHelp("Folder of the table's files.", valueName: "folder"))
    var folder: String?

    func run() async throws {
        let problems: [ReferenceTableError]
        if let folder {
            problems = ReferenceTable.problems(
                makes: try Self.bytes("makes.csv", folder), calibres: try Self.bytes("calibres.csv", folder),
                models: try Self.optionalBytes("models.csv", folder),
                lookAlikes: try Self.optionalBytes("lookalikes.csv", folder)
            )
        } else {
            problems = ReferenceTable.problemsOfStandard()
        }
        for problem in problems { Terminal.print(problem.description) }
        guard problems.isEmpty else { throw ExitCode(1) }
        guard folder == nil else {
            Terminal.print("The files can be used.")
            return
        }
        let table = ReferenceTable.standard
        Terminal.print(
            "The table is sound: \(NumberText.grouped(table.makes.count)) makes, "
                + "\(NumberText.grouped(table.models.count)) models, \(NumberText.grouped(table.calibres.count)) calibres."
        )
    }

    private static func bytes(_ name: String, _ folder: String) throws -> Data {
        let path = URL(filePath: folder).appending(path: name)
        do {
            return try Data(contentsOf: path)
        } catch {
            throw CommandFailure("\(path.path) cannot be read: \(error.localizedDescription)")
        }
    }

    private static func optionalBytes(_ name: String, _ folder: String) throws -> Data {
        let path = URL(filePath: folder).appending(path: name).path
        return FileManager.default.fileExists(atPath: path) ? try bytes(name, folder) : Data()
    }
}
