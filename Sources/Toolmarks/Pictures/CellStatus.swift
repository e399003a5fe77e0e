internal import Surfaces

/// Whether a cell agrees with the registration of the pair, and if not, why.
public enum CellStatus: String, Sendable, Hashable, Codable, CaseIterable {
    /// Found where the registration of the marks puts it.
    case congruent
    /// Found further from there than the rule allows.
    case elsewhere
    /// Found at another rotation.
    case otherRotation
    /// Fits nowhere with enough correlation.
    case correlationTooLow
    /// Nowhere meet enough measured points of the other mark.
    case noOverlap
    /// Too little of it was measured.
    case notEnoughPoints

    /// The status of a cell.
    ///
    /// - Parameters:
    ///   - isRegistered: what `Agreement` says of the cell.
    ///   - registration: how the other mark lies on the cell's own.
    public init(_ cell: CellResult, isRegistered: Bool, registration: Registration?, rule: CongruenceRule) {
        if isRegistered {
            self = .congruent
        } else if let finding = cell.finding {
            let turn = RotationSweep.difference(finding.rotation, registration?.rotation ?? 0)
            self =
                finding.correlation < rule.minimumCorrelation
                ? .correlationTooLow : abs(turn) > rule.rotationTolerance ? .otherRotation : .elsewhere
        } else {
            self = cell.verdict == .notEnoughPoints ? .notEnoughPoints : .noOverlap
        }
    }

    /// Whether the place where it was found is drawn on the other mark.
    var isFoundAgain: Bool { self == .congruent }

    var colour: Colour {
        switch self {
        case .congruent: .green
        case .elsewhere: .orange
        case .otherRotation: .purple
        case .correlationTooLow: .vermilion
        case .noOverlap: .sky
        case .notEnoughPoints: .quiet
        }
    }

    func explanation(_ rule: CongruenceRule) -> String {
        switch self {
        case .congruent: "congruent, found where the registration of the marks puts them"
        case .elsewhere: "found further than \(rule.registeredTolerance) um from there"
        case .otherRotation: "found turned by more than \(rule.rotationTolerance) degrees from it"
        case .correlationTooLow: "fit nowhere with a correlation of \(rule.minimumCorrelation)"
        case .noOverlap: "nowhere meet enough measured points of B"
        case .notEnoughPoints: "too little measured to be looked for"
        }
    }
}

extension SurfacePicture {
    /// Draws a cell about its middle.
    ///
    /// - Parameters:
    ///   - size: the sides, micrometres.
    ///   - degrees: how far it is turned, from the x axis towards the y axis.
    mutating func drawCell(
        at middle: PlanePoint,
        size: Place,
        degrees: Double,
        status: CellStatus,
        label: String
    ) {
        let turn = Turn(degrees: degrees)
        let inset = 1.5 * scale
        let half = Place(x: size.x / 2 - inset, y: size.y / 2 - inset)
        let corners = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)].map { x, y in
            let corner = turn.turned(Place(x: x * half.x, y: y * half.y))
            return pixel(for: PlanePoint(x: middle.x + corner.x, y: middle.y + corner.y))
        }
        if status == .congruent { picture.fillPolygon(corners, status.colour, opacity: 0.3) }
        picture.drawPolygon(corners, status.colour, width: status == .congruent ? 2 : 1.5, opacity: 0.9)
        guard status != .notEnoughPoints else { return }
        picture.drawText(
            label,
            at: pixel(for: middle),
            status == .congruent ? .black : status.colour,
            size: max(9, min(16, pixels(size.y) / 3)),
            anchor: .centre,
            halo: .white
        )
    }
}
