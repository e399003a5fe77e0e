public import Surfaces

extension SignatureComparison {
    /// Draws two signatures as they fit together.
    ///
    /// Above, both marks as a comparison microscope would show them, one over the other, lit from the left; below, their
    /// heights, with a green bar through every pair of striae that match. A grey ground shows the common part.
    ///
    /// - Parameters:
    ///   - one: the first profile that was compared.
    ///   - other: the second one; turned round first where the comparison was.
    ///   - names: what to call them.
    ///   - width: width of the picture, pixels.
    public func picture(
        of one: ComparisonProfile,
        and other: ComparisonProfile,
        names: (first: String, second: String),
        width: Int = 1_400
    ) throws(ToolmarksError) -> Picture {
        let second =
            isReversed
            ? try ComparisonProfile(other.signature.reversed, stretch: stretch)
            : try ComparisonProfile(other.signature, stretch: stretch)
        return SignatureDrawing(comparison: self, one: one, other: second, names: names, width: max(400, width)).draw()
    }
}

/// The parts of the picture of two signatures.
private struct SignatureDrawing {
    let comparison: SignatureComparison
    let one: ComparisonProfile
    let other: ComparisonProfile
    let names: (first: String, second: String)
    let width: Int

    private let left = 70.0
    private let right = 20.0
    private let strip = 70.0
    private let chart = 170.0
    private let top = 64.0

    private var pitch: Double { ComparisonProfile.pitch }
    /// The place in micrometres at the left border: positions are those of the first signature.
    private var start: Double { min(0, -comparison.shift) }
    private var end: Double {
        max(Double(one.count - 1) * pitch, Double(other.count - 1) * pitch - comparison.shift)
    }
    private var common: ClosedRange<Double> {
        let low = max(0, -comparison.shift)
        return low...max(low, low + comparison.overlap)
    }

    private func x(_ position: Double) -> Double {
        left + (position - start) / max(1, end - start) * (Double(width) - left - right)
    }

    func draw() -> Picture {
        let charts = top + 2 * strip + 40
        let height = charts + 2 * chart + 50
        var picture = Picture(width: width, height: Int(height))
        picture.drawText(title, at: PicturePoint(left, 26), size: 20, bold: true)
        picture.drawText(
            "\(names.first) above, \(names.second) below", at: PicturePoint(left, 50), .quiet, size: 16
        )
        drawStrip(one, shift: 0, from: top, to: top + strip, on: &picture)
        drawStrip(other, shift: comparison.shift, from: top + strip, to: top + 2 * strip, on: &picture)
        picture.fillRectangle(
            PicturePoint(x(common.lowerBound), charts), width: x(common.upperBound) - x(common.lowerBound),
            height: 2 * chart, Colour(0xF2F2F2)
        )
        for pair in comparison.striae.pairs { drawPair(pair, from: charts, on: &picture) }
        drawCurve(one, shift: 0, from: charts, .blue, on: &picture)
        drawCurve(other, shift: comparison.shift, from: charts + chart, .vermilion, on: &picture)
        drawScale(at: charts + 2 * chart, on: &picture)
        return picture
    }

    private var title: String {
        "score \(Self.text(comparison.score, 2))   correlation \(Self.text(comparison.correlation, 2))   "
            + "\(comparison.congruentSegments) congruent segments   \(comparison.striae.matches) striae match, "
            + "\(comparison.striae.consecutiveMatches) in a row"
    }

    private func drawStrip(
        _ profile: ComparisonProfile,
        shift: Double,
        from top: Double,
        to bottom: Double,
        on picture: inout Picture
    ) {
        for column in Int(left)..<width - Int(right) {
            let position = start + (Double(column) + 0.5 - left) / (Double(width) - left - right) * (end - start)
            let place = Int(((position + shift) / pitch).rounded())
            guard place >= 1, place < profile.count - 1 else { continue }
            let isMissing = profile.mask[place - 1] == 0 || profile.mask[place + 1] == 0
            let slope = Double(profile.values[place + 1] - profile.values[place - 1])
            let colour = isMissing ? Colour.missing : Colour(grey: 0.55 + 0.55 * slope)
            for row in Int(top)..<Int(bottom) { picture[column, row] = colour }
        }
        picture.drawLine(from: PicturePoint(left, top), to: PicturePoint(Double(width) - right, top), .white, width: 1)
    }

    private func drawCurve(
        _ profile: ComparisonProfile,
        shift: Double,
        from top: Double,
        _ colour: Colour,
        on picture: inout Picture
    ) {
        let middle = top + chart / 2
        // Three standard deviations, where heights are cut, fill the chart.
        let scale = chart / 6.6
        var line: [PicturePoint] = []
        for place in 0...profile.count {
            guard place < profile.count, profile.mask[place] > 0 else {
                if line.count > 1 { picture.drawPolyline(line, colour, width: 1.6) }
                line.removeAll(keepingCapacity: true)
                continue
            }
            line.append(
                PicturePoint(x(Double(place) * pitch - shift), middle - Double(profile.values[place]) * scale)
            )
        }
        let unit = Double(profile.unit) * 3
        for (height, sign) in [(unit, -1.0), (-unit, 1)] {
            picture.drawText(
                Self.text(height, 1), at: PicturePoint(left - 8, middle + sign * 3 * scale), .quiet, size: 13,
                anchor: .right
            )
        }
        picture.drawText("um", at: PicturePoint(left - 8, middle), .quiet, size: 13, anchor: .right)
    }

    private func drawPair(_ pair: StriaeAgreement.Pair, from charts: Double, on picture: inout Picture) {
        guard one.striae.indices.contains(pair.first), other.striae.indices.contains(pair.second) else { return }
        let upper = x(one.striae[pair.first].position)
        let lower = x(other.striae[pair.second].position - comparison.shift)
        picture.drawLine(
            from: PicturePoint(upper, charts), to: PicturePoint(lower, charts + 2 * chart),
            Colour(0x009E73).mixed(with: .white, 0.6), width: 2
        )
    }

    private func drawScale(at base: Double, on picture: inout Picture) {
        picture.drawLine(
            from: PicturePoint(left, base), to: PicturePoint(Double(width) - right, base), .black, width: 1)
        let step = end - start > 1_200 ? 250.0 : 100
        var position = (start / step).rounded(.up) * step
        while position <= end {
            picture.drawLine(
                from: PicturePoint(x(position), base), to: PicturePoint(x(position), base + 6), .black, width: 1)
            picture.drawText(
                Self.text(position, 0) + (position + step > end ? " um" : ""), at: PicturePoint(x(position), base + 10),
                .quiet, size: 13, anchor: .top
            )
            position += step
        }
    }

    private static func text(_ value: Double, _ digits: Int) -> String {
        guard digits > 0 else { return "\(Int(value.rounded()))" }
        let factor = digits == 1 ? 10.0 : 100
        return "\((value * factor).rounded() / factor)"
    }
}
