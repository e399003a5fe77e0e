import ArgumentParser
import Firearms
import Matching

/// `cartouche evaluate serials`
struct EvaluateSerialsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serials",
        abstract: "Measure how many serial numbers are read right and found again.",
        discussion: """
            The file has the columns raw, expected, make, type and calibre; the last three may be empty. expected is \
            the number that the raw text states, with ? for an unreadable place, and empty where it states none. \
            Every row is also a gun: it is looked for by its raw text among the guns of all rows.

            EXAMPLES
              cartouche evaluate serials serials.csv
              cartouche evaluate serials serials.csv --json | tail -n 1
            """
    )

    @Argument(help: ArgumentHelp("The labelled file.", valueName: "file"))
    var file: String

    @Flag(help: "One JSON object on the last line.")
    var json = false

    private struct Answer: Encodable {
        var parsedAccuracy: Double
        var foundFirst: Double
        var foundInTen: Double
        var rows: Int

        enum CodingKeys: String, CodingKey {
            case parsedAccuracy = "parsed_accuracy"
            case foundFirst = "found_rank1"
            case foundInTen = "found_rank10"
            case rows
        }
    }

    func run() async throws {
        let serials = try LabelledFile(file, headings: ["raw", "expected"]).rows.map {
            LabelledSerial(
                line: $0.line, raw: $0["raw"], expected: $0["expected"], make: $0.filled("make"),
                type: $0.filled("type"), calibre: $0.filled("calibre")
            )
        }
        let evaluation = SerialEvaluation(serials, .standard)
        report(evaluation)
        guard json else { return }
        let answer = Answer(
            parsedAccuracy: evaluation.parsedAccuracy, foundFirst: evaluation.foundFirstShare,
            foundInTen: evaluation.foundInTenShare, rows: evaluation.rows
        )
        Terminal.print(try JSONText.text(answer, isLine: true))
    }

    private func report(_ evaluation: SerialEvaluation) {
        Terminal.print(
            "Read as expected: \(evaluation.parsed) of \(evaluation.rows), "
                + NumberText.percent(evaluation.parsedAccuracy)
        )
        Terminal.print(
            "Found again, of \(evaluation.searched) that state a number: first "
                + "\(NumberText.percent(evaluation.foundFirstShare)), among ten "
                + NumberText.percent(evaluation.foundInTenShare)
        )
        guard !json else { return }
        print("Read otherwise", evaluation.misread)
        print("Not among the first ten", evaluation.missed)
    }

    private func print(_ title: String, _ mistakes: [SerialEvaluation.Mistake]) {
        guard !mistakes.isEmpty else { return }
        Terminal.print("")
        Terminal.print(title)
        var table = TextTable(headings: ["line", "raw", "expected", "read", "place"])
        for mistake in mistakes {
            table.add([
                "\(mistake.serial.line)", mistake.serial.raw, mistake.serial.expected, mistake.answer,
                mistake.rank.map(String.init) ?? "-",
            ])
        }
        for line in table.lines { Terminal.print("  \(line)") }
    }
}
