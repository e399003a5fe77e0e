/// Finds the ring of the primer that carries the breech-face mark, and masks everything else.
///
/// 1. The scan is gathered into blocks of about 25 micrometres.
/// 2. From an even grid of starting places flat regions are grown: connected points within `flatness` of a plane that
///    is fitted again as the region grows. Case head, ring, lip and bottom of the firing-pin hole come out as regions.
/// 3. The region chosen is large, surrounds its middle, and has the size of a primer.
/// 4. A plane, or a second-degree form where the primer is domed, is fitted robustly to it; the mark is what lies within
///    `flatness` of that form, is connected, and lies between the hole and a circle fitted to the outer border.
///
/// Everything is determined by the scan and the settings: no random choice takes part.
public struct BreechFaceFinder: Sendable, Hashable, Codable {
    /// Which part of the primer is wanted.
    public enum Part: String, Sendable, Hashable, Codable {
        /// The ring with the impression of the breech face.
        case breechFace = "breech-face"
        /// The impression of the firing pin: everything in the hole that the ring surrounds.
        case firingPin = "firing-pin"
    }

    /// Which part of the primer is wanted.
    public var part: Part
    /// How far the mark may lie from its plane or dome, micrometres.
    public var flatness: Double
    /// How much is cut from the outer border, micrometres.
    public var edgeMargin: Double
    /// How much is cut around the firing-pin hole, micrometres.
    public var holeMargin: Double
    /// Below this confidence the whole scan is used.
    public var smallestConfidence: Double

    /// A search from its settings, all lengths in micrometres.
    public init(
        part: Part = .breechFace,
        flatness: Double = 22,
        edgeMargin: Double = 50,
        holeMargin: Double = 60,
        smallestConfidence: Double = 0.2
    ) {
        self.part = part
        self.flatness = flatness
        self.edgeMargin = edgeMargin
        self.holeMargin = holeMargin
        self.smallestConfidence = smallestConfidence
    }

    /// Looks for the mark on a scan and says what was found; the scan stays as it is.
    ///
    /// - Throws: `noValidPoints` for a scan without any valid point, `badSetting` for settings that make no sense.
    public func find(in map: SurfaceMap) throws(SurfacesError) -> BreechFace {
        try check()
        guard map.validCount > 0 else { throw .emptySurface("find-mark") }
        return search(map).face
    }

    /// Runs the search and notes why it is as sure as it is.
    func search(_ map: SurfaceMap) -> (face: BreechFace, evidence: RingEvidence?) {
        let whole = BreechFace(
            edge: nil,
            hole: nil,
            mask: MaskBitmap(SurfaceMask(validPointsOf: map)),
            confidence: 0,
            usesWholeScan: true
        )
        guard map.kind == .height else { return (whole, nil) }
        let coarse = CoarseMap(map)
        guard let region = PlaneRegions(coarse: coarse, flatness: flatness).best(),
            let ring = RingOutline(coarse: coarse, region: region, flatness: flatness)
        else { return (whole, nil) }
        let evidence = ring.evidence
        guard evidence.confidence >= smallestConfidence else { return (whole, evidence) }
        if part == .firingPin && ring.hole == nil { return (whole, evidence) }
        let wanted = coarse.refined(clearance(ring, coarse), for: map)
        guard wanted.count > 0 else { return (whole, evidence) }
        return (
            BreechFace(
                edge: ring.edge,
                hole: ring.hole.map { PlaneCircle(centre: $0.centre, radius: $0.radius + holeMargin) },
                mask: MaskBitmap(wanted),
                confidence: evidence.confidence,
                usesWholeScan: false
            ),
            evidence
        )
    }

    /// How far every block lies within the wanted part, micrometres, with the margins taken off; negative outside.
    ///
    /// A scan that was masked before has clean borders, and no margin is cut there.
    private func clearance(_ ring: RingOutline, _ coarse: CoarseMap) -> [Double] {
        func distances(_ mask: SurfaceMask) -> [Double] {
            DistanceMap.signedDistances(toBorderOf: mask, pitchX: coarse.map.pitchX, pitchY: coarse.map.pitchY)
        }
        let hole = distances(ring.holeMask)
        if part == .firingPin { return hole }
        let mark = distances(ring.mask)
        if ring.evidence.alreadyMasked { return mark }
        let filled = distances(ring.filled)
        return mark.indices.map { min(mark[$0], filled[$0] - edgeMargin, -hole[$0] - holeMargin) }
    }
}

extension BreechFaceFinder: PreparationOperation {
    func check() throws(SurfacesError) {
        guard flatness > 0, edgeMargin >= 0, holeMargin >= 0, (0...1).contains(smallestConfidence) else {
            throw .setting("find-mark", "Flatness must be above zero, margins not negative, confidence 0 to 1.")
        }
    }

    func run(on state: inout PreparationState, notes: inout StepNotes) throws(SurfacesError) {
        var (face, evidence) = search(state.map)
        if let mask = face.mask.mask { state.map = try state.map.masked(by: mask) }
        notes.add("confidence", face.confidence, "")
        if let evidence {
            notes.add("coverage", evidence.coverage, "")
            notes.add("roundness", evidence.roundness, "")
            notes.add("solidity", evidence.solidity, "")
            notes.add("area", evidence.area, "mm2")
            if evidence.isDomed { notes.remark("domed") }
            if evidence.alreadyMasked { notes.remark("already-masked") }
        }
        if face.usesWholeScan { notes.remark(state.map.kind == .height ? "whole-surface-used" : "no-heights") }
        let origin = state.origin
        let moved = { (circle: PlaneCircle) in
            PlaneCircle(
                centre: PlanePoint(x: circle.centre.x + origin.x, y: circle.centre.y + origin.y),
                radius: circle.radius
            )
        }
        face.edge = face.edge.map(moved)
        face.hole = face.hole.map(moved)
        if let edge = face.edge {
            notes.add("edge-x", edge.centre.x, "um")
            notes.add("edge-y", edge.centre.y, "um")
            notes.add("edge-radius", edge.radius, "um")
        }
        if let hole = face.hole {
            notes.add("hole-x", hole.centre.x, "um")
            notes.add("hole-y", hole.centre.y, "um")
            notes.add("hole-radius", hole.radius, "um")
        }
        state.breechFace = face
    }
}
