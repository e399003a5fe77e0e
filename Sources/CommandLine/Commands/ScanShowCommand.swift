import ArgumentParser
import Foundation
import Surfaces

/// `cartouche scan show`
struct ScanShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Draw a scan as a PNG picture: relief, height map, brightness, mask.",
        discussion: """
            A relief shows the surface under a lamp from the side; light and exaggeration are written below it. A height \
            map shows heights as colours that keep their order for colour-blind eyes, with a colour bar. Pale blue is \
            where nothing was measured.

            EXAMPLES
              cartouche scan show case.x3p --output case.png
              cartouche scan show case.x3p --as heights --colours cividis --range -3:3 --output heights.png
              cartouche scan show raw.x3p --find-mark --output found.png
              cartouche scan show raw.x3p --file-mask --azimuth 45 --elevation 20 --output mask.png
            """
    )

    enum Style: String, ExpressibleByArgument, CaseIterable {
        case relief, heights
    }

    enum Colours: String, ExpressibleByArgument, CaseIterable {
        case viridis, cividis, grey

        var map: ColourMap {
            switch self {
            case .viridis: .viridis
            case .cividis: .cividis
            case .grey: .grey
            }
        }
    }

    @Argument(help: ArgumentHelp("The scan.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The picture to write.", valueName: "png"))
    var output: String

    @Option(name: .customLong("as"), help: "relief or heights. Pictures are always shown as brightness.")
    var style = Style.relief

    @Option(help: "viridis, cividis or grey.")
    var colours = Colours.viridis

    @Option(
        help: ArgumentHelp(
            "Values at the ends of the colours; the 0.5th to 99.5th percentile unless told.", valueName: "low:high"
        )
    )
    var range: String?

    @Option(help: ArgumentHelp("Where the light comes from, clockwise from the upper edge.", valueName: "degrees"))
    var azimuth = 315.0

    @Option(help: ArgumentHelp("How high the light stands.", valueName: "degrees"))
    var elevation = 45.0

    @Option(
        help: ArgumentHelp("What heights are multiplied with; chosen by the slopes unless told.", valueName: "factor"))
    var exaggeration: Double?

    @Option(help: ArgumentHelp("Pixels along the longer side.", valueName: "pixels"))
    var side: Int?

    @Option(help: "A line above the surface; the name of the file unless told.")
    var title: String?

    @Flag(help: "The surface alone, without title and scales.")
    var plain = false

    @Flag(help: "Tint what the mask in the file leaves out.")
    var fileMask = false

    @Flag(help: "Look for the breech-face mark and tint the rest.")
    var findMark = false

    @Flag(help: "Replace the picture if it is there.")
    var overwrite = false

    @OptionGroup(title: "Reading")
    var reading: ScanReadingOptions

    func validate() throws {
        guard !(fileMask && findMark) else { throw ValidationError("Give --file-mask or --find-mark, not both.") }
        guard (0...90).contains(elevation), azimuth.isFinite else {
            throw ValidationError("Use an elevation of 0 to 90 degrees.")
        }
        if let exaggeration, !(exaggeration > 0 && exaggeration.isFinite) {
            throw ValidationError("Use an exaggeration above 0.")
        }
        _ = try parsedRange()
    }

    func run() async throws {
        let scan = try reading.read(file)
        var rendering = SurfaceRendering(longestSide: side, showsScales: !plain)
        if scan.surface.kind == .height {
            rendering.style =
                style == .heights
                ? .values(colours.map, range: try parsedRange())
                : .relief(ShadedRelief(azimuth: azimuth, elevation: elevation, exaggeration: exaggeration))
        }
        if !plain { rendering.title = title ?? URL(filePath: file).lastPathComponent }
        if fileMask {
            guard let marking = scan.marking else { throw CommandFailure("\(file) holds no mask that can be used.") }
            rendering.mask = marking.mask
        }
        var face: BreechFace?
        if findMark {
            let found = try BreechFaceFinder().find(in: scan.surface)
            rendering.mask = found.mask.mask
            face = found
        }
        var drawn = try rendering.draw(scan.surface)
        if let face {
            for (circle, colour) in [(face.edge, Colour.blue), (face.hole, Colour.orange)] {
                guard let circle else { continue }
                let radius = drawn.pixels(circle.radius)
                drawn.picture.drawCircle(drawn.pixel(for: circle.centre), radius: radius, colour, width: 2)
            }
            Terminal.report(
                face.usesWholeScan
                    ? "No convincing mark was found; the whole scan counts."
                    : "Found the mark with a confidence of \(NumberText.percent(face.confidence))."
            )
        }
        try ScanOutput.write(try drawn.picture.png(), to: output, overwrite: overwrite)
    }

    private func parsedRange() throws -> ClosedRange<Float>? {
        guard let range else { return nil }
        let ends = range.split(separator: ":", omittingEmptySubsequences: false).map { Float($0) }
        guard ends.count == 2, let low = ends[0], let high = ends[1], low < high, low.isFinite, high.isFinite else {
            throw ValidationError("'\(range)' is no range. Write it as low:high, such as -3:3.")
        }
        return low...high
    }
}
