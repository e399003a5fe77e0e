import ArgumentParser
import DelimitedText
import Foundation
import Surfaces
import Toolmarks

/// `cartouche evaluate toolmarks`
struct EvaluateToolmarksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "toolmarks",
        abstract: "Compare every pair of labelled scans and measure how well sources are told apart.",
        discussion: """
            The table of truth names a scan and its source in each row: a column scan (or file, name, ...) and a column \
            source (or slide, tool, gun, groove_family, ...). Scans are found by name, with or without ending, also in \
            folders below. Scans of one bullet (columns barrel, bullet) are not compared with each other. A column \
            group names what is independent where that is more than the source.

            With --output the scores, figures and diagrams are written to a folder; a run that was stopped goes on from \
            there when it is given again. The figures do not depend on the number of threads.

            EXAMPLES
              cartouche evaluate toolmarks --scans fadul --truth fadul/truth.csv --output results
              cartouche evaluate toolmarks --scans fadul --truth fadul/truth.csv --reference-set fadul.json
              cartouche evaluate toolmarks --scans fadul --truth fadul/truth.csv --json | tail -n 1
              cartouche evaluate toolmarks --kind land --scans hamby252 --truth hamby252/truth.csv
            """
    )

    @Option(name: .customLong("scans"), help: ArgumentHelp("The folder that holds the scans.", valueName: "folder"))
    var folder: String

    @Option(help: ArgumentHelp("The table of scans and sources.", valueName: "file"))
    var truth: String

    @Option(help: ArgumentHelp("Where scores, figures and diagrams go.", valueName: "folder"))
    var output: String?

    @Option(help: ArgumentHelp("Write the scores as a reference set for 'compare'.", valueName: "file"))
    var referenceSet: String?

    @Option(help: ArgumentHelp("What the reference set is called. Default: the folder's name.", valueName: "text"))
    var name: String?

    @Option(help: ArgumentHelp("How many comparisons run at once. Default: all processors.", valueName: "count"))
    var threads: Int?

    @Flag(help: "One JSON object on the last line.")
    var json = false

    @OptionGroup(title: "Scans") var scans: ScanOptions
    @OptionGroup(title: "Cells") var cells: CellOptions
    @OptionGroup(title: "Striated marks") var striated: StriatedOptions
    @OptionGroup(title: "Likelihood ratio") var evidence: EvidenceOptions

    func validate() throws {
        if let threads, threads < 1 { throw ValidationError("--threads needs 1 or more.") }
    }

    func run() async throws {
        try await Interruption.cancelling { try await evaluate() }
    }

    private func evaluate() async throws {
        let table = try TruthFile(truth, scans: folder)
        for problem in table.problems { Terminal.report("Warning: \(problem)") }
        guard table.scans.count >= 2 else { throw CommandFailure("\(truth) names fewer than two scans of \(folder).") }
        let threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
        let scorer = try await scorer(table, threads: threads)
        guard scorer.scans.count >= 2 else { throw CommandFailure("Fewer than two scans of \(folder) can be used.") }
        let place = output.map { URL(filePath: $0, directoryHint: .isDirectory) }
        if let place { try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true) }
        let partial = place?.appending(path: "scores-partial.txt")
        let run = PairScores(scorer: scorer, threads: threads, partial: partial?.path(percentEncoded: false))
        let figures = EvaluationFigures(
            try await run.run(), scorer: scorer, name: name ?? URL(filePath: folder).lastPathComponent,
            method: try evidence.options().method
        )
        let skipped = table.problems.count + table.scans.count - scorer.scans.count
        let answer = EvaluationAnswer(figures, countColumn: scorer.countColumn, skipped: skipped)
        if let place {
            try write(figures, scorer, to: place)
            try JSONFile.write(answer, to: place.appending(path: "figures.json").path(percentEncoded: false))
            if let partial { try FileManager.default.removeItem(at: partial) }
        }
        if let referenceSet { try JSONFile.write(figures.reference.get(), to: referenceSet) }
        for line in EvaluationText(figures: figures, scorer: scorer).lines { Terminal.print(line) }
        if json { Terminal.print(try JSONText.text(answer, isLine: true)) }
    }

    private func scorer(_ table: TruthFile, threads: Int) async throws -> MarkScorer {
        let kind = try scans.kind.mark ?? (table.isOfLands ? .land : likelyKind(table.scans[0].path))
        guard kind.isImpressed else {
            return try await .striated(
                table.scans, kind: kind, options: scans, striated: striated, threads: threads
            ) { Terminal.report($0) }
        }
        return try await .impressed(
            table.scans, kind: kind, options: scans, parameters: cells.parameters(for: kind), threads: threads
        ) { Terminal.report($0) }
    }

    private func likelyKind(_ path: String) throws -> ToolmarkKind {
        do throws(SurfacesError) {
            return try LoadedScan(path, options: scans).likelyKind
        } catch {
            guard error.code == .wrongFeature else { throw error }
            return .profile
        }
    }

    private func write(_ figures: EvaluationFigures, _ scorer: MarkScorer, to folder: URL) throws {
        var rows = [["first", "second", "first_source", "second_source", "match"] + scorer.columns]
        for pair in figures.pairs {
            let (first, second) = (scorer.scans[pair.first], scorer.scans[pair.second])
            rows.append(
                [first.name, second.name, first.source, second.source, pair.isMatch ? "1" : "0"]
                    + pair.values.map { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" }
            )
        }
        try Data(DelimitedWriter.bytes(rows)).write(to: folder.appending(path: "scores.csv"), options: .atomic)
        try EvaluationPlots(figures: figures, scorer: scorer).write(to: folder)
    }
}
