import ArgumentParser
import Foundation
import Surfaces
import Toolmarks

/// `cartouche scan generate`
struct ScanGenerateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Write invented breech-face scans with known truth, to learn and to test with.",
        discussion: """
            Draws breech faces that never were and cartridges fired with them. Firings of one tool differ as real ones \
            do: other centring and rotation, incomplete contact, the primer's own texture, wear, noise. The same \
            settings give the same files on every machine. truth.csv tells which scans are of one tool.

            EXAMPLES
              cartouche scan generate --class parallel --tools 2 --firings 2 --output practice
              cartouche compare practice/parallel-01-1.x3p practice/parallel-01-2.x3p
              cartouche evaluate toolmarks --scans practice --truth practice/truth.csv
              cartouche scan generate --class all --tools 20 --firings 3 --raw --output practice-raw
            """
    )

    @Option(
        name: .customLong("class"),
        help: ArgumentHelp("granular, parallel, arched, circular, smooth or all.", valueName: "class")
    )
    var toolClass = "granular"

    @Option(help: ArgumentHelp("How many tools of each class.", valueName: "number"))
    var tools = 2

    @Option(help: ArgumentHelp("How many firings of each tool.", valueName: "number"))
    var firings = 2

    @Option(help: ArgumentHelp("The folder to write to; it is made if needed.", valueName: "folder"))
    var output: String

    @Option(help: ArgumentHelp("Other numbers give other tools.", valueName: "number"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Micrometres between points.", valueName: "um"))
    var pitch = 6.25

    @Flag(help: "Whole scans as an instrument gives them, not yet prepared.")
    var raw = false

    @Flag(help: "Turn every scan by any angle; otherwise as an operator orients them.")
    var anyDirection = false

    @Option(
        help: ArgumentHelp(
            "The part of the relief, 0 to 1, that all tools of a class share, as tools made one after the other do.",
            valueName: "share"
        )
    )
    var subclassShare = 0.0

    @Option(help: ArgumentHelp("The part of the relief, 0 to 1, that a hundred firings replace.", valueName: "share"))
    var wear = 0.2

    @Flag(help: "Replace scans of the same names.")
    var overwrite = false

    func validate() throws {
        guard classes.isEmpty == false else {
            let known = ToolClass.all.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("There is no class '\(toolClass)'. Use \(known) or all.")
        }
        guard (1...100_000).contains(tools), (1...10_000).contains(firings) else {
            throw ValidationError("Use 1 to 100,000 tools and 1 to 10,000 firings of each.")
        }
        guard (2...50).contains(pitch) else { throw ValidationError("Use a pitch of 2 to 50 micrometres.") }
        guard (0...1).contains(subclassShare), (0...1).contains(wear) else {
            throw ValidationError("Use shares from 0 to 1.")
        }
    }

    private var classes: [ToolClass] {
        toolClass == "all" ? ToolClass.all : ToolClass.all.filter { $0.rawValue == toolClass }
    }

    func run() async throws {
        let folder = URL(filePath: output)
        let truthFile = folder.appending(path: "truth.csv")
        guard overwrite || !FileManager.default.fileExists(atPath: truthFile.path) else {
            throw CommandFailure("\(truthFile.path) exists. Name another folder, or add --overwrite.")
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var truth = "scan,source\n"
        let total = classes.count * tools * firings
        var written = 0
        for toolClass in classes {
            for number in 1...tools {
                let source = "\(toolClass)-\(padded(number))"
                let tool = GeneratedTool(
                    toolClass,
                    seed: GeneratedTool.seed(seed, toolClass, number),
                    conditions: conditions,
                    subclass: seed,
                    subclassShare: subclassShare
                )
                for firing in 0..<firings {
                    try Task.checkCancellation()
                    let fired = tool.firing(firing)
                    let name = "\(source)-\(firing + 1).x3p"
                    let map = raw ? fired.raw(pitch: pitch) : fired.prepared(pitch: pitch)
                    let bytes = try X3PDocument(map, metadata: metadata(of: fired)).encoded()
                    try Data(bytes).write(to: folder.appending(path: name), options: .atomic)
                    truth += "\(name),\(source)\n"
                    written += 1
                    if Terminal.errorIsInteractive { Terminal.redraw("Generating \(written) of \(total)") }
                }
            }
        }
        if Terminal.errorIsInteractive { Terminal.redraw("") }
        // Last, so that a folder with a truth file is complete.
        try Data(truth.utf8).write(to: truthFile, options: .atomic)
        Terminal.print("\(NumberText.grouped(total)) scans and truth.csv in \(folder.path)")
    }

    private var conditions: FiringConditions {
        var conditions = FiringConditions()
        conditions.isAnyDirection = anyDirection
        conditions.wear = wear
        return conditions
    }

    private func metadata(of firing: GeneratedFiring) -> SurfaceMetadata {
        var metadata = SurfaceMetadata()
        metadata.creator = "cartouche scan generate"
        metadata.probingType = "Software"
        metadata.comment =
            "Invented \(firing.tool.toolClass) breech face, seed \(firing.tool.seed), firing \(firing.number + 1)."
        return metadata
    }

    private func padded(_ number: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, String(max(10, tools)).count - text.count)) + text
    }
}
