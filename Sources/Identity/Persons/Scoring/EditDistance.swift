/// Edit distance with transpositions of neighbours (optimal string alignment) by bit-parallel columns: H. Hyyrö, A
/// bit-vector algorithm for computing Levenshtein and Damerau edit distances, Nordic Journal of Computing 10 (2003),
/// after G. Myers 1999, doi:10.1145/316542.316550. Survey: G. Navarro 2001, doi:10.1145/375360.375365.
struct EditDistance {
    /// Where each letter stands in the pattern, one bit a place.
    private var places = [UInt64](repeating: 0, count: 128)
    private var pattern: [UInt8] = []
    private var count: Int { pattern.count }

    /// Sets the word to compare with; at most 64 letters of ASCII.
    mutating func setPattern(_ bytes: [UInt8], _ range: Range<Int>) {
        for byte in pattern { places[Int(byte & 127)] = 0 }
        pattern.removeAll(keepingCapacity: true)
        var bit: UInt64 = 1
        for index in range {
            places[Int(bytes[index] & 127)] |= bit
            pattern.append(bytes[index])
            bit <<= 1
        }
    }

    /// The distance of a word from the pattern.
    func distance(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        if count == 0 { return range.count }
        if range.isEmpty { return count }
        var positive: UInt64 = .max
        var negative: UInt64 = 0
        var diagonal: UInt64 = 0
        var before: UInt64 = 0
        var distance = count
        let last: UInt64 = 1 << UInt64(count - 1)
        for index in range {
            let equal = places[Int(bytes[index] & 127)]
            let swapped = (((~diagonal) & equal) << 1) & before
            diagonal = (((equal & positive) &+ positive) ^ positive) | equal | negative | swapped
            var increase = negative | ~(diagonal | positive)
            var decrease = positive & diagonal
            if increase & last != 0 { distance += 1 }
            if decrease & last != 0 { distance -= 1 }
            increase = increase << 1 | 1
            decrease <<= 1
            positive = decrease | ~(diagonal | increase)
            negative = increase & diagonal
            before = equal
        }
        return distance
    }
}
