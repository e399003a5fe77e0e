import ArgumentParser
import Foundation
import Storage
import Toolmarks

/// `cartouche search`
struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Look for the marks of one tool among all scans of a folder.",
        discussion: """
            Every scan is screened by a coarse form of its mark; the best are compared in full by congruent matching \
            cells and listed, best first. The list is an order of what an examiner should look at, not a decision.

            Screening forms are kept, so that only new and changed files are read the next time. A search that was \
            stopped goes on where it was when the same command is given again. Files that cannot be read are named, and \
            the rest is searched. Files are looked for in all folders below; x3p and npy are read.

            COLUMNS
              cells      congruent cells of both directions, and how many could be looked for
              score      agreement of the cells, 0 to 1
              rotation   how the mark was turned to lie on the query
              screening  agreement of the coarse forms; strangers reach about 4

            EXAMPLES
              cartouche search case-17.x3p --in open-cases
              cartouche search case-17.x3p --in open-cases --full-circle --top 50 --picture found
              cartouche scan generate --class arched --tools 30 --output practice
              cartouche search practice/arched-07-1.x3p --in practice
            """
    )

    @Argument(help: ArgumentHelp("The scan whose mates are looked for.", valueName: "query"))
    var query: String

    @Option(name: .customLong("in"), help: ArgumentHelp("The folder that is searched.", valueName: "folder"))
    var folder: String

    @Option(help: ArgumentHelp("How many results are shown.", valueName: "number"))
    var top = 20

    @Option(help: ArgumentHelp("How many candidates are compared in full.", valueName: "number"))
    var compare = 200

    @Flag(help: "Scans lie in any direction. Takes 6 times as long; otherwise within 30 degrees of each other.")
    var fullCircle = false

    @Option(
        help: ArgumentHelp(
            "How far the scans are ready: prepared, masked, raw. auto looks at each scan.",
            valueName: "state"
        )
    )
    var state = ScanOptions.Preparing.auto

    @Option(help: ArgumentHelp("Files worked on at the same time; all cores unless told.", valueName: "number"))
    var threads: Int?

    @Option(help: ArgumentHelp("Draw the query beside each result shown, into this folder.", valueName: "folder"))
    var picture: String?

    @Option(help: ArgumentHelp("Where screening forms are kept.", valueName: "folder"))
    var cache: String?

    @Flag(help: "One JSON object with everything found.")
    var json = false

    func validate() throws {
        guard top > 0, compare > 0, threads ?? 1 > 0 else { throw ValidationError("Use numbers above 0.") }
        guard top <= compare else {
            throw ValidationError("Only marks compared in full are shown: use --compare \(top) or more.")
        }
    }

    func run() async throws {
        try await Interruption.cancelling { try await search() }
    }

    private var stage: ScanState.Stage? { ScanState.Stage(rawValue: state.rawValue) }

    private var screening: ScreeningSettings { fullCircle ? .fullCircle : ScreeningSettings() }

    private var cells: CellSearch {
        var cells = CellSearch()
        if fullCircle { cells.rotations = .fullCircle }
        return cells
    }

    private func search() async throws {
        let threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
        let wanted = try MarkFile(path: query, stage: stage)
        let screeningQuery = try ScreeningQuery(wanted.surface, settings: screening)
        let mark = try PreparedMark(wanted.surface, search: cells)
        let cacheFolder = cache.map { URL(filePath: $0) } ?? SearchCacheFolder.standard
        let forms = try ScreeningCache(folder: cacheFolder, name: try formName)
        if forms.damagedBytes > 0 {
            Terminal.report(
                "The kept screening forms were damaged: \(forms.damagedBytes) bytes were dropped and are made again."
            )
        }

        let own = URL(filePath: query).resolvingSymlinksInPath().path
        let files = try SearchFolder.files(in: folder, leavingOut: [own])
        let preparing = CountProgress("Preparing")
        let database: SearchFolder
        do {
            defer { preparing.finish() }
            database = try await SearchFolder.open(
                files, stage: stage, settings: screening, cache: forms, threads: threads,
                progress: preparing.update
            )
            try forms.close()
        } catch is CancellationError {
            throw CommandFailure("Stopped while preparing. What was prepared is kept; give the command again to go on.")
        }
        for failure in database.failures { Terminal.report("Left out: \(failure.reason)") }

        let search = MarkSearch(shortlist: compare, threads: threads)
        let journal = try SearchJournal(
            url: cacheFolder.appending(path: "search-\(try job(wanted, database).prefix(16)).jsonl"),
            job: try job(wanted, database)
        )
        if !journal.finished.isEmpty {
            Terminal.report("Going on after \(NumberText.grouped(journal.finished.count)) comparisons made before.")
        }
        let comparing = CountProgress("Comparing")
        let outcome: MarkSearch.Outcome
        do {
            defer { comparing.finish() }
            let screened = try await search.screen(screeningQuery, database.entries.map(\.form))
            outcome = try await search.compare(
                mark, screened, finished: journal.finished,
                load: { [cells, stage] candidate in
                    let file = try MarkFile(path: database.entries[candidate].path, stage: stage)
                    return try PreparedMark(file.surface, search: cells)
                },
                record: journal.record,
                progress: comparing.update
            )
        } catch is CancellationError {
            throw CommandFailure("Stopped. Give the command again to go on where it was.")
        }
        try report(outcome, database, wanted, mark)
        try journal.remove()
    }

    private func report(
        _ outcome: MarkSearch.Outcome, _ database: SearchFolder, _ wanted: MarkFile, _ mark: PreparedMark
    ) throws {
        let pictures = try picture.map { try SearchPictures(folder: $0, query: wanted.surface, mark: mark) }
        var rows: [SearchReport.Row] = []
        for (index, hit) in outcome.hits.prefix(top).enumerated() {
            let entry = database.entries[hit.candidate]
            var row = SearchReport.row(rank: index + 1, file: entry.name, hit)
            row.picture = try pictures?.draw(
                rank: index + 1, name: entry.name,
                surface: MarkFile(path: entry.path, stage: stage).surface, registration: hit.registration
            )
            rows.append(row)
        }
        let failures = outcome.failures.map {
            SearchFolder.Failure(file: database.entries[$0.candidate].name, reason: $0.reason)
        }
        for failure in failures { Terminal.report("Not compared: \(failure.file): \(failure.reason)") }
        let report = SearchReport(
            query: query, candidates: database.entries.count, compared: outcome.hits.count, fullCircle: fullCircle,
            results: rows, failures: database.failures + failures
        )
        if json { return Terminal.print(try JSONText.text(report)) }
        for line in report.lines { Terminal.print(line) }
        Terminal.report(
            "\(NumberText.grouped(report.candidates)) marks screened, \(NumberText.grouped(report.compared)) compared in "
                + "full, \(NumberText.grouped(report.failures.count)) files left out."
        )
    }

    /// Names the forms made with these settings by this version.
    private var formName: String {
        get throws {
            var settings = ScreeningSettings()
            // Candidates are kept unturned.
            settings.rotations = RotationSweep(first: 0, step: 1, count: 1)
            let key = try JSONText.text(settings, isLine: true) + state.rawValue + Cartouche.configuration.version
            return "screening-\(MarkFile.hash(of: Array(key.utf8)).prefix(16))"
        }
    }

    /// Tells this search from every other: query, candidates, settings, version.
    private func job(_ wanted: MarkFile, _ database: SearchFolder) throws -> String {
        let settings = try JSONText.text(screening, isLine: true) + JSONText.text(cells, isLine: true)
        let marks = ([wanted.hash] + database.entries.map(\.hash)).joined(separator: "\n")
        return MarkFile.hash(of: Array((settings + state.rawValue + Cartouche.configuration.version + marks).utf8))
    }
}
