/// A packed number while it is sorted, with the position where it came from.
struct SortItem {
    var key: UInt64
    var variant: UInt32
    var index: UInt32

    /// Sorts by key, with `byVariant` then by variant, then by the order that the items have.
    ///
    /// Numbers are parted by length first, then sorted two places at a time from the last to the first: a counting sort
    /// keeps the order of equal ones, so that the first places decide.
    /// - Parameter spare: as many items as `items`; holds nothing useful afterwards.
    static func sort(_ items: inout [SortItem], _ spare: inout [SortItem], byVariant: Bool) {
        if items.count < fewestToCount {
            items.sort {
                ($0.key, byVariant ? $0.variant : 0, $0.index) < ($1.key, byVariant ? $1.variant : 0, $1.index)
            }
            return
        }
        items.withUnsafeMutableBufferPointer { items in
            spare.withUnsafeMutableBufferPointer { spare in
                let ends = count(items, into: spare, bits: 4) { Int($0.key >> 60) }
                var start = 0
                for (segment, end) in ends.enumerated() {
                    if start < end {
                        sortSegment(
                            segment, UnsafeMutableBufferPointer(rebasing: spare[start..<end]),
                            UnsafeMutableBufferPointer(rebasing: items[start..<end]), byVariant: byVariant
                        )
                    }
                    start = end
                }
            }
        }
    }

    private static let fewestToCount = 2_000
    private static let digitBits: UInt64 = 10

    /// Sorts what stands in `source`; the result is in `result`.
    private static func sortSegment(
        _ segment: Int, _ source: UnsafeMutableBufferPointer<SortItem>,
        _ result: UnsafeMutableBufferPointer<SortItem>, byVariant: Bool
    ) {
        var from = source
        var to = result
        func pass(_ digit: (SortItem) -> Int) {
            count(from, into: to, bits: digitBits, digit)
            swap(&from, &to)
        }
        let places = min(segment, PackedSerial.places)
        let mask = 1 << digitBits - 1
        if byVariant {
            let bits = segment == PackedSerial.longSegment ? 32 : UInt32(2 * places)
            for shift in stride(from: UInt32(0), to: bits, by: Int(digitBits)) {
                pass { Int($0.variant >> shift) & mask }
            }
        }
        for shift in stride(from: UInt64(60 - 5 * places), to: 60, by: Int(digitBits)) {
            pass { Int($0.key >> shift & 0xFFF_FFFF_FFFF_FFFF >> shift) & mask }
        }
        if from.baseAddress == source.baseAddress { _ = result.update(from: source) }
    }

    /// Moves items to the place that counting gives them; returns where each digit's items end.
    @inline(__always) @discardableResult
    private static func count(
        _ source: UnsafeMutableBufferPointer<SortItem>, into result: UnsafeMutableBufferPointer<SortItem>,
        bits: UInt64, _ digit: (SortItem) -> Int
    ) -> [Int] {
        var positions = [Int](repeating: 0, count: 1 << bits)
        positions.withUnsafeMutableBufferPointer { positions in
            for item in source { positions[digit(item)] += 1 }
            var sum = 0
            for index in positions.indices {
                let count = positions[index]
                positions[index] = sum
                sum += count
            }
            for item in source {
                let digit = digit(item)
                result[positions[digit]] = item
                positions[digit] &+= 1
            }
        }
        return positions
    }
}
