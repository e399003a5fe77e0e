import DelimitedText
import Firearms
import Foundation
import Registry
import Server

/// One import on the command line: what is shown, tried and entered.
struct ImportSession: Sendable {
    let registry: Registry
    let actor: Actor
    let words: PublicCatalogue

    /// Reasons shown in a summary.
    private static let mostReasons = 10
    /// Texts of each column shown in a summary.
    private static let mostTexts = 5
    /// Verdicts read to count reasons.
    private static let mostVerdicts = 20_000

    /// Shows which column is taken for which field, with an example.
    func showMapping(of job: ImportJob) {
        let format = job.format
        Terminal.report(
            "\(job.fileName): \(NumberText.bytes(job.size)), \(format.encoding.rawValue), "
                + "separated by \(Self.name(of: format.delimiter))"
        )
        var table = TextTable(headings: ["column", "heading", "field", "example"])
        for (index, heading) in job.headings.enumerated() {
            let example = job.samples.lazy.compactMap { $0.indices.contains(index) ? $0[index] : nil }
                .first { !$0.isEmpty }
            table.add([
                "\(index + 1)", String(heading.prefix(40)), job.mapping.columns[index]?.rawValue ?? "-",
                String((example ?? "").prefix(40)),
            ])
        }
        for line in table.lines { Terminal.report("  \(line)") }
        Terminal.report(
            "  Rows that say nothing: class \(job.mapping.defaultClass.rawValue), "
                + "handling \(job.mapping.defaultHandling.rawValue), purpose \(job.mapping.defaultPurpose.rawValue)"
        )
    }

    /// Goes through the file without changing anything and shows the sum of the verdicts.
    func tryOut(_ job: ImportJob) async throws -> ImportJob {
        let report = ProgressReport(title: "Trying", size: job.size, from: ImportProgress())
        defer { report.finish() }
        let (registry, actor) = (registry, actor)
        let tried = try await Interruption.cancelling {
            try await registry.imports.tryOut(job.id, actor) { report.update($0) }
        }
        report.finish()
        try await showVerdicts(of: tried, title: "Dry run, nothing was changed")
        return tried
    }

    /// Enters the rows, from where the job stands.
    /// - Throws: ``CommandFailure`` that says how to go on where the user stopped it.
    func enter(_ job: ImportJob) async throws -> ImportJob {
        let isResumed = job.state == .running
        let report = ProgressReport(
            title: "Importing", size: job.size, from: isResumed ? job.progress : ImportProgress()
        )
        defer { report.finish() }
        let (registry, actor) = (registry, actor)
        let start = ContinuousClock.now
        do {
            let done = try await Interruption.cancelling {
                try await registry.imports.run(job.id, actor) { report.update($0) }
            }
            report.finish()
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            let rows = done.progress.rows - (isResumed ? job.progress.rows : 0)
            let rate = seconds > 0 ? Int(Double(rows) / seconds) : 0
            try await showVerdicts(
                of: done,
                title: "Imported in \(String(format: "%.1f", seconds)) s, \(NumberText.grouped(rate)) rows a second"
            )
            return done
        } catch is CancellationError {
            report.finish()
            let rows = try await registry.imports.job(job.id, actor).progress.rows
            throw CommandFailure(
                "Stopped after row \(rows); those rows are stored. Start the same command again to go on with the next."
            )
        }
    }

