import ArgumentParser
import Identity

/// `cartouche evaluate names`
struct EvaluateNamesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "names",
        abstract: "Measure how well names and persons are told the same or different.",
        discussion: """
            The file is a table with the columns name1, name2 and is_match (true or false), and if you like schema \
            (Person, Company, Organization, LegalEntity, Vessel) and quality (STRONG for labels beyond doubt); or, \
            ending in .yml or .yaml, a list of checks with match, schema, query and candidate, whose fields are those \
            of FollowTheMoney: name, alias, firstName, lastName, birthDate, nationality, gender, birthPlace. \
            The threshold is the one that parts the rows best by F1.

            EXAMPLES
              cartouche evaluate names name_pairs.csv
              cartouche evaluate names entity_checks.yml --json | tail -n 1
            """
    )

    @Argument(help: ArgumentHelp("The labelled file.", valueName: "file"))
    var file: String

    @Flag(help: "One JSON object on the last line.")
    var json = false

    private struct Answer: Encodable {
        var f1: Double
        var precision: Double
        var recall: Double
        var threshold: Double
        var strongCorrect: Int
        var strongRows: Int
        var pairsPerSecond: Double
        var rows: Int

        enum CodingKeys: String, CodingKey {
            case f1, precision, recall, threshold, rows
            case strongCorrect = "strong_correct"
            case strongRows = "strong_rows"
            case pairsPerSecond = "pairs_per_second"
        }
    }

    func run() async throws {
        let pairs = try LabelledPairFile.pairs(file)
        let evaluation = NameEvaluation(pairs)
        let speed = Self.pairsPerSecond(pairs)
        report(evaluation, speed)
        guard json else { return }
        let answer = Answer(
            f1: evaluation.f1, precision: evaluation.precision, recall: evaluation.recall,
            threshold: Double(evaluation.threshold), strongCorrect: evaluation.strongCorrect,
            strongRows: evaluation.strongRows, pairsPerSecond: speed.rounded(), rows: evaluation.rows
        )
        Terminal.print(try JSONText.text(answer, isLine: true))
    }

    /// Scores with their explanations that one core makes, once the names are prepared.
    private static func pairsPerSecond(_ pairs: [LabelledPair]) -> Double {
        if pairs.isEmpty { return 0 }
        var comparer = PersonComparer()
        var count = 0
        let clock = ContinuousClock()
        let start = clock.now
        while clock.now - start < .milliseconds(500) {
            for pair in pairs { _ = comparer.compare(pair.left, pair.right) }
            count += pairs.count
        }
        return Double(count) / ((clock.now - start) / .seconds(1))
    }

    private func report(_ evaluation: NameEvaluation, _ speed: Double) {
        Terminal.print(
            "F1 \(NumberText.percent(evaluation.f1)) of \(evaluation.rows) rows, precision "
                + "\(NumberText.percent(evaluation.precision)), recall \(NumberText.percent(evaluation.recall)), "
                + "at a score of \((Double(evaluation.threshold) * 1000).rounded() / 1000) or more"
        )
        Terminal.print("Labels beyond doubt: \(evaluation.strongCorrect) of \(evaluation.strongRows) right")
        Terminal.print("Explained scores a second, one core: \(Int(speed))")
        guard !json else { return }
        for (title, isMatch) in [("Same, but scored lower", true), ("Different, but scored higher", false)] {
            let mistakes = evaluation.mistakes.filter { $0.pair.isMatch == isMatch }
            if mistakes.isEmpty { continue }
            Terminal.print("")
            Terminal.print("\(title): \(mistakes.count)")
            for mistake in mistakes { show(mistake) }
        }
    }

    private func show(_ mistake: NameEvaluation.Mistake) {
        let names = [mistake.pair.left, mistake.pair.right].map { $0.names.first?.text ?? "(no name)" }
        let score = (Double(mistake.score) * 1000).rounded() / 1000
        Terminal.print(
            "  line \(mistake.pair.line): \(names[0]) | \(names[1])  \(score)\(mistake.pair.isStrong ? "  beyond doubt" : "")"
        )
        for evidence in mistake.explanation { Terminal.print("      \(evidence.text)") }
    }
}
