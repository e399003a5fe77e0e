/// Compares two impressed marks by congruent matching cells.
///
/// Each mark is divided into cells; each cell is looked for on the other mark. Cells that were impressed by the same
/// surface are found in the same arrangement as on their own mark, cells of another surface anywhere. The method is that
/// of Song (2013, AFTE Journal 45(4), 376-381) and Song et al. (2018, doi:10.1016/j.forsciint.2017.12.013).
public struct CellComparison: Sendable {
    /// When cells count as congruent.
    public let rule: CongruenceRule
    private let portable: Bool

    /// Makes a comparison; the published rule unless told otherwise.
    ///
    /// `portable` leaves the processor's special instructions alone: slower, and the same to the bit.
    public init(rule: CongruenceRule = CongruenceRule(), portable: Bool = false) {
        self.rule = rule
        self.portable = portable
    }

    /// Compares two marks in both directions.
    ///
    /// The result of (B, A) is that of (A, B) with the directions exchanged. Throws `differentPreparation` or
    /// `differentKinds`.
    public func compare(_ one: PreparedMark, _ other: PreparedMark) throws(ToolmarksError) -> MarkComparison {
        guard one.search == other.search else {
            throw ToolmarksError(
                .differentPreparation,
                subject: "search",
                advice: "prepare both marks with the same settings"
            )
        }
        guard one.kind == other.kind else {
            throw ToolmarksError(
                .differentKinds,
                subject: "kind",
                advice: "compare heights with heights and pictures with pictures"
            )
        }
        var searcher = CellSearcher(portable: portable)
        let whole = WholeMarkAlignment(one, other, portable: portable)
        let origin = Place(x: 0, y: 0)
        let forward = one.unturned.cells.map {
            searcher.findings(of: $0, on: other, about: whole?.onSecond ?? origin)
        }
        let backward = other.unturned.cells.map {
            searcher.findings(of: $0, on: one, about: whole?.onFirst ?? origin)
        }
        let angles = one.search.rotations.angles
        let (highForward, highBackward) = rule.highAgreement(
            rule.highCongruent(forward, angles: angles),
            rule.highCongruent(backward, angles: angles)
        )
        let first = CellDirection(mark: one, findings: forward, high: highForward, rule: rule)
        let second = CellDirection(mark: other, findings: backward, high: highBackward, rule: rule)
        // Rounding depends on the order of the marks; the order of their contents makes (A, B) and (B, A) the same.
        let isSwapped = other.unturned.fingerprint < one.unturned.fingerprint
        let agreement =
            isSwapped
            ? agreement(backward, of: other, forward, of: one)?.swapped
            : agreement(forward, of: one, backward, of: other)
        return MarkComparison(forward: first, backward: second, agreement: agreement)
    }

    private func agreement(
        _ forward: [[CellFinding?]],
        of one: PreparedMark,
        _ backward: [[CellFinding?]],
        of other: PreparedMark
    ) -> Agreement? {
        Agreement(
            Correspondence.joined(forward: forward, of: one.unturned, backward: backward, of: other.unturned),
            cellsOfFirst: forward.count,
            cells: forward.count + backward.count,
            usable: one.unturned.usableCount + other.unturned.usableCount,
            marks: (one, other),
            step: one.search.rotations.count > 1 ? one.search.rotations.step : 3,
            rule: rule
        )
    }
}
