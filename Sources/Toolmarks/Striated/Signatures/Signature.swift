/// The signature of a striated mark: heights along a line across the striae.
public struct Signature: Sendable, Hashable {
    /// Distance between points, micrometres: that of the scan.
    public let pitch: Double
    /// Heights in micrometres, NaN where missing.
    public let values: [Float]
    /// How well the cross-cuts agreed at each point, 0...1; 0 where missing.
    public let confidence: [Float]
    /// Which axis of the scan the striae follow; nil for a profile.
    public let axis: StriaeAxis?
    /// How it was found.
    public let finding: SignatureFinding

    /// The distance between the first and the last point, micrometres.
    public var width: Double { Double(max(0, values.count - 1)) * pitch }
}

/// What was found on the way to a signature, for the record of the examination.
public struct SignatureFinding: Sendable, Hashable, Codable {
    /// The angle between the striae and the axis of the scan, degrees.
    public var angle = 0.0
    /// How well neighbouring cross-cuts agree in that direction, 0...1; below 0.3 there are hardly striae.
    public var coherence = 1.0
    /// Where the most stable cross-cuts lie along the striae, micrometres from the first row.
    public var stableFrom = 0.0
    /// Where they end.
    public var stableTo = 0.0
    /// The mean correlation of neighbouring cross-cuts there.
    public var stability = 1.0
    /// The left shoulder, micrometres across from the first point of the scan.
    public var leftShoulder = 0.0
    /// The right shoulder.
    public var rightShoulder = 0.0
    /// The width of the scan across the striae, micrometres.
    public var scanWidth = 0.0
}
