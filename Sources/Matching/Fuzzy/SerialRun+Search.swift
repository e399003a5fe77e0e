extension SerialRun {
    /// Adds the ordinals of all numbers that agree with a pattern when folded. Those of a long pattern agree in their
    /// first or last places only, and are to be compared in full.
    ///
    /// The readable places at either end bound a range of the order from that end; the one with less work is searched.
    /// Within it an unreadable place is tried sign by sign as long as that is less work than looking at every number,
    /// so the work is never much more than one look at all numbers of the same length.
    func search(_ pattern: PlacePattern, into hits: inout [UInt32]) {
        let all = bounds[pattern.segment]..<bounds[pattern.segment + 1]
        if all.isEmpty { return }
        let forward = Self.range(pattern.forward, in: all, of: keys)
        if forward.isEmpty { return }
        if forward.count <= Self.cheapScan {
            descend(keys, forward, pattern.forward, at: pattern.forward.leading) { hits.append(UInt32($0)) }
            return
        }
        let backward = Self.range(pattern.backward, in: all, of: reversedKeys)
        // Hits of the reversed order lie scattered in the forward one, where the rest of them is read.
        if Self.work(pattern.forward, forward) / 4 <= Self.work(pattern.backward, backward) {
            descend(keys, forward, pattern.forward, at: pattern.forward.leading) { hits.append(UInt32($0)) }
        } else {
            descend(reversedKeys, backward, pattern.backward, at: pattern.backward.leading) {
                hits.append(reversedOrdinals[$0])
            }
        }
    }

    /// Numbers that are looked at one after another rather than searched further.
    private static let cheapScan = 256
    /// Numbers that can be looked at in the time in which all signs of one place are searched for.
    private static let scanInsteadOfBranching = 6_000

    /// About how many numbers have to be looked at: all in the range, or some for each filling of the first gap.
    private static func work(_ pattern: PlaceMask, _ range: Range<Int>) -> Int {
        if pattern.decided == pattern.leading || pattern.gap > 4 { return range.count }
        return min(range.count, (0..<pattern.gap).reduce(500) { work, _ in work * 12 })
    }

    private func descend(
        _ keys: [UInt64], _ range: Range<Int>, _ pattern: PlaceMask, at start: Int, _ found: (Int) -> Void
    ) {
        var range = range
        var place = start
        while place < pattern.decided, !range.isEmpty {
            let isKnown = pattern.isKnown(place)
            if range.count <= (isKnown ? Self.cheapScan : Self.scanInsteadOfBranching) {
                keys.withUnsafeBufferPointer { keys in
                    for position in range where pattern.agrees(keys[position]) { found(position) }
                }
                return
            }
            let shift = PackedSerial.shift(place)
            let beginning = (keys[range.lowerBound] >> (shift + 5)) << (shift + 5)
            if isKnown {
                let first = beginning | pattern.value & 31 << shift
                range = Self.range(from: first, to: first + 1 << shift, in: range, of: keys)
                place += 1
                continue
            }
            var lower = range.lowerBound
            while lower < range.upperBound {
                let next = (keys[lower] >> shift + 1) << shift
                let upper = Self.lowerBound(next, in: lower..<range.upperBound, of: keys)
                descend(keys, lower..<upper, pattern, at: place + 1, found)
                lower = upper
            }
            return
        }
        for position in range { found(position) }
    }

    private static func range(_ pattern: PlaceMask, in range: Range<Int>, of keys: [UInt64]) -> Range<Int> {
        if pattern.leading == 0 { return range }
        let shift = PackedSerial.shift(pattern.leading - 1)
        let first = (pattern.value >> shift) << shift
        return Self.range(from: first, to: first + 1 << shift, in: range, of: keys)
    }

    private static func range(
        from first: UInt64, to end: UInt64, in range: Range<Int>, of keys: [UInt64]
    ) -> Range<Int> {
        let lower = lowerBound(first, in: range, of: keys)
        // Most ranges are short: the end is sought in steps that double.
        var step = 8
        var known = lower
        while known + step < range.upperBound, keys[known + step] < end {
            known += step
            step *= 2
        }
        let upper = lowerBound(end, in: known..<min(known + step, range.upperBound), of: keys)
        return lower..<upper
    }

    private static func lowerBound(_ key: UInt64, in range: Range<Int>, of keys: [UInt64]) -> Int {
        keys.withUnsafeBufferPointer { keys in
            var low = range.lowerBound
            var high = range.upperBound
            while low < high {
                let middle = (low &+ high) >> 1
                if keys[middle] < key { low = middle &+ 1 } else { high = middle }
            }
            return low
        }
    }
}
