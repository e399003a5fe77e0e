import ArgumentParser
import Foundation
import Registry
import Server

/// `cartouche import exhibits`
struct ImportExhibitsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exhibits",
        abstract: "Import a folder of scans with a manifest as exhibits of the user's bureau.",
        discussion: """
            The manifest, manifest.csv in the folder, has a row for every scan: the file number of its case, the label of \
            the exhibit, the label of the mark, and the file. Rows with the same file number belong to one case, rows with \
            the same label of it to one exhibit. What is there already is not entered twice, so an import that was stopped \
            goes on when it is started again. Scans are then prepared, and what is wrong with them is said.

            Columns: \(ExhibitManifestColumn.allCases.map(\.rawValue).joined(separator: ", ")).
            Needed: \(ExhibitManifestColumn.required.map(\.rawValue).joined(separator: ", ")).

            EXAMPLES
              cartouche import exhibits scans/ --as examiner.br
              cartouche import exhibits scans/ --as examiner.br --json > verdicts.json

            Exit status 0 when the whole manifest was gone through, also when rows were refused; 1 when not.
            """
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @OptionGroup
    var acting: ActorOptions

    @Argument(help: "The folder.", completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp("The manifest, where it lies elsewhere.", valueName: "csv"), completion: .file())
    var manifest: String?

    @Flag(help: "Leave the preparation of the scans to the server.")
    var noPreparation = false

    @Flag(help: "Print a verdict for every row as JSON.")
    var json = false

    func run() async throws {
        let manifest = try ExhibitManifest(contentsOf: manifest ?? "\(folder)/manifest.csv")
        let settings = try await options.settings()
        try await Installation.with(settings) { installation in
            let actor = try await acting.actor(installation.registry)
            try Access.require(.writeExhibits, actor)
            let words = try PublicCatalogue(language: Terminal.language)
            let importing = ExhibitImportRun(
                registry: installation.registry, actor: actor, folder: folder, words: words,
                largestScan: settings.registry.largestScanBytes
            )
            var verdicts = try await Interruption.cancelling { try await importing.enter(manifest) }
            if !noPreparation {
                let entered = verdicts
                try await Interruption.cancelling { try await importing.prepare(entered) }
                verdicts = try await importing.withFindings(verdicts)
            }
            if json { return Terminal.print(try JSONText.text(verdicts)) }
            for verdict in verdicts { Terminal.print(verdict.text) }
            let count = { (outcome: ExhibitVerdict.Outcome) in verdicts.filter { $0.outcome == outcome }.count }
            Terminal.report(
                "\(verdicts.count) rows: \(count(.entered)) entered, \(count(.present)) there already, "
                    + "\(count(.refused)) refused"
            )
        }
    }
}
