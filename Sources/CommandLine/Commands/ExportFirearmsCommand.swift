import ArgumentParser
import Firearms
import Foundation
import Registry

/// `cartouche export firearms`
struct ExportFirearmsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "firearms",
        abstract: "Write the records the user may know of as CSV, in the columns of an import.",
        discussion: """
            EXAMPLES
              cartouche export firearms stolen.csv --as desk.ar --bureau AR --class stolen
              cartouche export firearms - --as coordinator.hub --make Taurus | wc -l
            """
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Argument(help: "The file to write; '-' is standard output.", completion: .file())
    var file: String

    @Option(help: "Only records of this bureau.")
    var bureau: String?

    @Option(name: .customLong("class"), help: ArgumentHelp("Only this class.", valueName: "class"))
    var recordClass: RecordClass?

    @Option(help: "Only this status.")
    var status: RecordStatus?

    @Option(help: "Only this make, as written or by its code in the reference table.")
    var make: String?

    @Option(help: "Only this serial number, also where characters are easily mixed up.")
    var serial: String?

    @Flag(help: "Replace the file if it exists.")
    var overwrite = false

    func validate() throws { _ = try filter() }

    func run() async throws {
        let filter = try filter()
        if file != "-", !overwrite, FileManager.default.fileExists(atPath: file) {
            throw CommandFailure("\(file) exists already. Name another file, or add --overwrite.")
        }
        let draft = file + ".partial"
        let output = file == "-" ? FileHandle.standardOutput : try Self.create(draft)
        do {
            let count = try await Installation.with(try await options.settings()) { installation in
                let actor = try await acting.actor(installation.registry)
                return try await Self.write(filter, actor, installation.registry, to: output)
            }
            if file != "-" {
                try output.synchronize()
                try output.close()
                guard rename(draft, file) == 0 else {
                    throw CommandFailure("\(file) cannot be written: \(String(cString: strerror(errno))).")
                }
            }
            Terminal.report("\(NumberText.grouped(count)) records were written.")
        } catch {
            if file != "-" { try? FileManager.default.removeItem(atPath: draft) }
            throw error
        }
    }

    private func filter() throws -> RecordFilter {
        let makeCode = make.flatMap {
            ReferenceTable.standard.make(code: $0) ?? ReferenceTable.standard.make($0)?.value
        }
        if let make, makeCode == nil {
            throw ValidationError("--make \(make): the reference table has no such make.")
        }
        return RecordFilter(
            bureau: bureau, recordClass: recordClass, status: status, makeCode: makeCode?.code, serial: serial
        )
    }

    private static func write(
        _ filter: RecordFilter, _ actor: Actor, _ registry: Registry, to output: FileHandle
    ) async throws -> Int {
        var piece = try await registry.export.start(filter, actor)
        var count = 0
        while true {
            try output.write(contentsOf: Data(piece.bytes))
            count += piece.count
            guard let next = piece.next else { return count }
            piece = try await registry.export.piece(filter, from: next, actor)
        }
    }

    private static func create(_ path: String) throws -> FileHandle {
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw CommandFailure("\(path) cannot be written. Check the folder and its rights.") }
        return handle
    }
}
