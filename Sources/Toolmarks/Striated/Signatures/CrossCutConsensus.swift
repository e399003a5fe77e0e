internal import Surfaces

/// One signature from the cross-cuts of a land, with a confidence for every point.
///
/// No single cross-cut is undamaged everywhere, and far from the base of a bullet the middle of a land is often not
/// engraved at all. So the most stable neighbouring cross-cuts give a first signature; then every cross-cut counts, place
/// by place, as far as it agrees there with the signature. What only some cross-cuts show (damage, pitting, dust) loses
/// its weight, and the more cross-cuts agree the less noise is left.
struct CrossCutConsensus {
    /// Heights in micrometres, NaN where no cross-cut has a value.
    private(set) var signature: [Float]
    /// 0...1: how well the cross-cuts agree at each point.
    private(set) var confidence: [Float]
    /// The most stable cross-cuts.
    private(set) var stable: Range<Int> = 0..<0
    /// The mean correlation of neighbours among the most stable cross-cuts.
    private(set) var stability = 0.0

    /// The standard deviation of the neighbourhood in which agreement is looked at, micrometres.
    private static let neighbourhood = 70.0
    private static let stableCount = 4

    /// Makes the signature.
    ///
    /// - Parameters:
    ///   - waves: the cross-cuts, band-passed.
    ///   - choice: whether all cross-cuts take part or the first stable ones alone.
    init(_ waves: ProfileStack, choice: CrossCutChoice) {
        signature = [Float](repeating: .nan, count: waves.length)
        confidence = [Float](repeating: 0, count: waves.length)
        let deviation = Spread.deviation(waves.values)
        // A cut-off whose Gaussian has the wanted standard deviation.
        let cutoff = Self.neighbourhood / 0.187_390_625
        guard deviation > 0, let local = ProfileSmoother(cutoff: cutoff, pitch: waves.pitch) else { return }
        var clipped = waves
        for place in clipped.values.indices {
            let value = clipped.values[place]
            clipped.values[place] = value.isNaN ? 0 : min(max(value, -4 * deviation), 4 * deviation)
        }
        let power = Self.power(of: clipped, local: local)
        let neighbours = Self.agreementOfNeighbours(clipped, power: power, deviation: deviation, local: local)
        switch choice {
        case .consensus: findStable(waves, neighbours, power, deviation)
        case .firstStable: findFirstStable(waves, clipped)
        }
        signature = ProfileStack(waves, profiles: stable).medianProfile(ofAtLeast: 0.01)
        if choice == .consensus {
            refine(waves, clipped, power, deviation, local)
        } else {
            for place in signature.indices where !signature[place].isNaN { confidence[place] = 1 }
        }
    }

    private static func power(of stack: ProfileStack, local: ProfileSmoother) -> ProfileStack {
        var squares = stack
        for place in squares.values.indices { squares.values[place] *= squares.values[place] }
        return local.smooth(squares)
    }

    /// Local correlation of every cross-cut with the next; weak places count as uncorrelated.
    private static func agreementOfNeighbours(
        _ stack: ProfileStack,
        power: ProfileStack,
        deviation: Float,
        local: ProfileSmoother
    ) -> [[Float]] {
        let floor = 0.04 * deviation * deviation
        return (0..<max(0, stack.count - 1)).map { profile in
            let one = stack.range(profile)
            let other = stack.range(profile + 1)
            let products = zip(stack.values[one], stack.values[other]).map { $0 * $1 }
            let shared = local.smooth(products)
            return (0..<stack.length).map { place in
                let size =
                    (power.values[one.lowerBound + place] + floor) * (power.values[other.lowerBound + place] + floor)
                return shared[place] / size.squareRoot()
            }
        }
    }

