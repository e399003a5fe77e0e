/// Distance between two spellings: the least number of letters inserted, left out, replaced, or swapped with their
/// neighbour (optimal string alignment, after Damerau 1964, doi:10.1145/363958.363994), given up beyond a bound.
enum SpellingDistance {
    /// The distance, or nil when it is greater than `bound`. Symmetric.
    static func between(_ left: [UInt8], _ right: [UInt8], bound: Int) -> Int? {
        if abs(left.count - right.count) > bound { return nil }
        var beforePrevious = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        var current = previous
        for row in 0..<left.count {
            current[0] = row + 1
            var least = current[0]
            for column in 0..<right.count {
                let replaced = previous[column] + (left[row] == right[column] ? 0 : 1)
                var best = min(replaced, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, beforePrevious[column - 1] + 1)
                }
                current[column + 1] = best
                least = min(least, best)
            }
            if least > bound { return nil }
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
        }
        return previous[right.count] <= bound ? previous[right.count] : nil
    }
}
