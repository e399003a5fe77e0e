import Surfaces
import Toolmarks

/// Reads a scan as it arrived, looks for what is wrong with it, and makes it ready to be compared. Bytes in, bytes out:
/// the same file and region give the same result wherever and however often it runs.
struct ScanIntake {
    let bytes: [UInt8]
    let name: String
    let kind: ToolmarkKind
    let reading: ScanReading
    let region: MaskShape?
    let limits: SurfaceLimits

    /// What came of a scan.
    struct Result {
        var findings: [ScanFinding]
        var description: ScanDescription?
        /// The scan, PNG.
        var picture: [UInt8]?
        /// The scan with the points marked that a finding is about, PNG.
        var markedPicture: [UInt8]?
        /// nil where the scan was refused.
        var preparation: PreparedScan?
    }

    /// A scan made ready, as the bytes that are kept.
    struct PreparedScan {
        var surface: [UInt8]
        var screeningForm: [UInt8]
        var picture: [UInt8]
        var thumbnail: [UInt8]
        var regionPicture: [UInt8]?
        var record: PreparationRecord
    }

    /// Does it all; what is wrong with the file is a finding and never thrown.
    func result() -> Result {
        let scan: MeasuredScan
        do {
            scan = try MeasuredScan(bytes, name: name, reading: reading, limits: limits)
        } catch {
            return Result(findings: [Self.finding(error)])
        }
        let map = scan.map
        let stage = kind.isImpressed && map.kind == .height ? ScanState(of: map).stage : nil
        let inspection = ScanInspection(map: map, kind: kind, stage: stage)
        var result = Result(
            findings: scan.warnings.map(Self.finding) + inspection.findings,
            description: ScanDescription(map, format: scan.format, metadata: scan.metadata, stage: stage)
        )
        result.picture = ScanPictures.scan(map)
        result.markedPicture = inspection.clippedPoints.flatMap { ScanPictures.scan(map, marking: $0) }
        // Told before its size, which is that of another mark.
        if kind.isImpressed, region == nil, map.kind == .height, WrongMark.looksLikeLand(map) {
            result.findings.insert(WrongMark(isLand: true).finding, at: 0)
        }
        guard !result.findings.contains(where: \.isFatal) else { return result }
        do {
            let (preparation, findings) =
                kind.isImpressed ? try impressed(scan, stage: stage ?? .raw) : try striated(scan)
            result.preparation = preparation
            result.findings += findings
        } catch let error as SurfacesError {
            result.findings.append(Self.finding(error))
        } catch let error as ToolmarksError {
            result.findings.append(
                ScanFinding("not-comparable", isFatal: true, facts: ["detail": error.description])
            )
        } catch let refusal as WrongMark {
            result.findings.append(refusal.finding)
        } catch {
            result.findings.append(ScanFinding("not-comparable", isFatal: true, facts: ["detail": "\(error)"]))
        }
        return result
    }

    // MARK: The two kinds of marks

    private func impressed(
        _ scan: MeasuredScan, stage: ScanState.Stage
    ) throws -> (PreparedScan, [ScanFinding]) {
        let region = region?.fitted(to: scan.map)
        let ready = try ReadySurface(scan.map, kind: kind, region: region)
        var findings = ready.records.flatMap(\.remarks).map { ScanFinding("step-\($0)") }
        if region == nil, ready.breechFace?.usesWholeScan == true {
            findings.removeAll { $0.code == "step-whole-surface-used" }
            findings.append(ScanFinding(kind == .firingPin ? "no-firing-pin-found" : "no-primer-found"))
        }
        // Screening and comparison refuse what is too small or flat; better told now than after a queue.
        let form = try ScreeningForm(ready.surface)
        let shown = region.flatMap { try? $0.mask(for: scan.map) } ?? ready.breechFace?.mask.mask
        let record = PreparationRecord(
            region: self.region, origin: ready.origin, edge: ready.breechFace?.edge, hole: ready.breechFace?.hole,
            steps: ready.records
        )
        return (
            PreparedScan(
                surface: try X3PDocument(ready.surface, metadata: scan.metadata ?? SurfaceMetadata()).encoded(level: 1),
                screeningForm: form.bytes, picture: try ScanPictures.large(ready.surface),
                thumbnail: try ScanPictures.thumbnail(ready.surface),
                regionPicture: shown.flatMap { ScanPictures.scan(scan.map, keeping: $0) }, record: record
            ), findings
        )
    }