    private func showVerdicts(of job: ImportJob, title: String) async throws {
        if job.state == .failed { return }
        let progress = job.progress
        Terminal.report("\(title): \(NumberText.grouped(progress.rows)) rows")
        Terminal.report("  accepted  \(NumberText.grouped(progress.accepted - progress.warned))")
        Terminal.report("  accepted with warnings  \(NumberText.grouped(progress.warned))")
        Terminal.report("  refused  \(NumberText.grouped(progress.refused))")
        var counts: [String: (count: Int, isRefused: Bool, example: String)] = [:]
        try await forEachVerdict(of: job, refusedOnly: false) { verdict in
            for failure in verdict.failures {
                let text = words.failure(field: failure.field, code: failure.code, arguments: failure.arguments)
                let key = failure.code == "duplicate" ? "\(failure.field): is recorded already" : text
                let example = failure.value.map { ", for example \"\($0.prefix(40))\"" } ?? ""
                counts[key, default: (0, false, "\(example) in line \(verdict.line)")].count += 1
                if verdict.isRefused { counts[key]?.isRefused = true }
            }
        }
        let sorted = counts.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }
        for (text, facts) in sorted.prefix(Self.mostReasons) {
            Terminal.report(
                "    \(NumberText.grouped(facts.count)) \(facts.isRefused ? "refused" : "warned"): \(text)\(facts.example)"
            )
        }
        try await showUnderstanding(of: job)
    }

    /// Shows how much of each column was understood, and the most frequent texts that were not.
    private func showUnderstanding(of job: ImportJob) async throws {
        let columns = try await registry.imports.understanding(job.id, texts: Self.mostTexts, actor)
        if columns.isEmpty { return }
        var table = TextTable(headings: ["column", "field", "filled", "surely", "with doubt", "not understood"])
        for column in columns {
            table.add([
                String(job.headings[column.column].prefix(30)), column.field.rawValue,
                NumberText.grouped(column.filled), Self.share(column.sure, column.filled),
                Self.share(column.doubtful, column.filled), Self.share(column.unknown, column.filled),
            ])
        }
        for line in table.lines { Terminal.report("  \(line)") }
        for column in columns {
            for text in column.texts {
                let taken =
                    text.understanding == .doubtful ? "taken for \(text.meaning ?? "?")" : "not understood"
                Terminal.report(
                    "    \(NumberText.grouped(text.count)) x \(column.field.rawValue) \"\(text.text)\": \(taken)"
                )
            }
        }
        if columns.contains(where: { column in
            SpellingCorrection.Field(rawValue: column.field.rawValue) != nil && !column.texts.isEmpty
        }) {
            Terminal.report("  Correct a spelling once for all rows: cartouche reference correct FIELD TEXT MEANING")
        }
    }

    private static func share(_ count: Int, _ all: Int) -> String {
        all == 0 ? "0" : "\(NumberText.grouped(count)) (\(Int((Double(count) / Double(all) * 100).rounded())) %)"
    }

    /// Writes the refused rows as they stood in the file, with the reasons in two more columns.
    func writeRefused(of job: ImportJob, to path: String) async throws {
        var rows: [[String]] = [job.headings + ["refused in line", "refused because"]]
        try await forEachVerdict(of: job, refusedOnly: true) { verdict in
            let reasons = verdict.failures.map { failure in
                let text = words.failure(field: failure.field, code: failure.code, arguments: failure.arguments)
                return failure.value.map { "\(text) (\"\($0)\")" } ?? text
            }
            let padding = [String](repeating: "", count: max(0, job.headings.count - verdict.fields.count))
            rows.append(
                Array((verdict.fields + padding).prefix(job.headings.count))
                    + ["\(verdict.line)", reasons.joined(separator: "; ")]
            )
        }
        do {
            try Data(try DelimitedWriter.bytes(rows)).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandFailure("\(path) cannot be written (\(ErrorReport.text(error))). Name another with --refused.")
        }
        Terminal.report("\(NumberText.grouped(rows.count - 1)) refused rows are in \(path).")
    }

    private func forEachVerdict(
        of job: ImportJob, refusedOnly: Bool, _ body: (ImportVerdict) -> Void
    ) async throws {
        var row = 0
        var count = 0
        while refusedOnly || count < Self.mostVerdicts {
            let verdicts = try await registry.imports.verdicts(
                job.id, refusedOnly: refusedOnly, after: row, limit: 1_000, actor
            )
            guard let last = verdicts.last else { return }
            for verdict in verdicts { body(verdict) }
            row = last.row
            count += verdicts.count
        }
    }

    private static func name(of delimiter: DelimitedFormat.Delimiter) -> String {
        switch delimiter {
        case .comma: "commas"
        case .semicolon: "semicolons"
        case .tab: "tabs"
        default: "bars"
        }
    }
}
