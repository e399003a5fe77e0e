import ArgumentParser
import DelimitedText
import Foundation
import Registry
import Server

/// Checks the rows of a batch and prints their answers in the order of the file.
struct CheckBatchRun: Sendable {
    let registry: Registry
    let actor: Actor
    let words: PublicCatalogue
    let printsJSON: Bool

    /// Checks made side by side, so that one durable write covers many of them.
    private static let atOnce = 64

    /// One line of the result as JSON.
    private struct Line: Encodable {
        var line: Int
        var serial: String
        var error: String?
        var report: CheckReport?
    }

    private struct Answer: Sendable {
        var row: CheckBatch.Row
        var report: Result<CheckReport, CommandFailure>
    }

    /// - Throws: `ExitCode.failure` where a row could not be checked, after all the others were.
    func run(_ batch: CheckBatch) async throws {
        var batch = batch
        if !printsJSON { try write(Self.headings) }
        var failures = 0
        var isAtEnd = false
        while !isAtEnd {
            var rows: [CheckBatch.Row] = []
            while rows.count < Self.atOnce, !isAtEnd {
                if let row = try batch.next() { rows.append(row) } else { isAtEnd = true }
            }
            for answer in try await answers(rows) {
                if case .failure = answer.report { failures += 1 }
                try write(answer)
            }
        }
        if failures > 0 {
            Terminal.report(
                "\(failures) \(failures == 1 ? "row" : "rows") could not be checked; see the column \"error\".")
            throw ExitCode.failure
        }
    }

    private func answers(_ rows: [CheckBatch.Row]) async throws -> [Answer] {
        try await withThrowingTaskGroup(of: (Int, Answer).self) { group in
            for (place, row) in rows.enumerated() {
                group.addTask { (place, try await answer(row)) }
            }
            var answers = [Answer?](repeating: nil, count: rows.count)
            for try await (place, answer) in group { answers[place] = answer }
            return answers.compactMap { $0 }
        }
    }

    @concurrent
    private func answer(_ row: CheckBatch.Row) async throws -> Answer {
        do {
            let result = try await registry.checks.check(try row.question.get(), actor)
            return Answer(row: row, report: .success(CheckReport(result, words)))
        } catch let failure as CommandFailure {
            return Answer(row: row, report: .failure(failure))
        } catch let error as RegistryError where error.code == .invalid {
            return Answer(
                row: row, report: .failure(CommandFailure(ErrorReport.text(error).replacing("\n  ", with: " "))))
        }
    }

    private static let headings = [
        "line", "serial", "check", "candidates", "best record", "owner", "class", "recorded serial", "make", "model",
        "calibre", "score", "reasons", "error",
    ]

    private func write(_ answer: Answer) throws {
        let (row, report) = (answer.row, answer.report)
        switch report {
        case .success(let report):
            if printsJSON { return try write(Line(line: row.line, serial: row.serial, report: report)) }
            let best = report.candidates.first
            try write([
                "\(row.line)", row.serial, report.check, "\(report.total)", best?.record ?? "", best?.owner ?? "",
                best?.recordClass ?? "", best?.serial ?? "", best?.make ?? "", best?.model ?? "", best?.calibre ?? "",
                best.map { String(format: "%.3f", $0.score) } ?? "",
                best?.reasons.map(\.text).joined(separator: "; ") ?? "", "",
            ])
        case .failure(let failure):
            if printsJSON { return try write(Line(line: row.line, serial: row.serial, error: failure.description)) }
            let blanks = [String](repeating: "", count: Self.headings.count - 3)
            try write(["\(row.line)", row.serial] + blanks + [failure.description])
        }
    }

    private func write(_ line: Line) throws {
        Terminal.print(try JSONText.text(line, isLine: true))
    }

    private func write(_ fields: [String]) throws {
        FileHandle.standardOutput.write(Data(try DelimitedWriter.bytes([fields])))
    }
}
