/// Values that are drawn together in a diagram.
public struct PlotSeries: Sendable, Hashable {
    /// How the values are drawn.
    public enum Style: Sendable, Hashable {
        /// A line from value to value.
        case line
        /// A line of dashes from value to value.
        case dashes
        /// A dot for each value.
        case points
        /// A staircase: level to the next x, then upright.
        case steps
        /// The area between the line and zero, and the line.
        case area
    }

    /// The text in the legend; empty for none.
    public var name: String
    /// How the values are drawn.
    public var style: Style
    /// The values in the order of drawing; a value that is not finite interrupts a line.
    public var points: [PlotPoint]
    /// The colour; nil takes the next free one.
    public var colour: Colour?

    /// A series from its name, style and values.
    public init(_ name: String, _ style: Style, _ points: [PlotPoint], colour: Colour? = nil) {
        self.name = name
        self.style = style
        self.points = points
        self.colour = colour
    }
}

/// A value in a diagram, in the units of its axes.
public struct PlotPoint: Sendable, Hashable {
    /// The value along the axis to the right.
    public var x: Double
    /// The value along the axis upwards.
    public var y: Double

    /// A value from its two parts.
    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}
