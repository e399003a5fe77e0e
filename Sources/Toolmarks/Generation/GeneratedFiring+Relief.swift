extension GeneratedFiring {
    /// How much longer lines are than wide.
    private static let lineAspect = 14.0
    /// Fields cover this much, micrometres from the middle.
    static let reach = 2_200.0

    /// The heights that breech face, primer and contact leave at some places, micrometres.
    ///
    /// Waves shorter than the pitch can show are left out.
    func relief(at points: MarkPoints, pitch: Double) -> [Float] {
        let onTool = places(of: points)
        let bands = ReliefSpectrum.bands(at: pitch)
        var heights = [Float](repeating: 0, count: points.count)
        let lines = tool.toolClass.lineShare > 0 ? LineCoordinates(x: onTool.x, y: onTool.y, on: tool) : nil
        for (index, band) in bands.enumerated() {
            let amplitude = band.relief * tool.toolClass.relief
            let grains = amplitude * (1 - tool.toolClass.lineShare).squareRoot()
            field(layers(10 + index), spacing: band.spacing)
                .add(to: &heights, x: onTool.x, y: onTool.y, amplitude: grains)
            if let lines {
                let strength = amplitude * tool.toolClass.lineShare.squareRoot()
                lineField(layers(20 + index, sharesSubclass: true), spacing: band.spacing, isCircular: lines.isCircular)
                    .add(to: &heights, x: lines.across, y: lines.along, amplitude: strength)
            }
        }
        impress(&heights, points)
        for (index, band) in bands.enumerated() {
            field([.init(seed: seed &+ UInt64(30 + index), weight: 1)], spacing: band.spacing)
                .add(to: &heights, x: points.x, y: points.y, amplitude: band.texture * texture)
        }
        addEdges(to: &heights, points, onTool)
        return heights
    }

    /// Where the places of the primer lay on the breech face when it was fired: turned, moved and a little stretched.
    private func places(of points: MarkPoints) -> (x: [Float], y: [Float]) {
        let turn = Turn(degrees: rotation)
        let (cosine, sine) = (Float(turn.cosine), Float(turn.sine))
        var x = [Float](repeating: 0, count: points.count)
        var y = x
        for index in x.indices {
            x[index] = cosine * points.x[index] + sine * points.y[index] + Float(centre.x)
            y[index] = cosine * points.y[index] - sine * points.x[index] + Float(centre.y)
        }
        field([.init(seed: seed &+ 1, weight: 1)], spacing: 700).add(to: &x, x: points.x, y: points.y, amplitude: 7)
        field([.init(seed: seed &+ 2, weight: 1)], spacing: 700).add(to: &y, x: points.x, y: points.y, amplitude: 7)
        return (x, y)
    }

    /// What the primer takes over: less where the pressure was low, and peaks more readily than hollows.
    private func impress(_ heights: inout [Float], _ points: MarkPoints) {
        var pressure = [Float](repeating: 0.95, count: points.count)
        field([.init(seed: seed &+ 3, weight: 1)], spacing: 300)
            .add(to: &pressure, x: points.x, y: points.y, amplitude: 0.25)
        for index in heights.indices {
            let height = heights[index]
            heights[index] = (height + 0.12 * height * height) * max(0.15, min(1.25, pressure[index]))
        }
    }

    /// The lip about the firing-pin hole and the rounding of the rim, as far as a filter leaves them.
    private func addEdges(to heights: inout [Float], _ points: MarkPoints, _ onTool: (x: [Float], y: [Float])) {
        var unevenness = [Float](repeating: 0.5, count: points.count)
        field([.init(seed: tool.seed &+ 4, weight: 0.7), .init(seed: seed &+ 4, weight: 0.7)], spacing: 180)
            .add(to: &unevenness, x: onTool.x, y: onTool.y, amplitude: 1)
        let hole = holeCentre
        for index in heights.indices {
            let (x, y) = (Double(points.x[index]), Double(points.y[index]))
            let fromHole = max(0, Place(x: x - hole.x, y: y - hole.y).length - tool.holeRadius)
            let fromRim = max(0, radius - Place(x: x, y: y).length)
            func near(_ distance: Double) -> Float {
                let part = Float(distance / 30)
                return 1 / ((1 + part * part) * (1 + part * part))
            }
            heights[index] += unevenness[index] * (5 * near(fromHole) - 3 * near(fromRim))
        }
    }

    /// Where the middle of the firing-pin hole lies on the primer.
    var holeCentre: Place {
        var random = RandomStream(seed, 5)
        let jitter = Place(x: 25 * random.normal(), y: 25 * random.normal())
        return Turn(degrees: rotation).turned(tool.hole + jitter - centre)
    }

    /// The parts that a band of the relief is mixed from: this tool's own, what wear has made of it, the subclass.
    private func layers(_ band: Int, sharesSubclass: Bool = false) -> [NoiseField.Layer] {
        let shared = sharesSubclass || tool.toolClass.lineShare == 0 ? tool.subclassShare : 0
        let own = (1 - shared) * (1 - worn)
        let number = UInt64(band)
        return [
            .init(seed: tool.seed &+ number, weight: own.squareRoot()),
            .init(seed: tool.seed &+ number &+ 0x7765_6172, weight: ((1 - shared) * worn).squareRoot()),
            .init(seed: tool.subclassSeed &+ number, weight: shared.squareRoot()),
        ]
    }

    private func field(_ layers: [NoiseField.Layer], spacing: Double) -> NoiseField {
        let reach = GeneratedFiring.reach
        return NoiseField(
            layers: layers,
            x: -reach...reach,
            y: -reach...reach,
            spacingX: spacing,
            spacingY: spacing
        )
    }

    private func lineField(_ layers: [NoiseField.Layer], spacing: Double, isCircular: Bool) -> NoiseField {
        let reach = GeneratedFiring.reach
        let length = spacing * GeneratedFiring.lineAspect
        // Circles close on themselves after a whole number of nodes.
        let periods = max(4, Int(2 * Double.pi * 1_500 / length))
        return NoiseField(
            layers: layers,
            x: (isCircular ? 0 : -reach)...reach,
            y: -reach...reach,
            spacingX: spacing,
            spacingY: isCircular ? 1 / Double(periods) : length,
            periods: isCircular ? periods : nil
        )
    }
}
