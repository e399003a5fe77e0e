/// Where the values of a diagram lie in its picture.
struct PlotFrame {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let x: ClosedRange<Double>
    let y: ClosedRange<Double>
    let ticksX: Ticks
    let ticksY: Ticks

    static let textSize = 17.0

    /// Leaves room for labels around the frame.
    init(_ plot: Plot, width: Double, height: Double) {
        let points = plot.series.lazy.flatMap(\.points)
        let hasArea = plot.series.contains { $0.style == .area }
        x = plot.x.range.map(Self.opened) ?? Self.range(points.map(\.x), includesZero: false)
        y = plot.y.range.map(Self.opened) ?? Self.range(points.map(\.y), includesZero: hasArea)
        ticksX = Ticks(in: x, wanted: max(2, Int(width / 110)))
        ticksY = Ticks(in: y, wanted: max(2, Int(height / 80)))
        let widest = ticksY.labels.map { Picture.textWidth($0, size: Self.textSize) }.max() ?? 0
        left = widest + (plot.y.label.isEmpty ? 20 : 48)
        right = width - 24
        top = plot.title.isEmpty ? 20 : 48
        bottom = height - (plot.x.label.isEmpty ? 36 : 64)
    }

    /// Where a value lies in the picture.
    func place(_ point: PlotPoint) -> PicturePoint {
        PicturePoint(
            left + (point.x - x.lowerBound) / (x.upperBound - x.lowerBound) * (right - left),
            bottom - (point.y - y.lowerBound) / (y.upperBound - y.lowerBound) * (bottom - top)
        )
    }

    private static func opened(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
        guard range.lowerBound.isFinite, range.upperBound.isFinite else { return 0...1 }
        if range.lowerBound < range.upperBound { return range }
        return range.lowerBound - 0.5...range.lowerBound + 0.5
    }

    private static func range(_ values: [Double], includesZero: Bool) -> ClosedRange<Double> {
        let finite = values.filter(\.isFinite) + (includesZero ? [0] : [])
        guard let low = finite.min(), let high = finite.max() else { return 0...1 }
        guard low < high else { return opened(low...high) }
        let room = (high - low) * 0.04
        return (includesZero && low == 0 ? 0 : low - room)...(includesZero && high == 0 ? 0 : high + room)
    }
}
