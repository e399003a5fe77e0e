import ArgumentParser
import Foundation
import Surfaces

/// `cartouche scan info`
struct ScanInfoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info",
        abstract: "Tell what a scan holds, how it was measured, and what is wrong with it.",
        discussion: """
            Reads x3p (ISO 25178-72), plain matrices (csv, npy), and pictures (png, tiff, jpeg); the content decides, not \
            the name. Lines that begin with ! are warnings. The exit status is 1 when a file cannot be read, or when \
            --strict is given and a checksum does not fit; the other files are told all the same.

            EXAMPLES
              cartouche scan generate --tools 1 --output practice
              cartouche scan info practice/granular-01-1.x3p
              cartouche scan info --json *.x3p
              cartouche scan info heights.csv --pitch 3.125 --unit nm
            """
    )

    @Argument(help: ArgumentHelp("The scans.", valueName: "file"))
    var files: [String]

    @OptionGroup(title: "Reading")
    var reading: ScanReadingOptions

    @Flag(help: "One JSON object a file, each on a line.")
    var json = false

    func run() async throws {
        var failed = false
        for (index, path) in files.enumerated() {
            do {
                let file = try reading.read(path, reportsWarnings: false)
                let size = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
                let facts = ScanFacts(file, path: path, bytes: size)
                if json {
                    Terminal.print(try JSONText.text(facts, isLine: true))
                } else {
                    if index > 0 { Terminal.print("") }
                    for line in facts.lines { Terminal.print(line) }
                }
            } catch {
                Terminal.report("Error: \(ErrorReport.text(error))")
                failed = true
            }
        }
        if failed { throw ExitCode.failure }
    }
}
