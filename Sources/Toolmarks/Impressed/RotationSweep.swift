/// The rotations at which one mark is laid on the other.
public struct RotationSweep: Hashable, Sendable, Codable {
    /// The first rotation, degrees.
    public var first: Double
    /// The distance between two rotations, degrees.
    public var step: Double
    /// How many rotations there are.
    public var count: Int

    /// Makes a sweep of `count` rotations from `first` in steps of `step` degrees.
    public init(first: Double, step: Double, count: Int) {
        self.first = first
        self.step = step
        self.count = count
    }

    /// -30 to 30 degrees in steps of 3, for scans oriented by their operator (Song et al. 2018).
    public static let oriented = RotationSweep(first: -30, step: 3, count: 21)
    /// The full circle in steps of 3 degrees, for scans that nobody oriented. Costs 120 / 21 times as much.
    public static let fullCircle = RotationSweep(first: -180, step: 3, count: 120)

    /// The rotations, degrees.
    public var angles: [Double] { (0..<count).map { first + Double($0) * step } }

    /// The smallest turn between two directions, degrees: never more than 180.
    static func difference(_ one: Double, _ other: Double) -> Double {
        let turn = (one - other).truncatingRemainder(dividingBy: 360)
        return turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn
    }
}
