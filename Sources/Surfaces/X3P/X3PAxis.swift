/// One axis as a file states it.
public struct X3PAxis: Sendable, Hashable {
    /// Whether coordinates follow from the index of a point (`I`) or are stored (`A`).
    public var isIncremental: Bool
    /// How coordinates are stored; says nothing on an incremental axis.
    public var dataType: X3PDataType
    /// What an index, or a stored coordinate, is multiplied with, metres.
    public var increment: Double
    /// What is added after that, metres.
    public var offset: Double

    /// Describes an axis.
    public init(isIncremental: Bool, dataType: X3PDataType, increment: Double = 1, offset: Double = 0) {
        self.isIncremental = isIncremental
        self.dataType = dataType
        self.increment = increment
        self.offset = offset
    }
}

/// The three axes as a file states them. Position of a point = `rotation` x (increment x stored) + offset.
public struct X3PAxes: Sendable, Hashable {
    /// The axis along which neighbours lie in the file.
    public var x: X3PAxis
    /// The axis from row to row.
    public var y: X3PAxis
    /// The heights; always stored.
    public var z: X3PAxis
    /// Nine numbers, row by row; nil when the file states none.
    public var rotation: [Double]?

    /// Describes the axes.
    public init(x: X3PAxis, y: X3PAxis, z: X3PAxis, rotation: [Double]? = nil) {
        self.x = x
        self.y = y
        self.z = z
        self.rotation = rotation
    }

    /// The axes whose coordinates are stored, in the order of the file.
    var stored: [X3PAxis] { [x, y].filter { !$0.isIncremental } + [z] }
}
