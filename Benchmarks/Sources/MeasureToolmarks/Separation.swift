import Foundation

/// How well a figure tells matching from non-matching pairs.
struct Separation {
    let matching: [Double]
    let other: [Double]

    /// The share of (matching, other) couples in the right order, ties half.
    var auc: Double {
        let sorted = other.sorted()
        func below(_ value: Double, _ equal: Bool) -> Int {
            var (low, high) = (0, sorted.count)
            while low < high {
                let middle = (low + high) / 2
                if sorted[middle] < value || (equal && sorted[middle] == value) {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            return low
        }
        let sum = matching.reduce(0.0) { $0 + Double(below($1, false) + below($1, true)) / 2 }
        return sum / Double(max(1, matching.count * other.count))
    }

    var text: String {
        let lowest = matching.min() ?? .nan
        let highest = other.max() ?? .nan
        func f(_ value: Double) -> String { String(format: value == value.rounded() ? "%.0f" : "%.3f", value) }
        let m = matching.sorted()
        return "min \(f(lowest)) max \(f(highest)) ratio \(String(format: "%.2f", lowest / highest)) "
            + "med \(m.isEmpty ? "-" : f(m[m.count / 2])) auc \(String(format: "%.4f", auc)) "
            + "lost \(m.count(where: { $0 <= highest }))"
    }
}
