/// Places on a breech face as the lines of its class run: across them and along them.
struct LineCoordinates {
    /// Across the lines, micrometres.
    let across: [Float]
    /// Along the lines: micrometres, or turns of the circle.
    let along: [Float]
    /// Whether `along` counts turns.
    let isCircular: Bool

    init(x: [Float], y: [Float], on tool: GeneratedTool) {
        switch tool.toolClass {
        case .arched, .circular:
            let distance = Float(tool.centre.length)
            let isArched = tool.toolClass == .arched
            let (unitX, unitY) =
                distance > 0 ? (Float(tool.centre.x) / distance, Float(tool.centre.y) / distance) : (1, 0)
            var across = [Float](repeating: 0, count: x.count)
            var along = across
            for index in x.indices {
                let dx = x[index] - Float(tool.centre.x)
                let dy = y[index] - Float(tool.centre.y)
                across[index] = (dx * dx + dy * dy).squareRoot() - (isArched ? distance : 0)
                // A far arc is as good as straight along its length.
                along[index] =
                    isArched ? unitX * y[index] - unitY * x[index] : LineCoordinates.turns(x: dx, y: dy)
            }
            self.across = across
            self.along = along
            isCircular = !isArched
        default:
            let cosine = Float(tool.direction.cosine)
            let sine = Float(tool.direction.sine)
            across = zip(x, y).map { cosine * $0 + sine * $1 }
            along = zip(x, y).map { cosine * $1 - sine * $0 }
            isCircular = false
        }
    }

    /// The direction of a place as seen from the origin, 0 to 1 for the whole circle; summed here for the same bits on
    /// every machine. Polynomial after Abramowitz and Stegun (1964), 4.4.49; its error is below 1e-5.
    static func turns(x: Float, y: Float) -> Float {
        let (wide, high) = (abs(x), abs(y))
        let larger = max(wide, high)
        guard larger > 0 else { return 0 }
        let ratio = min(wide, high) / larger
        let square = ratio * ratio
        let series =
            0.999_866_0 + square
            * (-0.330_299_5 + square * (0.180_141_0 + square * (-0.085_133_0 + square * 0.020_835_1)))
        var angle = ratio * series / (2 * Float.pi)
        if high > wide { angle = 0.25 - angle }
        if x < 0 { angle = 0.5 - angle }
        if y < 0 { angle = 1 - angle }
        return angle
    }
}