    /// Lands further apart in their sides than this are scanned as such.
    private func striated(_ scan: MeasuredScan) throws -> (PreparedScan, [ScanFinding]) {
        var surface = scan.map
        var origin = PlanePoint(x: 0, y: 0)
        var steps: [StepRecord] = []
        if let region {
            let cut = try Preparation([.mask(region.fitted(to: surface)), .trim]).apply(to: surface)
            (surface, origin, steps) = (cut.surface, cut.origin, cut.records)
        } else if kind == .land, WrongMark.looksLikeBreechFace(surface) {
            throw WrongMark(isLand: false)
        }
        let extraction = kind == .land ? SignatureExtraction.land : .toolmark
        let isProfile = surface.rows == 1
        let signature =
            isProfile
            ? try Signature(of: ProfileMap(pitch: surface.pitchX, values: surface.values), extraction)
            : try Signature(of: surface, extraction)
        var findings: [ScanFinding] = []
        if !isProfile, signature.finding.coherence < 0.25 {
            findings.append(
                ScanFinding("weak-striae", facts: ["coherence": ScanInspection.number(signature.finding.coherence)])
            )
        }
        if kind == .land, signature.width < 800 {
            findings.append(
                ScanFinding("narrow-mark", facts: ["width": ScanInspection.millimetres(signature.width)])
            )
        }
        let view = isProfile ? ScanPictures.striped(surface) : try Preparation.land.apply(to: surface).surface
        let record = PreparationRecord(
            region: region, origin: origin, steps: steps, signature: signature.finding
        )
        let shown = region.flatMap { try? $0.fitted(to: scan.map).mask(for: scan.map) }
        return (
            PreparedScan(
                surface: try X3PDocument(surface, metadata: scan.metadata ?? SurfaceMetadata()).encoded(level: 1),
                screeningForm: [], picture: try ScanPictures.large(view), thumbnail: try ScanPictures.thumbnail(view),
                regionPicture: shown.flatMap { ScanPictures.scan(scan.map, keeping: $0) }, record: record
            ), findings
        )
    }

    // MARK: Findings

    private static func finding(_ warning: SurfaceWarning) -> ScanFinding {
        ScanFinding("file-\(warning.code.rawValue)", facts: ["detail": warning.description])
    }

    private static func finding(_ error: SurfacesError) -> ScanFinding {
        var facts = ["detail": error.detail]
        if let place = error.place { facts["place"] = place }
        return ScanFinding("unreadable-\(error.code.rawValue)", isFatal: true, facts: facts)
    }
}

/// The scan shows another kind of mark than was stated.
struct WrongMark: Error {
    /// Whether it looks like a land engraved area; else like a breech face.
    let isLand: Bool

    var finding: ScanFinding { ScanFinding(isLand ? "wrong-mark-land" : "wrong-mark-breech-face", isFatal: true) }

    /// The sides of lands lie beyond this ratio.
    private static let longScan = 1.5
    /// Striae that agree so well are no accident.
    private static let clearCoherence = 0.5
    /// A primer found with this confidence is one.
    private static let clearPrimer = 0.5

    private static func isLong(_ map: SurfaceMap) -> Bool {
        let sides = (Double(map.columns) * map.pitchX, Double(map.rows) * map.pitchY)
        return max(sides.0, sides.1) > longScan * min(sides.0, sides.1)
    }

    static func looksLikeLand(_ map: SurfaceMap) -> Bool {
        guard isLong(map), let signature = try? Signature(of: map, .land) else { return false }
        return signature.finding.coherence >= clearCoherence
    }

    static func looksLikeBreechFace(_ map: SurfaceMap) -> Bool {
        guard !isLong(map), map.rows > 1, let found = try? Preparation([.findMark(BreechFaceFinder())]).apply(to: map),
            let face = found.breechFace
        else { return false }
        return !face.usesWholeScan && face.confidence >= clearPrimer
    }
}
