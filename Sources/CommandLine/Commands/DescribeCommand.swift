import ArgumentParser
import Firearms
import Server

/// `cartouche describe`
struct DescribeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe",
        abstract: "Put the description of a firearm into the terms of the reference table.",
        discussion: """
            Says what was recognised, how surely and by which rule, what it may be mistaken for, and what does not fit \
            together. Nothing is stored or looked for.

            EXAMPLES
              cartouche describe "TAURUS PT 92 cal 9mm serie TKR?2345"
              cartouche describe --make "Amadeo Rossi" --model M68 --calibre ".38" --serial "raspado"
            """
    )

    @Argument(help: ArgumentHelp("The description in one line.", valueName: "text"))
    var text: String?

    @Option(help: "Kind of firearm.")
    var type: String?

    @Option(help: "Make.")
    var make: String?

    @Option(help: "Model.")
    var model: String?

    @Option(help: "Calibre.")
    var calibre: String?

    @Option(help: "Text about the serial number.")
    var serial: String?

    @Flag(help: "The result as JSON.")
    var json = false

    func validate() throws {
        if text == nil, [type, make, model, calibre, serial].allSatisfy({ $0 == nil }) {
            throw ValidationError("Give a description, or some of --type, --make, --model, --calibre, --serial.")
        }
    }

    func run() async throws {
        let line = text.map { NormalisedDescription(line: $0).written } ?? WrittenDescription()
        let written = WrittenDescription(
            type: type ?? line.type, make: make ?? line.make, model: model ?? line.model,
            calibre: calibre ?? line.calibre, serial: serial ?? line.serial
        )
        let catalogue = try PublicCatalogue(language: Terminal.language)
        let answer = DescriptionAnswer(NormalisedDescription(written), in: catalogue)
        if json {
            Terminal.print(try JSONText.text(answer))
        } else {
            for line in Self.lines(answer) { Terminal.print(line) }
        }
    }

    private static func lines(_ answer: DescriptionAnswer) -> [String] {
        var table = TextTable(headings: ["field", "written", "recognised as", "how surely", "rule", "or"])
        func add(_ field: String, _ written: String?, _ recognised: DescriptionAnswer.Recognised?) {
            guard written != nil || recognised != nil else { return }
            table.add([
                field, written ?? "-", recognised?.name ?? "-",
                recognised.map { NumberText.percent($0.confidence) } ?? "-", recognised?.rule ?? "-",
                recognised?.alternatives.map(\.name).joined(separator: ", ") ?? "",
            ])
        }
        add("type", answer.written.type, answer.type)
        add("make", answer.written.make, answer.make)
        add("model", answer.written.model, answer.model)
        add("calibre", answer.written.calibre, answer.calibre)
        var lines = table.lines
        for number in answer.numbers {
            lines.append("number  \(number.pattern.isEmpty ? "-" : number.pattern)  \(number.part), \(number.state)")
        }
        for other in answer.lookAlikes {
            lines.append("may be mistaken for \(other.make) \(other.model): \(other.difference)")
        }
        lines += answer.warnings.map { "! \($0.text)" }
        return lines
    }
}
