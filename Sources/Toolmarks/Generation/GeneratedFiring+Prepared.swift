public import Surfaces

extension GeneratedFiring {
    /// The mark as it is after preparation: levelled, band-passed, missing outside the ring.
    ///
    /// It is drawn directly in that state, at any pitch; a coarse pitch shows the same mark without its short waves and
    /// costs accordingly less.
    /// - Parameter pitch: micrometres between points; it is held between 2 and 100.
    public func prepared(pitch: Double = 6.25) -> SurfaceMap {
        let pitch = max(2, min(100, pitch))
        let side = 2 * Int((radius / pitch).rounded(.up)) + 2
        let middle = Double(side - 1) / 2
        let contact = Contact(of: self)
        var points = MarkPoints()
        points.reserve(side * side / 3)
        for row in 0..<side {
            let y = (Double(row) - middle) * pitch
            for column in 0..<side {
                let x = (Double(column) - middle) * pitch
                if contact.holds(x: x, y: y) { points.append(x: x, y: y, index: row * side + column) }
            }
        }
        var heights = relief(at: points, pitch: pitch)
        var random = RandomStream(seed, 6)
        // Averaging over a coarser point takes the noise down with its side.
        let noise = tool.conditions.instrumentNoise * 6.25 / pitch
        for index in heights.indices { heights[index] += Float(noise * random.normal()) }
        let mean = heights.isEmpty ? 0 : heights.reduce(0.0) { $0 + Double($1) } / Double(heights.count)
        var map = SurfaceMap(columns: side, rows: side, pitchX: pitch, pitchY: pitch)
        var values = map.values
        for (index, height) in zip(points.indices, heights) { values[index] = height - Float(mean) }
        map.values = values
        return map
    }
}

/// The part of a primer that met the breech face.
struct Contact {
    private let firing: GeneratedFiring
    private let hole: Place
    private let drag: Turn

    init(of firing: GeneratedFiring) {
        self.firing = firing
        hole = firing.holeCentre
        let turned = Turn(degrees: firing.rotation).turned(
            Place(x: firing.tool.dragDirection.cosine, y: firing.tool.dragDirection.sine)
        )
        drag = Turn(cosine: turned.x, sine: turned.y)
    }

    /// Whether a place of the primer belongs to the mark.
    func holds(x: Double, y: Double) -> Bool {
        guard x * x + y * y <= firing.radius * firing.radius else { return false }
        let (fromX, fromY) = (x - hole.x, y - hole.y)
        guard fromX * fromX + fromY * fromY >= firing.tool.holeRadius * firing.tool.holeRadius else { return false }
        if let untouched = firing.untouched {
            // A border that is not quite straight.
            let along = untouched.direction.cosine * y - untouched.direction.sine * x
            let wave = 60 * (along / 400 - (along / 400).rounded()) * (along / 400 - (along / 400).rounded())
            let across = untouched.direction.cosine * x + untouched.direction.sine * y
            if across + wave > untouched.distance { return false }
        }
        if let half = firing.dragHalfWidth {
            let along = drag.cosine * fromX + drag.sine * fromY
            let across = drag.cosine * fromY - drag.sine * fromX
            if along > 0, abs(across) < half { return false }
        }
        return true
    }
}
