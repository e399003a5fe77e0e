import Registry
import Toolmarks

/// What the engine says of two marks, for the microscope. Lengths are micrometres, angles degrees; places count from the
/// first point of the prepared surface they lie on.
struct PairWire: Encodable {
    /// `impressed`, `striated` or `refused`.
    var method: String
    /// Why the engine does not compare these two.
    var reason: String?
    /// How the second mark lies on the first.
    var registration: RegistrationWire?
    var cells: CellsWire?
    var signatures: SignaturesWire?

    init(_ comparison: PairComparison) {
        switch comparison {
        case .impressed(let pair):
            method = "impressed"
            if let agreement = pair.comparison.agreement {
                registration = RegistrationWire(agreement.registration, pair.centres)
            }
            cells = CellsWire(pair)
        case .striated(let pair):
            method = "striated"
            registration = pair.registration.map { RegistrationWire($0, pair.centres) }
            signatures = SignaturesWire(pair)
        case .refused(let code):
            method = "refused"
            reason = code
        }
    }
}

/// A rotation and a shift that lay the second surface on the first.
struct RegistrationWire: Encodable {
    /// Degrees from the x axis towards the y axis, clockwise on a screen.
    var rotation: Double
    /// A place of the first surface.
    var first: [Double]
    /// The same place on the second.
    var second: [Double]

    init(_ registration: Registration, _ centres: (first: Place, second: Place)) {
        rotation = registration.rotation
        first = [centres.first.x, centres.first.y]
        let there = registration.onSecond(Place(x: 0, y: 0))
        second = [there.x + centres.second.x, there.y + centres.second.y]
    }
}

/// Cells of both directions.
struct CellsWire: Encodable {
    /// One cell.
    struct Cell: Encodable {
        /// Its middle on its own surface.
        var place: [Double]
        /// Its sides.
        var size: [Double]
        /// `congruent`, or why it does not count; see `CellStatus`.
        var status: String
        /// Where it fits best on the other surface; nil where nowhere enough points met.
        var found: [Double]?
        /// How far it is turned there, from its own orientation.
        var turn: Double?
        var correlation: Double?
    }

    /// Cells of the first mark, looked for on the second.
    var first: [Cell]
    /// Cells of the second mark, looked for on the first.
    var second: [Cell]
    var agreeing: Int
    var usable: Int
    var original: Int
    var high: Int
    var score: Double
    /// Root mean square distance of agreeing cells from the registration.
    var spread: Double?
    var medianCorrelation: Double?

    init(_ pair: ImpressedPair) {
        let comparison = pair.comparison
        let agreement = comparison.agreement
        agreeing = comparison.registeredCount
        usable = comparison.usableCount
        original = comparison.originalCount
        high = comparison.highCount
        score = comparison.score
        spread = agreement?.spread
        medianCorrelation = agreement?.medianCorrelation
        let registration = comparison.registration
        first = Self.cells(
            comparison.forward, agreement?.forward, registration, pair.centres.first, pair.centres.second,
            pair.rule
        )
        second = Self.cells(
            comparison.backward, agreement?.backward, registration?.inverse, pair.centres.second,
            pair.centres.first, pair.rule
        )
    }

    private static func cells(
        _ direction: CellDirection, _ agrees: [Bool]?, _ registration: Registration?, _ own: Place, _ other: Place,
        _ rule: CongruenceRule
    ) -> [Cell] {
        direction.cells.enumerated().map { index, cell in
            let status = CellStatus(
                cell, isRegistered: agrees?[index] ?? false, registration: registration, rule: rule
            )
            let found = cell.finding.map { finding in
                Registration(rotation: finding.rotation, shift: finding.shift).onSecond(cell.place)
            }
            return Cell(
                place: [cell.place.x + own.x, cell.place.y + own.y], size: [cell.size.x, cell.size.y],
                status: status.rawValue, found: found.map { [$0.x + other.x, $0.y + other.y] },
                turn: cell.finding.map { -$0.rotation }, correlation: cell.finding?.correlation
            )
        }
    }
}

/// Two signatures as they fit together. Positions are those of the first one.
struct SignaturesWire: Encodable {
    /// One signature.
    struct Line: Encodable {
        /// The position of its first point.
        var start: Double
        /// The distance between points; negative where the signature was turned round.
        var pitch: Double
        /// Heights, micrometres; nil where missing.
        var heights: [Double?]
        /// The positions of its peaks and valleys.
        var striae: [Double]
    }

    var first: Line
    var second: Line
    /// Pairs of matching striae as places in both lists.
    var pairs: [[Int]]
    /// The common part.
    var common: [Double]
    var score: Double
    var correlation: Double
    var fineCorrelation: Double
    var congruentSegments: Int
    var matches: Int
    var mismatches: Int
    var consecutive: Int
    /// How far the second signature was moved to fit.
    var lag: Double
    var isReversed: Bool
    var stretch: Double

    init(_ pair: StriatedPair) {
        let found = pair.comparison
        let signature = pair.signatures.second
        let turned = found.isReversed ? signature.reversed : signature
        first = Line(
            start: 0, pitch: pair.signatures.first.pitch, heights: Self.rounded(pair.signatures.first.values),
            striae: pair.striae.first.map(\.position)
        )
        second = Line(
            start: -found.shift, pitch: turned.pitch * found.stretch, heights: Self.rounded(turned.values),
            striae: pair.striae.second.map { $0.position - found.shift }
        )
        pairs = found.striae.pairs.map { [$0.first, $0.second] }
        let from = max(0, -found.shift)
        common = [from, from + found.overlap]
        score = found.score
        correlation = found.correlation
        fineCorrelation = found.fineCorrelation
        congruentSegments = found.congruentSegments
        matches = found.striae.matches
        mismatches = found.striae.mismatches
        consecutive = found.striae.consecutiveMatches
        lag = found.shift
        isReversed = found.isReversed
        stretch = found.stretch
    }

    /// To a tenth of a nanometre.
    private static func rounded(_ heights: [Float]) -> [Double?] {
        heights.map { $0.isNaN ? nil : (Double($0) * 10_000).rounded() / 10_000 }
    }
}

/// All lands of two bullets.
struct BulletsWire: Encodable {
    /// One pair of lands.
    struct Pair: Encodable {
        var first: Int
        var second: Int
        var score: Double?
        var correlation: Double?
    }

    /// One way to pair the lands.
    struct Phase: Encodable {
        var offset: Int
        var pairs: Int
        var score: Double
        var correlation: Double
    }

    /// Numbers of the marks, in the order of the lands.
    var first: [String]
    var second: [String]
    var lands: Int
    var pairs: [Pair]
    var phases: [Phase]
    /// The offset of the phase that fits best.
    var best: Int
    var score: Double
    /// The mean score of the best phase less that of all other pairs.
    var difference: Double

    init(_ pair: BulletPair) {
        let found = pair.comparison
        first = pair.lands.first.map { "\($0)" }
        second = pair.lands.second.map { "\($0)" }
        lands = found.lands
        pairs = found.pairs.map {
            Pair(
                first: $0.first, second: $0.second, score: $0.comparison?.score,
                correlation: $0.comparison?.correlation
            )
        }
        phases = found.phases.map {
            Phase(offset: $0.offset, pairs: $0.pairs, score: $0.meanScore, correlation: $0.meanCorrelation)
        }
        best = found.best.offset
        score = found.score
        difference = found.difference
    }
}
