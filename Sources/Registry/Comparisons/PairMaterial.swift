public import Storage

/// A note that an examiner put at a place of one of two marks under comparison.
public struct PairAnnotation: Sendable, Hashable {
    /// Names it.
    public var id: Identifier
    /// Which mark it lies on.
    public var side: PairSide
    /// The place, micrometres from the first point of the mark's prepared surface.
    public var x: Double
    /// See `x`.
    public var y: Double
    /// The preparation the place counts on.
    public var preparation: Int64
    /// What was noted, at most 500 characters.
    public var text: String
    /// Who noted it.
    public var author: String
    /// When.
    public var createdAt: Moment
}

/// A picture of the microscope as an examiner saw it.
public struct PairSnapshot: Sendable, Hashable {
    /// Names it.
    public var id: Identifier
    /// The picture, PNG.
    public var blob: BlobHash
    /// Pixels across.
    public var width: Int
    /// Pixels down.
    public var height: Int
    /// What it shows in the examiner's words, at most 500 characters; may be empty.
    public var caption: String
    /// How the microscope was set: mode, light, registration; JSON, at most 4,000 characters.
    public var settings: String
    /// Who took it.
    public var author: String
    /// When.
    public var createdAt: Moment
}

/// One of the two marks of a pair.
public enum PairSide: String, Sendable, Hashable, Codable, CaseIterable {
    case first
    case second

    /// The same mark where the pair is read the other way round.
    var other: PairSide { self == .first ? .second : .first }
}

/// What an examiner noted and kept about two marks.
public struct PairMaterial: Sendable, Hashable {
    /// Notes, the earliest first.
    public var annotations: [PairAnnotation]
    /// Pictures, the earliest first.
    public var snapshots: [PairSnapshot]
}
