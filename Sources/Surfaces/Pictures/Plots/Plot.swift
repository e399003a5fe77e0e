/// A diagram of lines, points, steps or areas over two axes.
///
///     var plot = Plot(x: PlotAxis("false positives"), y: PlotAxis("true positives", range: 0...1))
///     plot.add(PlotSeries("score", .steps, points))
///     let file = try plot.draw(width: 720, height: 540).png()
public struct Plot: Sendable, Hashable {
    /// The text above the diagram; empty for none.
    public var title: String
    /// The axis to the right.
    public var x: PlotAxis
    /// The axis upwards.
    public var y: PlotAxis
    /// What is drawn, the first one lowest.
    public var series: [PlotSeries]
    /// Lines that help the eye and are not in the legend.
    public var guides: [PlotGuide]
    /// Where the legend stands; nil for none.
    public var legend: LegendPlace?

    /// A corner of the diagram.
    public enum LegendPlace: Sendable, Hashable, CaseIterable {
        /// The upper left corner.
        case upperLeft
        /// The upper right corner.
        case upperRight
        /// The lower left corner.
        case lowerLeft
        /// The lower right corner.
        case lowerRight
    }

    /// A diagram from its axes and what it shows.
    public init(
        title: String = "",
        x: PlotAxis,
        y: PlotAxis,
        series: [PlotSeries] = [],
        guides: [PlotGuide] = [],
        legend: LegendPlace? = .upperRight
    ) {
        self.title = title
        self.x = x
        self.y = y
        self.series = series
        self.guides = guides
        self.legend = legend
    }

    /// Adds a series; one without an own colour takes the next of the colours that all eyes tell apart.
    public mutating func add(_ series: PlotSeries) { self.series.append(series) }
}

/// An axis of a diagram.
public struct PlotAxis: Sendable, Hashable {
    /// What the axis counts, with its unit.
    public var label: String
    /// The values at its ends; nil takes those of the series, with a little room.
    public var range: ClosedRange<Double>?

    /// An axis from its label and the values at its ends.
    public init(_ label: String, range: ClosedRange<Double>? = nil) {
        self.label = label
        self.range = range
    }
}

/// A line that helps the eye.
public enum PlotGuide: Sendable, Hashable {
    /// An upright line at a value of x.
    case vertical(Double)
    /// A level line at a value of y.
    case horizontal(Double)
    /// A line from one place to another.
    case line(PlotPoint, PlotPoint)
}
