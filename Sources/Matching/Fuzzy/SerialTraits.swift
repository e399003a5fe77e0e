public import Firearms

/// What the index remembers of a firearm beside its number, in 32 bits: enough to list agreeing firearms first where
/// thousands of numbers agree, before anything is read from the database.
///
/// Codes are kept as short sums, so that a sum of one program version means the same in the next: two codes may share
/// one, which puts a candidate higher than it deserves until the full ranking.
public struct SerialTraits: Hashable, Sendable {
    /// The bits, as the database keeps them.
    public let rawValue: UInt32

    /// Nothing known, and not counted among the open ones.
    public static let unknown = SerialTraits(rawValue: 0)

    /// Takes stored bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The traits of a firearm.
    /// - Parameter isOpen: whether everybody who may search may know of the record, so that it may be counted without
    ///   asking who searches.
    public init(makeCode: String?, calibreCode: String?, type: FirearmType?, isOpen: Bool) {
        var bits: UInt32 = isOpen ? 1 : 0
        bits |= Self.sum(makeCode, bits: Self.makeBits) << Self.makeShift
        bits |= Self.sum(calibreCode, bits: Self.calibreBits) << Self.calibreShift
        bits |= Self.sum(type?.rawValue, bits: Self.typeBits) << Self.typeShift
        rawValue = bits
    }

    /// Whether everybody who may search may know of the record.
    public var isOpen: Bool { rawValue & 1 != 0 }

    var make: UInt32 { rawValue >> Self.makeShift & (1 << Self.makeBits - 1) }
    var calibre: UInt32 { rawValue >> Self.calibreShift & (1 << Self.calibreBits - 1) }
    var type: UInt32 { rawValue >> Self.typeShift }

    private static let makeBits: UInt32 = 15
    private static let calibreBits: UInt32 = 12
    private static let typeBits: UInt32 = 4
    private static let makeShift: UInt32 = 1
    private static let calibreShift: UInt32 = 16
    private static let typeShift: UInt32 = 28

    /// FNV-1a, folded to the bits; 0 for an unknown code only.
    private static func sum(_ code: String?, bits: UInt32) -> UInt32 {
        guard let code, !code.isEmpty else { return 0 }
        var sum: UInt32 = 0x811C_9DC5
        for byte in code.utf8 { sum = (sum ^ UInt32(byte)) &* 0x0100_0193 }
        return (sum ^ sum >> 16) % (1 << bits - 1) + 1
    }
}

/// What speaks against a candidate, as far as the index knows, in quarters of a bit: the order in which candidates are
/// kept when there are too many. The weights are those of the full ranking.
struct SerialPreference {
    let wanted: SerialTraits
    private let isUsed: Bool

    init(_ wanted: SerialTraits) {
        self.wanted = wanted
        isUsed = wanted.make != 0 || wanted.calibre != 0 || wanted.type != 0
    }

    /// 0 where nothing is wanted, so that the order is that of the steps.
    func cost(_ step: SerialIndexStep, confusions: Int, _ traits: SerialTraits) -> Int {
        guard isUsed else { return 0 }
        var weight = Double(confusions) * Self.confusion
        switch step {
        case .exact, .confusable, .unreadable, .partialRecord: break
        case .oneEdit: weight += MatchWeights.place + MatchWeights.misreading
        case .part: weight += MatchWeights.oneSideOnly
        }
        weight += Self.weight(wanted.make, traits.make, MatchWeights.makeEqual, MatchWeights.makeDiffers)
        weight += Self.weight(wanted.calibre, traits.calibre, MatchWeights.calibreEqual, MatchWeights.calibreDiffers)
        weight += Self.weight(wanted.type, traits.type, MatchWeights.typeEqual, MatchWeights.typeDiffers)
        return Int(-4 * weight)
    }

    /// A confused sign, of middling likelihood.
    private static let confusion = -0.75 - MatchWeights.place

    private static func weight(_ wanted: UInt32, _ recorded: UInt32, _ equal: Double, _ differs: Double) -> Double {
        if wanted == 0 || recorded == 0 { return 0 }
        return wanted == recorded ? equal : differs
    }
}
