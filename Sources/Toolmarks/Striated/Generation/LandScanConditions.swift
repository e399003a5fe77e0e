/// How a generated land was fired, handled and measured; lengths are micrometres.
public struct LandScanConditions: Sendable, Hashable {
    /// Distance between points.
    public var pitch = 1.5625
    /// Length of the scan along the striae.
    public var length = 600.0
    /// How different the marks are from the barrel's, 0 (the same) to 1 (new ones).
    public var wear = 0.15
    /// Height of waves that all lands of all barrels share, as consecutive manufacture leaves them.
    public var subclass = 0.3
    /// Standard deviation of the noise of a point.
    public var noise = 0.15
    /// The shortest wave that the instrument resolves; 0 for no limit.
    public var resolution = 4.0
    /// By how much the instrument's lengths are too large: 1.01 for one per cent.
    public var lateralScale = 1.0
    /// The angle between the striae and the columns, degrees.
    public var twist = 7.0
    /// The part of the points away from the shoulders that could not be measured, 0...1.
    public var missing = 0.01
    /// How many dents, scratches and scaled-off places there are.
    public var damage = 0
    /// How many pits there are.
    public var pits = 40
    /// How far the middle of the land is engraved, from the base.
    public var engraved = 250.0
    /// What the scan leaves out on the left, beyond the groove: 400 cuts about 200 of the land.
    public var cropLeft = 0.0
    /// What it leaves out on the right.
    public var cropRight = 0.0
    /// Whether the scan lies on its side, striae along x.
    public var isTurned = false

    /// The conditions of a clean scan of a good bullet.
    public init() {}

    /// Conditions that differ from scan to scan as they do in casework, drawn from a seed.
    public static func casework(seed: UInt64) -> LandScanConditions {
        var numbers = SeededNumbers(seed, 77)
        var conditions = LandScanConditions()
        conditions.wear = numbers.uniform(0.1...0.5)
        conditions.noise = numbers.uniform(0.1...0.5)
        conditions.twist = numbers.uniform(4...10)
        conditions.missing = numbers.uniform(0...0.04)
        conditions.damage = numbers.below(9)
        conditions.pits = numbers.below(300)
        conditions.engraved = numbers.uniform(120...500)
        if numbers.happens(0.25) { conditions.cropLeft = numbers.uniform(100...450) }
        if numbers.happens(0.25) { conditions.cropRight = numbers.uniform(100...450) }
        return conditions
    }

    /// The same scan on another instrument: coarser, less sharp, one per cent off in length, lying on its side.
    public var onAnotherInstrument: LandScanConditions {
        var conditions = self
        conditions.pitch = 2.4
        conditions.resolution = 12
        conditions.lateralScale = 1.008
        conditions.noise *= 1.5
        return conditions
    }
}
