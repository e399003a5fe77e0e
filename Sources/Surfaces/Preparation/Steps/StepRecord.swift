/// One number that a step found, such as the tilt of a plane.
public struct StepFinding: Sendable, Hashable, Codable {
    /// A stable name, such as `tilt-x`.
    public var name: String
    /// The number.
    public var value: Double
    /// The unit: `um`, `deg`, `points`, or empty for a plain number.
    public var unit: String

    /// A finding from its name, number and unit.
    public init(name: String, value: Double, unit: String) {
        self.name = name
        self.value = value
        self.unit = unit
    }
}

/// What one step of a preparation did and found.
public struct StepRecord: Sendable, Hashable, Codable {
    /// The step with all its settings.
    public var step: PreparationStep
    /// Points with a value before the step.
    public var validBefore: Int
    /// Points with a value after the step.
    public var validAfter: Int
    /// Numbers the step found, in a fixed order.
    public var findings: [StepFinding]
    /// Stable codes of what a user must be told, such as `short-cutoff-below-pitch` or `whole-surface-used`.
    public var remarks: [String]

    /// The number found under a name; nil when the step found none.
    public func finding(_ name: String) -> Double? { findings.first { $0.name == name }?.value }
}
