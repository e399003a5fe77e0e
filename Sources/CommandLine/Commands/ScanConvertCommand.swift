import ArgumentParser
import Foundation
import Surfaces

/// `cartouche scan convert`
struct ScanConvertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Write a scan in another format: x3p, npy, csv or png.",
        discussion: """
            x3p to x3p keeps every value to the bit, every record and every other entry, computes the checksums anew, and \
            turns micrometres written as metres into metres. npy holds 32-bit floats and csv the shortest numbers that \
            read back the same, in micrometres; both lose the pitch, which is told. png holds 16 bits of grey from the \
            lowest to the highest value, which are told, with missing points transparent.

            EXAMPLES
              cartouche scan convert heights.csv --pitch 3.125 --unit nm --output heights.x3p
              cartouche scan convert case.x3p --output case.npy
              cartouche scan convert old.x3p --output corrected.x3p
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case x3p, npy, csv, png
    }

    @Argument(help: ArgumentHelp("The scan.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
    var output: String

    @Option(help: "x3p, npy, csv or png; told by the name of the output unless given.")
    var to: Format?

    @Flag(help: "Replace the output if it is there.")
    var overwrite = false

    @OptionGroup(title: "Reading")
    var reading: ScanReadingOptions

    func validate() throws {
        if to == nil, Format(rawValue: URL(filePath: output).pathExtension.lowercased()) == nil {
            throw ValidationError("The name '\(output)' tells no format. Give --to x3p, npy, csv or png.")
        }
    }

    func run() async throws {
        let scan = try reading.read(file)
        let format = to ?? Format(rawValue: URL(filePath: output).pathExtension.lowercased()) ?? .x3p
        let map = scan.surface
        let bytes: [UInt8]
        switch format {
        case .x3p:
            bytes = try scan.document?.correctingUnits().encoded() ?? X3PDocument(map).encoded()
        case .npy: bytes = map.numPy()
        case .csv: bytes = map.commaSeparated()
        case .png:
            bytes = try map.greyPicture()
            if let range = map.range {
                let unit = map.kind == .height ? " um" : ""
                Terminal.report("Black is \(range.lowerBound)\(unit), white is \(range.upperBound)\(unit).")
            }
        }
        try ScanOutput.write(bytes, to: output, overwrite: overwrite)
        if format != .x3p {
            Terminal.report("The pitch is \(map.pitchX) x \(map.pitchY) um; the file does not hold it.")
        }
    }
}
