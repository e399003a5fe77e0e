/// Medians and the robust standard deviations made from them.
enum Spread {
    /// The lower middle value; nil without values. Changes the order of the values.
    static func median(_ values: inout [Float]) -> Float? {
        guard !values.isEmpty else { return nil }
        let rank = (values.count - 1) / 2
        var low = 0
        var high = values.count - 1
        // Quickselect with the median of three as pivot.
        while low < high {
            let middle = (low + high) / 2
            let (a, b, c) = (values[low], values[middle], values[high])
            let pivot = max(min(a, b), min(max(a, b), c))
            var left = low
            var right = high
            while left <= right {
                while values[left] < pivot { left += 1 }
                while values[right] > pivot { right -= 1 }
                if left <= right {
                    values.swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if rank <= right {
                high = right
            } else if rank >= left {
                low = left
            } else {
                break
            }
        }
        return values[rank]
    }

    /// The standard deviation of a normal distribution with the same median of absolute values; 0 without values.
    static func deviation(_ residuals: some Sequence<Float>) -> Float {
        var sizes = residuals.compactMap { $0.isNaN ? nil : abs($0) }
        return 1.4826 * (median(&sizes) ?? 0)
    }
}
