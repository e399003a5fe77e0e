/// The class characteristics of a generated breech face: the pattern that its manufacture leaves.
public struct ToolClass: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// The stable name of the class.
    public let rawValue: String

    /// Makes a class from its stable name; unknown names behave as granular.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Pits and mounds without a direction: cast, blasted, spark-eroded.
    public static let granular = ToolClass(rawValue: "granular")
    /// Straight lines in one direction: filed, broached, ground.
    public static let parallel = ToolClass(rawValue: "parallel")
    /// Bent lines about a far centre: face milled.
    public static let arched = ToolClass(rawValue: "arched")
    /// Circles about the middle: turned.
    public static let circular = ToolClass(rawValue: "circular")
    /// Nearly no relief: polished or plated.
    public static let smooth = ToolClass(rawValue: "smooth")

    /// Every class.
    public static let all: [ToolClass] = [.granular, .parallel, .arched, .circular, .smooth]

    /// The stable name of the class.
    public var description: String { rawValue }

    /// How large the relief is, compared with a granular one.
    var relief: Double { self == .smooth ? 0.35 : 1 }

    /// The part of the relief, as a share of its variance, that runs along lines.
    var lineShare: Double {
        switch self {
        case .parallel, .arched, .circular: 0.7
        default: 0
        }
    }
}
