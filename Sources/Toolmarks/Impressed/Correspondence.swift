/// One finding of one cell, as a place on the one mark that was found at a place on the other.
struct Correspondence {
    /// Counts the cells of both directions.
    let cell: Int
    let onOne: Place
    let onOther: Place
    /// The rotation that lays the other mark on the one, degrees.
    let rotation: Double
    let correlation: Double

    /// The findings of both directions as places on the same two marks.
    static func joined(
        forward: [[CellFinding?]],
        of one: UnturnedMark,
        backward: [[CellFinding?]],
        of other: UnturnedMark
    ) -> [Correspondence] {
        var all: [Correspondence] = []
        for (index, findings) in forward.enumerated() {
            for finding in findings.compactMap({ $0 }) {
                let place = one.cells[index].place
                all.append(
                    Correspondence(
                        cell: index,
                        onOne: place,
                        onOther: Turn(degrees: finding.rotation).unturned(place + finding.shift),
                        rotation: finding.rotation,
                        correlation: finding.correlation
                    )
                )
            }
        }
        for (index, findings) in backward.enumerated() {
            for finding in findings.compactMap({ $0 }) {
                let place = other.cells[index].place
                all.append(
                    Correspondence(
                        cell: forward.count + index,
                        onOne: Turn(degrees: finding.rotation).unturned(place + finding.shift),
                        onOther: place,
                        rotation: -finding.rotation,
                        correlation: finding.correlation
                    )
                )
            }
        }
        return all
    }
}
