/// Heights along a line with equal steps.
public struct ProfileMap: Sendable, Equatable {
    /// Distance between neighbouring points, micrometres.
    public let pitch: Double
    /// Heights in micrometres, NaN for no valid point.
    public var values: [Float]

    /// Puts a profile together. It is an error of the program to pass a pitch that is not positive and finite.
    public init(pitch: Double, values: [Float]) {
        precondition(pitch > 0 && pitch.isFinite, "the pitch is positive")
        self.pitch = pitch
        self.values = values
    }

    /// Whether two profiles agree; points without a value agree with each other.
    public static func == (one: ProfileMap, other: ProfileMap) -> Bool {
        one.pitch == other.pitch && one.values.count == other.values.count
            && zip(one.values, other.values).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
    }
}

/// One point of a point cloud, micrometres.
public struct SurfacePoint: Sendable, Hashable {
    /// The place along x.
    public var x: Double
    /// The place along y.
    public var y: Double
    /// The height.
    public var z: Double

    /// Makes a point.
    public init(x: Double, y: Double, z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }
}
