/// Medians that the decision rules need.
enum Median {
    /// The middle value, or the mean of the two middle ones; nil without values.
    static func of(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// The median of directions in degrees; on a sweep of less than half a circle the ordinary median.
    ///
    /// Directions have no order, so the median is taken about the one direction nearest to all others.
    static func ofDirections(_ angles: [Double]) -> Double? {
        var reference: Double?
        var least = Double.infinity
        for angle in Set(angles).sorted() {
            let sum = angles.reduce(0) { $0 + abs(RotationSweep.difference($1, angle)) }
            if sum < least {
                least = sum
                reference = angle
            }
        }
        guard let reference, let turn = of(angles.map({ RotationSweep.difference($0, reference) })) else { return nil }
        return reference + turn
    }
}
