/// Correlations of two profiles at every shift with enough overlap.
struct ProfileAlignment {
    /// The smallest shift in points; a shift is added to places of the first profile to find them in the second.
    let firstShift: Int
    /// Pearson's correlation at each shift; -2 where nothing can be said.
    let correlations: [Float]
    /// The same of the fine waves.
    let fine: [Float]

    /// Correlates at all shifts where at least a part of the shorter profile overlaps.
    init(_ one: ProfileLine, _ other: ProfileLine, smallestOverlap: Double) {
        let needed = max(24, Int((smallestOverlap * Double(min(one.values.count, other.values.count))).rounded(.up)))
        firstShift = needed - one.values.count
        let lastShift = other.values.count - needed
        let hasGaps = one.hasGaps || other.hasGaps
        var coarse: [Float] = []
        var fine: [Float] = []
        for shift in stride(from: firstShift, through: lastShift, by: 1) {
            let part = max(0, -shift)..<min(one.values.count, other.values.count - shift)
            coarse.append(
                hasGaps
                    ? Self.pairwise(one.values, one.mask, other.values, other.mask, part, shift, needed)
                    : Self.whole(one.values, one.sums, other.values, other.sums, part, shift)
            )
            fine.append(Self.whole(one.fine, one.fineSums, other.fine, other.fineSums, part, shift))
        }
        correlations = coarse
        self.fine = fine
    }

    /// The shift with the largest correlation.
    var best: Int? { Self.best(correlations) }

    /// The shift at which all waves and the fine waves agree best together.
    ///
    /// A remnant of a shoulder or a large scratch has long waves: where it pulls the correlation to a false shift, the
    /// many fine striae do not follow.
    var bestTogether: Int? { Self.best(together) }

    /// How well both agree at that shift, up to 2; -2 when nothing can be said.
    var agreement: Float { together.max() ?? -2 }

    private var together: [Float] { zip(correlations, fine).map { $0 < -1 ? -2 : $0 + max($1, -1) } }

    private static func best(_ scores: [Float]) -> Int? {
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] > -1.5 else { return nil }
        return best
    }

    @inline(__always)
    private static func whole(
        _ one: [Float],
        _ oneSums: RunningSums,
        _ other: [Float],
        _ otherSums: RunningSums,
        _ part: Range<Int>,
        _ shift: Int
    ) -> Float {
        let product = unsafe one.withUnsafeBufferPointer { one in
            unsafe other.withUnsafeBufferPointer { other -> Float in
                guard let a = one.baseAddress, let b = other.baseAddress else { return 0 }
                return unsafe Products.dot(a + part.lowerBound, b + part.lowerBound + shift, part.count)
            }
        }
        let a = oneSums.over(part)
        let b = otherSums.over(part.lowerBound + shift..<part.upperBound + shift)
        return correlation(count: Double(part.count), product: Double(product), a: a, b: b)
    }

    @inline(__always)
    static func correlation(
        count: Double,
        product: Double,
        a: (count: Double, sum: Double, squares: Double),
        b: (count: Double, sum: Double, squares: Double)
    ) -> Float {
        let left = a.squares - a.sum * a.sum / count
        let right = b.squares - b.sum * b.sum / count
        guard left > 1e-6, right > 1e-6 else { return -2 }
        return Float((product - a.sum * b.sum / count) / (left * right).squareRoot())
    }

    /// Over the points that both profiles hold.
    private static func pairwise(
        _ one: [Float],
        _ oneMask: [Float],
        _ other: [Float],
        _ otherMask: [Float],
        _ part: Range<Int>,
        _ shift: Int,
        _ needed: Int
    ) -> Float {
        var a = (count: 0.0, sum: 0.0, squares: 0.0)
        var b = a
        var product = 0.0
        for place in part where oneMask[place] > 0 && otherMask[place + shift] > 0 {
            let (x, y) = (Double(one[place]), Double(other[place + shift]))
            a.count += 1
            a.sum += x
            a.squares += x * x
            b.sum += y
            b.squares += y * y
            product += x * y
        }
        guard a.count >= 0.8 * Double(needed) else { return -2 }
        return correlation(count: a.count, product: product, a: a, b: b)
    }
}
