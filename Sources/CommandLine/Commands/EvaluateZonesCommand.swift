import ArgumentParser
import Foundation
import Identity

/// `cartouche evaluate mrz`
struct EvaluateZonesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mrz",
        abstract: "Measure how many machine-readable zones are judged right.",
        discussion: """
            Each line of the file is a JSON object: lines (the lines of the zone), format (TD1, TD2, TD3, MRV-A, MRV-B) \
            and checks, with true or false for doc, dob, exp, opt and composite, as read by the layout of ICAO Doc 9303. \
            A zone counts as right when its format and every labelled check digit are.

            EXAMPLES
              cartouche evaluate mrz zones.jsonl
              cartouche evaluate mrz zones.jsonl --json | tail -n 1
            """
    )

    @Argument(help: ArgumentHelp("The labelled file.", valueName: "file"))
    var file: String

    @Flag(help: "One JSON object on the last line.")
    var json = false

    private struct Answer: Encodable {
        var correct: Int
        var rows: Int
    }

    func run() async throws {
        var answer = Answer(correct: 0, rows: 0)
        var mistakes = TextTable(headings: ["line", "zone", "judged otherwise"])
        let decoder = JSONDecoder()
        for (index, line) in try text().split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.allSatisfy(\.isWhitespace) {
            answer.rows += 1
            guard let labelled = try? decoder.decode(LabelledZone.self, from: Data(line.utf8)) else {
                mistakes.add([
                    "\(index + 1)", String(line.prefix(40)), "the line is no labelled zone and counts as wrong",
                ])
                continue
            }
            let found = labelled.disagreements()
            if found.isEmpty {
                answer.correct += 1
            } else {
                mistakes.add(["\(index + 1)", labelled.lines.first ?? "", found.joined(separator: "; ")])
            }
        }
        guard answer.rows > 0 else { throw CommandFailure("\(file) holds no labelled zone.") }
        let share = NumberText.percent(Double(answer.correct) / Double(answer.rows))
        Terminal.print("Judged right: \(answer.correct) of \(answer.rows), \(share)")
        if answer.correct < answer.rows, !json { for line in mistakes.lines { Terminal.print("  \(line)") } }
        if json { Terminal.print(try JSONText.text(answer, isLine: true)) }
    }

    private func text() throws -> String {
        do {
            return try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            throw CommandFailure("\(file) cannot be read as UTF-8 text: \(error.localizedDescription)")
        }
    }
}
