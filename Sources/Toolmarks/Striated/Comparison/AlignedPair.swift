/// Two profiles laid over each other.
struct AlignedPair {
    private let one: ArraySlice<Float>
    private let other: ArraySlice<Float>
    private let isPresent: [Bool]
    private let weights: [Double]
    private let units: (Double, Double)

    /// Lays the second profile over a part of the first.
    init(_ first: ComparisonProfile, _ second: ComparisonProfile, shift: Int, part: Range<Int>) {
        let moved = part.lowerBound + shift..<part.upperBound + shift
        one = first.values[part]
        other = second.values[moved]
        isPresent = zip(first.mask[part], second.mask[moved]).map { $0 > 0 && $1 > 0 }
        weights = zip(first.weights[part], second.weights[moved]).map { Double(($0 * $1).squareRoot()) }
        units = (Double(first.unit), Double(second.unit))
    }

    /// Pearson's correlation, each point counting by the confidence of both signatures in it.
    var weightedCorrelation: Double {
        var moments = Moments()
        for (place, (a, b)) in zip(one, other).enumerated() where isPresent[place] {
            moments.add(Double(a), Double(b), weight: weights[place])
        }
        return moments.correlation
    }

    /// The mean correlation within 200 micrometres around each point, counted by confidence, negative values as 0.
    var localCorrelation: Double {
        let reach = Int((100 / ComparisonProfile.pitch).rounded())
        var running = [Moments()]
        running.reserveCapacity(isPresent.count + 1)
        var total = Moments()
        for (place, (a, b)) in zip(one, other).enumerated() {
            if isPresent[place] { total.add(Double(a), Double(b), weight: 1) }
            running.append(total)
        }
        var sum = 0.0
        var weight = 0.0
        for place in isPresent.indices where isPresent[place] {
            let window = running[min(isPresent.count, place + reach + 1)].less(running[max(0, place - reach)])
            guard window.weight >= Double(reach) / 2 else { continue }
            sum += weights[place] * max(0, window.correlation)
            weight += weights[place]
        }
        return weight > 0 ? sum / weight : 0
    }

    /// The correlation of both less the long waves of their mean.
    var roughCorrelation: Double {
        let mean = zip(one, other).enumerated().map { place, pair in
            isPresent[place] ? (pair.0 + pair.1) / 2 : Float.nan
        }
        // The published local regression runs over three tenths of the signature.
        let span = 0.3 * Double(mean.count) * ComparisonProfile.pitch
        let long = ProfileSmoother(cutoff: span, pitch: ComparisonProfile.pitch, order: 1)?.smooth(mean) ?? mean
        var moments = Moments()
        for (place, (a, b)) in zip(one, other).enumerated() where isPresent[place] && !long[place].isNaN {
            moments.add(Double(a - long[place]), Double(b - long[place]), weight: 1)
        }
        return moments.correlation
    }

    /// The height differences in micrometres: root mean square and standard deviation.
    var difference: (distance: Double, deviation: Double) {
        var count = 0.0
        var sum = 0.0
        var squares = 0.0
        for (place, (a, b)) in zip(one, other).enumerated() where isPresent[place] {
            let distance = Double(a) * units.0 - Double(b) * units.1
            count += 1
            sum += distance
            squares += distance * distance
        }
        guard count > 1 else { return (0, 0) }
        return ((squares / count).squareRoot(), (max(0, squares - sum * sum / count) / (count - 1)).squareRoot())
    }
}

/// Weighted sums for a correlation.
private struct Moments {
    var weight = 0.0
    private var a = 0.0
    private var b = 0.0
    private var aa = 0.0
    private var bb = 0.0
    private var ab = 0.0

    @inline(__always)
    mutating func add(_ x: Double, _ y: Double, weight w: Double) {
        weight += w
        a += w * x
        b += w * y
        aa += w * x * x
        bb += w * y * y
        ab += w * x * y
    }

    @inline(__always)
    func less(_ other: Moments) -> Moments {
        var rest = self
        rest.weight -= other.weight
        rest.a -= other.a
        rest.b -= other.b
        rest.aa -= other.aa
        rest.bb -= other.bb
        rest.ab -= other.ab
        return rest
    }

    @inline(__always)
    var correlation: Double {
        guard weight > 0 else { return 0 }
        let left = aa - a * a / weight
        let right = bb - b * b / weight
        guard left > 1e-9, right > 1e-9 else { return 0 }
        return (ab - a * b / weight) / (left * right).squareRoot()
    }
}