    private mutating func findStable(
        _ waves: ProfileStack,
        _ neighbours: [[Float]],
        _ power: ProfileStack,
        _ deviation: Float
    ) {
        let width = min(Self.stableCount, waves.count)
        stable = 0..<width
        var best = -1.0
        for start in 0...waves.count - width {
            guard (start..<start + width).allSatisfy({ waves.presence($0) >= 0.6 }) else { continue }
            var total = 0.0
            var agreement = 0.0
            for place in 0..<waves.length {
                var least: Float = 1
                var weakest = Float.infinity
                for profile in start..<start + width {
                    weakest = min(weakest, power.values[profile * waves.length + place])
                    if profile + 1 < start + width { least = min(least, neighbours[profile][place]) }
                }
                least = max(least, 0)
                agreement += Double(least)
                total += Double(least * least * min(1, weakest.squareRoot() / deviation))
            }
            if total > best {
                best = total
                stable = start..<start + width
                stability = width > 1 ? agreement / Double(waves.length) : 0
            }
        }
    }

    /// The published rule: from 50 micrometres on, the first cross-cuts whose neighbours correlate over 0.9; where there
    /// are none, the ones that come nearest to it (Hare, Hofmann, Carriquiry 2017, doi:10.1214/17-AOAS1080).
    private mutating func findFirstStable(_ waves: ProfileStack, _ clipped: ProfileStack) {
        let width = min(3, waves.count)
        stable = 0..<width
        stability = -1
        for start in min(2, waves.count - width)...waves.count - width {
            guard (start..<start + width).allSatisfy({ waves.presence($0) >= 0.6 }) else { continue }
            let pairs = (start..<start + width - 1).map { Self.correlation(clipped, $0, $0 + 1) }
            let least = pairs.min() ?? 0
            if least > stability {
                stability = least
                stable = start..<start + width
            }
            if least > 0.9 { return }
        }
    }

    private static func correlation(_ stack: ProfileStack, _ one: Int, _ other: Int) -> Double {
        var sums = (0.0, 0.0, 0.0)
        for (a, b) in zip(stack.values[stack.range(one)], stack.values[stack.range(other)]) {
            sums.0 += Double(a) * Double(b)
            sums.1 += Double(a) * Double(a)
            sums.2 += Double(b) * Double(b)
        }
        return sums.1 * sums.2 > 0 ? sums.0 / (sums.1 * sums.2).squareRoot() : 0
    }

    private mutating func refine(
        _ waves: ProfileStack,
        _ clipped: ProfileStack,
        _ power: ProfileStack,
        _ deviation: Float,
        _ local: ProfileSmoother
    ) {
        let floor = 0.04 * deviation * deviation
        let length = waves.length
        var template = signature.map { $0.isNaN ? 0 : min(max($0, -4 * deviation), 4 * deviation) }
        var totals = [Float](repeating: 0, count: length)
        var measured = [Bool](repeating: false, count: length)
        for _ in 0..<2 {
            let strength = local.smooth(template.map { $0 * $0 })
            var sums = [Float](repeating: 0, count: length)
            var agreements = sums
            totals = sums
            for profile in 0..<waves.count {
                let base = profile * length
                let shared = local.smooth((0..<length).map { clipped.values[base + $0] * template[$0] })
                for place in 0..<length where !waves.values[base + place].isNaN {
                    measured[place] = true
                    let own = power.values[base + place]
                    let agreement = shared[place] / ((own + floor) * (strength[place] + floor)).squareRoot()
                    guard agreement > 0.3 else { continue }
                    let weight = (agreement - 0.3) * (agreement - 0.3) * min(1, own.squareRoot() / deviation)
                    totals[place] += weight
                    sums[place] += weight * clipped.values[base + place]
                    agreements[place] += weight * agreement
                }
            }
            for place in 0..<length {
                template[place] = sums[place] / max(totals[place], 1e-9)
                confidence[place] = agreements[place] / max(totals[place], 1e-9) * min(1, totals[place])
            }
        }
        for place in 0..<length {
            signature[place] = measured[place] && totals[place] > 0 ? template[place] : .nan
            if signature[place].isNaN { confidence[place] = 0 }
        }
    }
}

extension ProfileStack {
    /// Some neighbouring profiles of another stack.
    init(_ other: ProfileStack, profiles: Range<Int>) {
        self.init(
            count: profiles.count,
            length: other.length,
            pitch: other.pitch,
            values: Array(other.values[profiles.lowerBound * other.length..<profiles.upperBound * other.length])
        )
    }
}
