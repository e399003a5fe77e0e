public import Surfaces

extension GeneratedFiring {
    /// The whole scan as an instrument gives it: tilt, dome, the rounded rim of the primer, the firing-pin impression,
    /// the case head around, spikes and drop-outs; nothing is levelled or cut away.
    ///
    /// Parts that did not touch the breech face lie deeper than the mark.
    /// - Parameter pitch: micrometres between points; it is held between 2 and 50.
    public func raw(pitch: Double = 6.25) -> SurfaceMap {
        let pitch = max(2, min(50, pitch))
        let side = Int(2 * CaseHead.halfScan / pitch)
        let middle = Double(side - 1) / 2
        let contact = Contact(of: self)
        var map = SurfaceMap(columns: side, rows: side, pitchX: pitch, pitchY: pitch)
        var values = [Float](repeating: 0, count: side * side)
        var random = RandomStream(seed, 7)
        let tilt = Place(x: 0.006 * random.normal(), y: 0.006 * random.normal())
        let head = CaseHead(of: self, dome: random.uniform(0...8))
        var points = MarkPoints()
        points.reserve(side * side / 2)
        for row in 0..<side {
            let y = (Double(row) - middle) * pitch
            for column in 0..<side {
                let x = (Double(column) - middle) * pitch
                let index = row * side + column
                let form = head.form(x: x, y: y)
                guard form.isMeasured, !random.happens(form.isSteep ? 0.15 : 0.000_5) else {
                    values[index] = .nan
                    continue
                }
                let noise = tool.conditions.instrumentNoise * random.normal()
                let spike = random.happens(0.000_05) ? random.uniform(-25...25) : 0
                values[index] = Float(form.height + tilt.x * x + tilt.y * y + noise + spike)
                guard form.isFlat else { continue }
                if contact.holds(x: x, y: y) {
                    points.append(x: x, y: y, index: index)
                } else {
                    values[index] -= 40
                }
            }
        }
        for (index, height) in zip(points.indices, relief(at: points, pitch: pitch)) { values[index] += height }
        map.values = values
        return map
    }
}

/// The form of a primer in its case head, micrometres.
private struct CaseHead {
    /// Half the side of the scan.
    static let halfScan = 2_450.0
    private static let primerRadius = 2_220.0
    private static let holeDepth = 350.0

    private let hole: Place
    private let holeRadius: Double
    private let radius: Double
    private let dome: Double

    /// What lies at a place.
    struct Form {
        var height = 0.0
        var isMeasured = true
        var isFlat = false
        /// Whether light hardly returns from it.
        var isSteep = false
    }

    init(of firing: GeneratedFiring, dome: Double) {
        hole = firing.holeCentre
        holeRadius = firing.tool.holeRadius
        radius = firing.radius
        self.dome = dome
    }

    func form(x: Double, y: Double) -> Form {
        let distance = Place(x: x, y: y).length
        // The crevice around the primer.
        if distance > CaseHead.primerRadius + 60 { return Form(height: 25) }
        if distance > CaseHead.primerRadius { return Form(isMeasured: false) }
        var height = -dome * (distance / radius) * (distance / radius)
        let inHole = holeRadius - Place(x: x - hole.x, y: y - hole.y).length
        if inHole > 0 {
            let wall = 1 - min(inHole, 500) / 500
            return Form(height: height - CaseHead.holeDepth * (1 - wall * wall), isSteep: inHole < 200)
        }
        guard distance > radius else { return Form(height: height, isFlat: true) }
        // The rounded rim falls by 150 micrometres.
        let part = (distance - radius) / (CaseHead.primerRadius - radius)
        height -= 150 * part * part
        return Form(height: height, isSteep: part > 0.7)
    }
}
