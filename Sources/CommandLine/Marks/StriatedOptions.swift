import ArgumentParser
import Toolmarks

/// The parameters of a comparison of striated marks, each with its default.
struct StriatedOptions: ParsableArguments {
    enum Shoulders: String, ExpressibleByArgument, CaseIterable {
        case growth
        case localRegression = "local-regression"
        case rollingMinimum = "rolling-minimum"
        case secondDifference = "second-difference"
        case none

        var method: ShoulderMethod {
            switch self {
            case .growth: .growth
            case .localRegression: .localRegression
            case .rollingMinimum: .rollingMinimum
            case .secondDifference: .secondDifference
            case .none: .none
            }
        }
    }

    enum CrossCuts: String, ExpressibleByArgument, CaseIterable {
        case consensus
        case firstStable = "first-stable"

        var choice: CrossCutChoice { self == .consensus ? .consensus : .firstStable }
    }

    @Option(help: "How groove shoulders are found. Default: growth for lands, none for other marks.")
    var shoulders: Shoulders?

    @Option(help: "Which cross-cuts make the signature: all as far as they agree, or the first stable ones.")
    var crossCuts = CrossCuts.consensus

    @Option(help: ArgumentHelp("Waves shorter than this are taken away, micrometres. Default: 5.", valueName: "um"))
    var shortCutoff: Double?

    @Option(help: ArgumentHelp("Waves longer than this are taken away, micrometres. Default: 250.", valueName: "um"))
    var longCutoff: Double?

    @Option(help: ArgumentHelp("Part of the shorter signature that must overlap.", valueName: "share"))
    var overlap = 0.75

    /// How the signature of a kind of mark is taken.
    func extraction(for kind: ToolmarkKind) -> SignatureExtraction {
        var extraction = SignatureExtraction.preset(for: kind)
        if let shoulders { extraction.shoulders = shoulders.method }
        extraction.crossCuts = crossCuts.choice
        if let shortCutoff { extraction.shortCutoff = shortCutoff }
        if let longCutoff { extraction.longCutoff = longCutoff }
        return extraction
    }

    /// How signatures are compared.
    var comparer: SignatureComparer { SignatureComparer(smallestOverlap: overlap) }

    /// How scores are made, for reference sets.
    func method(for kind: ToolmarkKind) -> String {
        extraction(for: kind).method(for: kind, comparer: comparer)
    }

    func validate() throws {
        guard overlap > 0, overlap <= 1 else { throw ValidationError("--overlap needs a share above 0, up to 1.") }
    }
}
