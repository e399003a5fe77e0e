/// The one arrangement that most cells of both directions speak for.
///
/// The medians of the published rule fail when fewer than half of the cells are right, which happens when parts of a mark
/// are missing. Here every good finding proposes an arrangement, the others vote for it, and the winner is fitted to its
/// voters by weighted least squares, as random sample consensus does (Fischler, Bolles 1981,
/// doi:10.1145/358669.358692), but over all proposals, so that no random numbers are needed.
struct Consensus {
    let registration: Registration

    /// Votes reach this far, micrometres: a rotation in steps leaves cells at the rim some 80 micrometres apart.
    private static let voteReach = 125.0
    /// Fits narrow to this reach.
    private static let fitReach = 90.0
    /// Proposals of each cell.
    private static let proposalsPerCell = 2
    /// The furthest a fitted rotation may leave the proposed one, as a tangent: about 5 degrees.
    private static let mostTurn = 0.0875

    /// Finds the arrangement; nil when no cell was found.
    init?(_ all: [Correspondence], step: Double) {
        guard let anchor = Consensus.winner(of: all, step: step) else { return nil }
        var fit = Fit(turn: 0, one: anchor.onOne, other: anchor.onOther)
        for round in 0..<4 {
            let reach = round < 2 ? Consensus.voteReach : Consensus.fitReach
            let voters = Consensus.voters(all, for: fit, of: anchor, step: step, reach: reach)
            guard voters.count >= 3 else { break }
            fit = Fit(to: voters, about: anchor.rotation, mostTurn: Consensus.mostTurn)
        }
        registration = fit.registration(about: anchor.rotation)
    }

    /// How near a distance is, 1 at 0 and 0 from `reach` on: Tukey's biweight.
    static func nearness(_ distance: Double, reach: Double) -> Double {
        guard distance < reach else { return 0 }
        let part = 1 - (distance / reach) * (distance / reach)
        return part * part
    }

    private static func winner(of all: [Correspondence], step: Double) -> Correspondence? {
        var proposals: [Correspondence] = []
        var taken: [Int: Int] = [:]
        for index in all.indices.sorted(by: { (-all[$0].correlation, $0) < (-all[$1].correlation, $1) }) {
            guard taken[all[index].cell, default: 0] < proposalsPerCell, all[index].correlation > 0 else { continue }
            taken[all[index].cell, default: 0] += 1
            proposals.append(all[index])
        }
        let cells = (all.map(\.cell).max() ?? -1) + 1
        var best: (votes: Double, proposal: Correspondence)?
        for proposal in proposals {
            let fit = Fit(turn: 0, one: proposal.onOne, other: proposal.onOther)
            let placed = Placement(fit: fit, rotation: proposal.rotation)
            var votes = [Double](repeating: 0, count: cells)
            for other in all
            where other.correlation > 0
                && abs(RotationSweep.difference(other.rotation, proposal.rotation)) <= step * 1.05
            {
                let near = nearness(placed.distance(other), reach: voteReach)
                votes[other.cell] = max(votes[other.cell], near * other.correlation * other.correlation)
            }
            let sum = votes.reduce(0, +)
            if sum > best?.votes ?? 0 { best = (sum, proposal) }
        }
        return best?.proposal
    }

    /// The best finding of each cell near a fit, with its weight.
    private static func voters(
        _ all: [Correspondence],
        for fit: Fit,
        of anchor: Correspondence,
        step: Double,
        reach: Double
    ) -> [Voter] {
        let rotation = anchor.rotation + fit.turn
        let placed = Placement(fit: fit, rotation: rotation)
        var best: [Int: Voter] = [:]
        for other in all
        where other.correlation > 0 && abs(RotationSweep.difference(other.rotation, rotation)) <= step * 1.55 {
            let weight =
                nearness(placed.distance(other), reach: reach) * other.correlation * other.correlation
            if weight > best[other.cell]?.weight ?? 0 {
                best[other.cell] = Voter(weight: weight, correspondence: other)
            }
        }
        return best.keys.sorted().compactMap { best[$0] }
    }
}

/// A finding that agrees with an arrangement.
struct Voter {
    let weight: Double
    let correspondence: Correspondence
}

/// Measures how far findings lie from an arrangement.
struct Placement {
    private let turn: Turn
    private let one: Place
    private let other: Place

    init(fit: Fit, rotation: Double) {
        turn = Turn(degrees: rotation)
        one = fit.one
        other = fit.other
    }

    init(_ registration: Registration) {
        turn = Turn(degrees: registration.rotation)
        one = Place(x: 0, y: 0)
        other = turn.unturned(registration.shift)
    }

    /// Micrometres between where a cell was found and where the arrangement has it.
    func distance(_ found: Correspondence) -> Double {
        (found.onOther - other - turn.unturned(found.onOne - one)).length
    }
}
