import ArgumentParser
import Surfaces
import Toolmarks

/// How scans are read and made ready.
struct ScanOptions: ParsableArguments {
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case auto
        case breechFace = "breech-face"
        case firingPin = "firing-pin"
        case land
        case profile
        case bullet

        /// The kind of mark; nil to tell it from the scan. The marks of a bullet are its lands.
        var mark: ToolmarkKind? {
            switch self {
            case .auto: nil
            case .bullet: .land
            default: ToolmarkKind(rawValue: rawValue)
            }
        }
    }

    enum Preparing: String, ExpressibleByArgument, CaseIterable { case auto, prepared, masked, raw }

    @Option(
        help: ArgumentHelp(
            "The kind of mark. auto takes long scans for lands and others for breech faces; bullet compares all lands of "
                + "two folders or lists; profile is any other striated mark."
        )
    )
    var kind = Kind.auto

    @Option(
        help: ArgumentHelp(
            "How far the scans are ready: prepared (compared as they are), masked (levelled and filtered), raw (the mark "
                + "is looked for, too). auto looks at each scan.",
            valueName: "state"
        )
    )
    var state = Preparing.auto

    @Option(help: ArgumentHelp("Distance between points of files that do not state it, micrometres.", valueName: "um"))
    var filePitch: Double?

    @Option(help: ArgumentHelp("Length of one unit of plain matrices, micrometres.", valueName: "um"))
    var heightUnit = 1.0

    @Flag(help: "Refuse files whose checksums do not fit; else that is a warning.")
    var strict = false

    /// The options of the reader.
    var reading: SurfaceReadingOptions {
        SurfaceReadingOptions(isStrict: strict, pitch: filePitch, heightUnit: heightUnit)
    }

    /// The stage that was stated.
    var stage: ScanState.Stage? { ScanState.Stage(rawValue: state.rawValue) }
}
