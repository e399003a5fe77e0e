/// The direction in which the striae of a scan run, found by how well neighbouring cross-sections agree when moved.
struct StriaeDirection {
    /// Shift across for one micrometre along, in micrometres: the tangent of the angle to the columns.
    let slope: Double
    /// How well neighbouring cross-sections agree in this direction, up to 1.
    let coherence: Double

    /// The steepest slope looked for: 22 degrees, more than any rifling twist with a tilted scan.
    static let steepest = 0.4

    /// Finds the direction from bands that were not moved, or moved already by `known`.
    ///
    /// Waves of 8 to 80 micrometres are used, brought to the same strength everywhere so that a groove shoulder or a
    /// damaged place has no more say than the rest.
    init(_ bands: ProfileStack, step: Double, known: Double = 0) {
        let thin = bands.thinned(by: max(1, Int(3.2 / bands.pitch)))
        let waves = Self.evenWaves(thin)
        let energy = waves.values.reduce(0) { $0 + Double($1) * Double($1) }
        let slopes = 161
        let width = 2 * Self.steepest / Double(slopes - 1)
        var agreement = [Double](repeating: 0, count: slopes)
        let distances = (1...4).filter { $0 < waves.count }
        for distance in distances {
            let shiftPerSlope = step * Double(distance) / waves.pitch
            let reach = Int((Self.steepest * shiftPerSlope).rounded(.up)) + 1
            let products = Self.products(waves, distance: distance, reach: reach)
            for place in 0..<slopes {
                let shift = (Double(place) * width - Self.steepest) * shiftPerSlope
                let below = shift.rounded(.down)
                let part = shift - below
                let index = Int(below) + reach
                agreement[place] += (1 - part) * products[index] + part * products[index + 1]
            }
        }
        guard energy > 0, !distances.isEmpty, let best = agreement.indices.max(by: { agreement[$0] < agreement[$1] })
        else {
            slope = known
            coherence = 0
            return
        }
        var position = Double(best)
        if best > 0 && best < slopes - 1 {
            let bend = agreement[best - 1] - 2 * agreement[best] + agreement[best + 1]
            if bend < 0 { position += 0.5 * (agreement[best - 1] - agreement[best + 1]) / bend }
        }
        slope = known + position * width - Self.steepest
        coherence = agreement[best] / energy / Double(distances.count)
    }

    private static func evenWaves(_ bands: ProfileStack) -> ProfileStack {
        var waves = bands
        if let long = ProfileSmoother(cutoff: 80, pitch: bands.pitch) {
            let short = ProfileSmoother(cutoff: 8, pitch: bands.pitch)?.smooth(bands) ?? bands
            let smooth = long.smooth(bands)
            for place in waves.values.indices where !bands.values[place].isNaN {
                waves.values[place] = short.values[place] - smooth.values[place]
            }
        }
        var squares = waves
        for place in squares.values.indices { squares.values[place] *= squares.values[place] }
        let floor = 0.5 * Spread.deviation(waves.values)
        guard let local = ProfileSmoother(cutoff: 320, pitch: bands.pitch), floor > 0 else {
            for place in waves.values.indices where waves.values[place].isNaN { waves.values[place] = 0 }
            return waves
        }
        let power = local.smooth(squares)
        for place in waves.values.indices {
            let even = waves.values[place] / max(floor, power.values[place].squareRoot())
            // A point that stands alone has no neighbourhood and says nothing.
            waves.values[place] = even.isNaN ? 0 : min(max(even, -1.5), 1.5)
        }
        return waves
    }

    /// For every shift from -reach to reach the sum of products of profiles so many bands apart.
    private static func products(_ stack: ProfileStack, distance: Int, reach: Int) -> [Double] {
        var sums = [Double](repeating: 0, count: 2 * reach + 2)
        let length = stack.length
        unsafe stack.values.withUnsafeBufferPointer { values in
            for shift in -reach...reach {
                let places = max(0, -shift)..<max(max(0, -shift), min(length, length - shift))
                guard let base = values.baseAddress else { return }
                var total = 0.0
                for profile in 0..<stack.count - distance {
                    let one = unsafe base + profile * length + places.lowerBound
                    let other = unsafe base + (profile + distance) * length + shift + places.lowerBound
                    unsafe total += Double(Products.dot(one, other, places.count))
                }
                sums[shift + reach] = total
            }
        }
        return sums
    }
}
