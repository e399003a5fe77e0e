import ArgumentParser
import Firearms
import Foundation
import Registry

/// `cartouche reference list`
struct ReferenceListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the makes, models and calibres of your bureau's own."
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    func run() async throws {
        let entries = try await Installation.with(try await options.settings()) { installation in
            try await installation.registry.reference.entries(try await acting.actor(installation.registry))
        }
        var table = TextTable(headings: ["kind", "code", "name"])
        for entry in entries { table.add([entry.kind.rawValue, entry.key, entry.fields[1]]) }
        for line in table.lines { Terminal.print(line) }
    }
}

/// `cartouche reference export`
struct ReferenceExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write your bureau's own rows as a file that can be imported again."
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Argument(help: "Which rows: make, model or calibre.")
    var kind: ReferenceKind

    @Argument(help: "The file; - is standard output.", completion: .file())
    var file: String

    func run() async throws {
        let bytes = try await Installation.with(try await options.settings()) { installation in
            try await installation.registry.reference.export(kind, try await acting.actor(installation.registry))
        }
        if file == "-" {
            FileHandle.standardOutput.write(Data(bytes))
            return
        }
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: file), options: .atomic)
        } catch {
            throw CommandFailure("\(file) cannot be written: \(error.localizedDescription)")
        }
    }
}

/// `cartouche reference remove`
struct ReferenceRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take a make, model or calibre of your bureau's own out of its table.",
        discussion: """
            EXAMPLES
              cartouche reference remove make acme --as desk.br
              cartouche reference remove model 'acme:Falcon 7' --as desk.br
            """
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Argument(help: "What it is: make, model or calibre.")
    var kind: ReferenceKind

    @Argument(help: "Its code, as 'reference list' shows it.")
    var key: String

    func run() async throws {
        try await Installation.with(try await options.settings()) { installation in
            let reference = installation.registry.reference
            try await reference.remove(kind, key, try await acting.actor(installation.registry))
            Terminal.print("\(key) is removed.")
            try await ReferenceProgress.finish(reference)
        }
    }
}
