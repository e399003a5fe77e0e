/// Sums of products of half segments of one profile with the other at every shift.
///
/// Windows of several half segments take their sums from it, so that every product is formed once.
struct ShiftTable {
    private let one: ComparisonProfile
    private let other: ComparisonProfile
    private let firstShift: Int
    private let shifts: Int
    private let stride: Int
    /// Running over the pieces: row p holds the sums of the pieces before p.
    private var products: [Float]
    private var scores: [Float]

    private static let piece = SegmentVoting.half

    /// Multiplies so many half segments of a profile with another profile, at every shift at which one fits in.
    init(_ one: ComparisonProfile, _ other: ComparisonProfile, pieces: Int) {
        self.one = one
        self.other = other
        firstShift = Self.piece - one.count
        shifts = max(0, other.count - Self.piece - firstShift + 1)
        // Rows of whole registers.
        stride = (shifts + 7) / 8 * 8
        products = [Float](repeating: 0, count: (pieces + 1) * stride)
        scores = [Float](repeating: 0, count: shifts + 2)
        // Zeros on both sides save looking where the profile ends.
        let margin = one.count
        var padded = [Float](repeating: 0, count: other.count + 2 * margin + 8)
        padded.replaceSubrange(margin..<margin + other.count, with: other.values)
        for row in 0..<pieces { addRow(row, padded, offset: firstShift + margin) }
    }

    private mutating func addRow(_ row: Int, _ padded: [Float], offset: Int) {
        let base = (row + 1) * stride
        unsafe padded.withUnsafeBytes { padded in
            unsafe one.values.withUnsafeBufferPointer { values in
                unsafe products.withUnsafeMutableBytes { products in
                    for shift in Swift.stride(from: 0, to: stride, by: 8) {
                        var sum = unsafe products.loadUnaligned(
                            fromByteOffset: 4 * (base - stride + shift), as: SIMD8<Float>.self
                        )
                        for place in row * Self.piece..<(row + 1) * Self.piece {
                            let line = unsafe padded.loadUnaligned(
                                fromByteOffset: 4 * (offset + place + shift), as: SIMD8<Float>.self
                            )
                            unsafe sum += values[place] * line
                        }
                        unsafe products.storeBytes(of: sum, toByteOffset: 4 * (base + shift), as: SIMD8<Float>.self)
                    }
                }
            }
        }
    }

    /// The shifts with the largest correlations of a row of pieces, each larger than its neighbours, best first.
    mutating func peaks(of pieces: Range<Int>, count: Int) -> [Int] {
        let places = pieces.lowerBound * Self.piece..<pieces.upperBound * Self.piece
        let own = one.windows[pieces.count]
        let low = max(0, -places.lowerBound - firstShift)
        let high = min(shifts, other.count - places.upperBound - firstShift + 1)
        guard low < high, own.scales[places.lowerBound] > 0 else { return [] }
        let mean = own.sums[places.lowerBound] / Float(places.count)
        correlate(
            other.windows[pieces.count], mean: mean, from: low, to: high,
            start: places.lowerBound + firstShift, rows: pieces
        )
        var best: [(score: Float, shift: Int)] = []
        unsafe scores.withUnsafeBufferPointer { scores in
            for index in 1...high - low {
                let score = unsafe scores[index]
                guard unsafe score > 0 && score > scores[index - 1] && score >= scores[index + 1] else { continue }
                if best.count == count, best[count - 1].score >= score { continue }
                let place = best.firstIndex { $0.score < score } ?? best.count
                best.insert((score, low + index - 1 + firstShift), at: place)
                if best.count > count { best.removeLast() }
            }
        }
        return best.map(\.shift)
    }

    /// Writes correlations, up to a common factor, to `scores` from index 1 on, with a zero on either side.
    private mutating func correlate(
        _ windows: WindowMoments,
        mean: Float,
        from low: Int,
        to high: Int,
        start: Int,
        rows: Range<Int>
    ) {
        let above = rows.upperBound * stride
        let below = rows.lowerBound * stride
        unsafe products.withUnsafeBufferPointer { products in
            unsafe windows.sums.withUnsafeBufferPointer { sums in
                unsafe windows.scales.withUnsafeBufferPointer { scales in
                    unsafe scores.withUnsafeMutableBufferPointer { scores in
                        unsafe scores[0] = 0
                        for index in low..<high {
                            let product = unsafe products[above + index] - products[below + index]
                            unsafe scores[index - low + 1] =
                                (product - mean * sums[start + index]) * scales[start + index]
                        }
                        unsafe scores[high - low + 1] = 0
                    }
                }
            }
        }
    }
}
