import ArgumentParser
import Firearms
import Registry
import Storage

/// `cartouche reference correct`
struct ReferenceCorrectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Decide once what a spelling of your bureau means.",
        discussion: """
            The bureau's records that have the text are brought in line, and later imports, records, checks and \
            descriptions of the bureau know it. The text itself stays as it was written. A later decision about the same \
            text takes the place of the earlier one; 'cartouche reference undo' takes it back.

            EXAMPLES
              cartouche reference correct make 'TAURIS ARMS' taurus --as desk.br
              cartouche reference correct calibre 'nove curto' '.380 ACP' --as desk.br
              cartouche reference correct model 'noventa e dois' 'Taurus PT 92' --as desk.br
              cartouche reference correct type 'ferro curto' revolver --as desk.br
            """
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Argument(help: "What the text is about: type, make, model or calibre.")
    var field: SpellingCorrection.Field

    @Argument(help: "The text as it stands in files and records.")
    var written: String

    @Argument(help: "What it means: a code, a name or an alias of the table.")
    var meaning: String

    func run() async throws {
        try await Installation.with(try await options.settings()) { installation in
            let reference = installation.registry.reference
            let actor = try await acting.actor(installation.registry)
            let made = try await reference.correct(field, written: written, meaning: meaning, actor)
            Terminal.print("\"\(made.correction.written)\" means \(made.meaningName) (\(made.correction.meaning)).")
            try await ReferenceProgress.finish(reference)
        }
    }
}

/// `cartouche reference corrections`
struct ReferenceCorrectionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corrections", abstract: "List what your bureau decided about spellings."
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    func run() async throws {
        let corrections = try await Installation.with(try await options.settings()) { installation in
            try await installation.registry.reference.corrections(try await acting.actor(installation.registry))
        }
        var table = TextTable(headings: ["id", "field", "means", "by", "written"])
        for correction in corrections {
            table.add([
                "\(correction.id)", correction.correction.field.rawValue, correction.meaningName, correction.user,
                correction.correction.written,
            ])
        }
        for line in table.lines { Terminal.print(line) }
    }
}

/// `cartouche reference undo`
struct ReferenceUndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Undo a correction; the text means again what the rules make of it."
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Argument(help: "Identifier of the correction, as 'reference corrections' shows it.", transform: Self.identifier)
    var correction: Identifier

    func run() async throws {
        try await Installation.with(try await options.settings()) { installation in
            let reference = installation.registry.reference
            try await reference.undo(correction, try await acting.actor(installation.registry))
            Terminal.print("The correction is undone.")
            try await ReferenceProgress.finish(reference)
        }
    }

    private static func identifier(_ text: String) throws -> Identifier {
        guard let identifier = Identifier(text) else {
            throw ValidationError("'\(text)' is no correction's identifier. See 'cartouche reference corrections'.")
        }
        return identifier
    }
}

/// Brings records in line with the table while the command runs; a server would do it in the background.
enum ReferenceProgress {
    static func finish(_ reference: ReferenceService) async throws {
        try await Interruption.cancelling {
            while try await reference.advance() > 0 { try Task.checkCancellation() }
        }
    }
}
