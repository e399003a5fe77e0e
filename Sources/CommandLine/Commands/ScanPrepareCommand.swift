import ArgumentParser
import Foundation
import Surfaces

/// `cartouche scan prepare`
struct ScanPrepareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prepare",
        abstract: "Make a scan ready for comparison, step by step, and say what each step did.",
        discussion: """
            The steps of a preset are published ones; docs/scans.md explains each. Print them, change them, and give them \
            back with --steps. The prepared scan carries its steps and findings in itself (cartouche/preparation.json), so \
            that the work can be repeated to the bit. The origin is not changed.

            EXAMPLES
              cartouche scan prepare raw.x3p --output prepared.x3p
              cartouche scan prepare raw.x3p --preset firing-pin --output pin.x3p --picture pin.png
              cartouche scan prepare --preset breech-face --print-steps > steps.json
              cartouche scan prepare raw.x3p --steps steps.json --output prepared.x3p --json
              cartouche scan prepare raw.x3p --file-mask --output prepared.x3p
            """
    )

    enum Preset: String, ExpressibleByArgument, CaseIterable {
        case breechFace = "breech-face"
        case firingPin = "firing-pin"
        case land

        var preparation: Preparation {
            switch self {
            case .breechFace: .breechFace
            case .firingPin: .firingPin
            case .land: .land
            }
        }
    }

    @Argument(help: ArgumentHelp("The scan.", valueName: "file"))
    var file: String?

    @Option(help: ArgumentHelp("The x3p file to write.", valueName: "x3p"))
    var output: String?

    @Option(help: "breech-face, firing-pin or land.")
    var preset = Preset.breechFace

    @Option(help: ArgumentHelp("Steps from a file in place of a preset.", valueName: "json"))
    var steps: String?

    @Flag(help: "Print the steps as JSON, do nothing.")
    var printSteps = false

    @Flag(help: "Use the mask in the file in place of the search for the mark.")
    var fileMask = false

    @Option(help: ArgumentHelp("Draw the prepared surface.", valueName: "png"))
    var picture: String?

    @Flag(help: "The steps and what they found as one JSON object.")
    var json = false

    @Flag(help: "Replace files that are there.")
    var overwrite = false

    @OptionGroup(title: "Reading")
    var reading: ScanReadingOptions

    /// What is printed and kept in the prepared file.
    private struct Record: Codable {
        var source: String
        var originX: Double
        var originY: Double
        var steps: [StepRecord]
    }

    func validate() throws {
        if printSteps { return }
        guard file != nil, output != nil else {
            throw ValidationError("Name a scan and --output, or give --print-steps.")
        }
    }

    func run() async throws {
        var preparation = preset.preparation
        if let steps { preparation = try Self.read(steps) }
        if printSteps { return Terminal.print(try JSONText.text(preparation)) }
        guard let file, let output else { return }
        let scan = try reading.read(file)
        if fileMask {
            guard let marking = scan.marking else { throw CommandFailure("\(file) holds no mask that can be used.") }
            preparation = preparation.replacingSearch(by: .bitmap(MaskBitmap(marking.mask)))
        }
        let prepared: PreparedSurface
        do throws(SurfacesError) {
            prepared = try preparation.apply(to: scan.surface)
        } catch {
            throw CommandFailure("\(file): \(error)")
        }
        let record = Record(
            source: URL(filePath: file).lastPathComponent,
            originX: prepared.origin.x,
            originY: prepared.origin.y,
            steps: prepared.records
        )
        let text = try JSONText.text(record)
        if prepared.surface.kind == .height {
            var document = try X3PDocument(prepared.surface, metadata: scan.document?.metadata ?? SurfaceMetadata())
            let note = "Prepared by Cartouche; the steps are in cartouche/preparation.json."
            document.metadata.comment = document.metadata.comment.map { "\($0) \(note)" } ?? note
            document.entries.append(X3PEntry(name: "cartouche/preparation.json", bytes: Array(text.utf8)))
            try ScanOutput.write(try document.encoded(), to: output, overwrite: overwrite)
        } else {
            throw CommandFailure("\(file) holds brightness, which x3p has no place for. Only heights are prepared.")
        }
        if let picture {
            let title = URL(filePath: output).lastPathComponent
            let drawn = try SurfaceRendering(title: title).draw(prepared.surface)
            try ScanOutput.write(try drawn.picture.png(), to: picture, overwrite: overwrite)
        }
        if json { return Terminal.print(text) }
        for line in Self.lines(prepared) { Terminal.print(line) }
    }

    private static func read(_ path: String) throws -> Preparation {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure("\(path) cannot be read. Print the steps of a preset with --print-steps.")
        }
        do {
            return try JSONDecoder().decode(Preparation.self, from: data)
        } catch let error as DecodingError {
            throw CommandFailure("\(path) holds no steps: \(DecodingText.text(error))")
        }
    }

    private static func lines(_ prepared: PreparedSurface) -> [String] {
        var table = TextTable(headings: ["step", "points before", "after", "found"])
        for record in prepared.records {
            let findings = record.findings.map { finding in
                let value = finding.value == finding.value.rounded() && abs(finding.value) < 1e9
                let text =
                    value
                    ? NumberText.grouped(Int(finding.value))
                    : String(format: abs(finding.value) < 100 ? "%.3g" : "%.0f", finding.value)
                return "\(finding.name) \(text)" + (finding.unit.isEmpty ? "" : " \(finding.unit)")
            }
            let remarks = record.remarks.map { "! \($0)" }
            table.add([
                record.step.name, NumberText.grouped(record.validBefore), NumberText.grouped(record.validAfter),
                (findings + remarks).joined(separator: ", "),
            ])
        }
        let map = prepared.surface
        return table.lines + [
            "\(map.columns) x \(map.rows) points, \(map.pitchX) um apart, \(NumberText.percent(map.validFraction)) valid"
        ]
    }
}
