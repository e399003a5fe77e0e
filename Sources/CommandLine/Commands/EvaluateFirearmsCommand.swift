import ArgumentParser
import Firearms

/// `cartouche evaluate firearms`
struct EvaluateFirearmsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "firearms",
        abstract: "Measure how many makes and calibres are recognised.",
        discussion: """
            Each file has the columns raw and expected: a text as somebody wrote it, and the name it means. An expected \
            name is looked up by name or alias; one that the reference table does not know counts as a mistake. Leave \
            it empty where the text names nothing.

            EXAMPLES
              cartouche evaluate firearms --makes makes.csv --calibres calibres.csv
              cartouche evaluate firearms --makes makes.csv --json | tail -n 1
            """
    )

    @Option(help: ArgumentHelp("Labelled makes.", valueName: "file"))
    var makes: String?

    @Option(help: ArgumentHelp("Labelled calibres.", valueName: "file"))
    var calibres: String?

    @Flag(help: "One JSON object on the last line.")
    var json = false

    func validate() throws {
        if makes == nil, calibres == nil { throw ValidationError("Give --makes, --calibres or both.") }
    }

    /// All four values are always there: an accuracy that was not measured is null, over no rows.
    private struct Answer: Encodable {
        var makeAccuracy: Double?
        var makeRows = 0
        var calibreAccuracy: Double?
        var calibreRows = 0

        enum CodingKeys: String, CodingKey {
            case makeAccuracy = "make_accuracy"
            case makeRows = "make_rows"
            case calibreAccuracy = "calibre_accuracy"
            case calibreRows = "calibre_rows"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(makeAccuracy, forKey: .makeAccuracy)
            try container.encode(makeRows, forKey: .makeRows)
            try container.encode(calibreAccuracy, forKey: .calibreAccuracy)
            try container.encode(calibreRows, forKey: .calibreRows)
        }
    }

    func run() async throws {
        var answer = Answer()
        if let makes {
            let evaluation = RecognitionEvaluation.makes(try Self.texts(makes), .standard)
            report("Makes", evaluation)
            answer.makeAccuracy = evaluation.accuracy
            answer.makeRows = evaluation.rows
        }
        if let calibres {
            let evaluation = RecognitionEvaluation.calibres(try Self.texts(calibres), .standard)
            report("Calibres", evaluation)
            answer.calibreAccuracy = evaluation.accuracy
            answer.calibreRows = evaluation.rows
        }
        if json { Terminal.print(try JSONText.text(answer, isLine: true)) }
    }

    private static func texts(_ path: String) throws -> [LabelledText] {
        try LabelledFile(path, headings: ["raw", "expected"]).rows.map {
            LabelledText(line: $0.line, raw: $0["raw"], expected: $0["expected"])
        }
    }

    private func report(_ title: String, _ evaluation: RecognitionEvaluation) {
        let share = NumberText.percent(evaluation.accuracy)
        Terminal.print("\(title): \(evaluation.right) of \(evaluation.rows) recognised as expected, \(share)")
        guard !json else { return }
        var rules = TextTable(headings: ["rule", "right", "wrong"])
        for (rule, record) in evaluation.rules.sorted(by: { ($1.value.wrong, $0.key) < ($0.value.wrong, $1.key) }) {
            rules.add([rule, "\(record.right)", "\(record.wrong)"])
        }
        for line in rules.lines { Terminal.print("  \(line)") }
        guard !evaluation.mistakes.isEmpty else { return }
        Terminal.print("")
        Terminal.print("  taken for another, the commonest first")
        for (expected, answer, count) in evaluation.confusions.prefix(20) {
            Terminal.print("  \(count) x  \(expected.isEmpty ? "(nothing)" : expected) -> \(answer ?? "(nothing)")")
        }
        Terminal.print("")
        var mistakes = TextTable(headings: ["line", "raw", "expected", "answered", "rule"])
        for mistake in evaluation.mistakes {
            mistakes.add([
                "\(mistake.text.line)", mistake.text.raw,
                mistake.text.expected + (mistake.isUnknownName ? " (not in the table)" : ""), mistake.answer ?? "-",
                mistake.rule ?? "-",
            ])
        }
        for line in mistakes.lines { Terminal.print("  \(line)") }
        Terminal.print("")
    }
}
