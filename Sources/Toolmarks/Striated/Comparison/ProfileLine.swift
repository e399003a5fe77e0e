/// The points of a profile with what correlations need to know of every part of them.
struct ProfileLine: Sendable {
    /// Heights in robust standard deviations less their mean; 0 where missing.
    let values: [Float]
    /// The same without waves over 70 micrometres.
    let fine: [Float]
    /// 1 where there is a value, else 0.
    let mask: [Float]
    /// Running sums of the heights.
    let sums: RunningSums
    /// Running sums of the fine waves.
    let fineSums: RunningSums
    /// Whether a point is missing.
    let hasGaps: Bool

    init(values: [Float], fine: [Float], mask: [Float]) {
        self.values = values
        self.fine = fine
        self.mask = mask
        sums = RunningSums(values, mask)
        fineSums = RunningSums(fine, mask)
        hasGaps = mask.contains(0)
    }

    /// The points seen from the other side.
    var reversed: ProfileLine {
        ProfileLine(values: values.reversed(), fine: fine.reversed(), mask: mask.reversed())
    }
}
