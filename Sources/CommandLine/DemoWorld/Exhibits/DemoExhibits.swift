import Foundation
import Registry
import Storage
import Surfaces
import Toolmarks

/// Puts the exhibits of the demo world into the registry by the hands of examiners, with generated scans that are prepared
/// as real ones are.
struct DemoExhibits {
    let registry: Registry

    /// Bureaus that have a laboratory.
    static let bureaus = ["BR", "AR", "PY", "CL"]
    /// Micrometres between points of a generated breech face: coarse for an instrument, quick to make.
    private static let breechFacePitch = 7.5
    /// Lands of a bullet that are scanned; all of them would take longer than they show.
    private static let scannedLands = 3

    /// - Returns: how many exhibits there are.
    func make() async throws -> Int {
        var count = 0
        var marks: [(number: MarkNumber, examiner: Actor)] = []
        for forensicCase in DemoCaseList.all { count += try await make(forensicCase, &marks) }
        while try await registry.preparations.advance() {}
        // What was there before lets a mark that somebody enters go first.
        for mark in marks { try await registry.correlations.request(mark.number, priority: .low, mark.examiner) }
        return count
    }

    private func make(
        _ demo: DemoCase, _ marks: inout [(number: MarkNumber, examiner: Actor)]
    ) async throws -> Int {
        let examiner = try await registry.signIn.actor(onThisMachine: "examiner.\(demo.bureau.lowercased())")
        let opened = try await registry.cases.create(
            CaseContent(title: demo.title, laboratory: demo.laboratory, reference: demo.reference),
            events: [demo.event], examiner
        )
        for exhibit in demo.exhibits {
            let entered = try await registry.exhibits.create(exhibit.content, case: opened.number, event: 1, examiner)
            if let secured = Moment("\(demo.until ?? demo.from)T21:30:00.000Z") {
                _ = try await registry.exhibits.addCustody(
                    CustodyContent(kind: .secured, person: "Patrulla de guardia", place: demo.locality), at: secured,
                    to: entered.number, examiner
                )
            }
            for (mark, scan) in try await Self.scans(of: exhibit.tool).enumerated() {
                try await registry.marks.addScan(
                    try registry.blobs.put(scan.bytes), name: "\(exhibit.label)-\(mark + 1).x3p",
                    to: .newMark(exhibit: entered.number, kind: scan.kind.rawValue, label: scan.label), examiner
                )
                marks.append((MarkNumber(exhibit: entered.number, place: mark + 1), examiner))
            }
            if exhibit.submission != .undecided {
                _ = try await registry.exhibits.decide(
                    exhibit.submission, of: entered.number, version: 1, reason: Self.reason(exhibit, demo), examiner
                )
            }
        }
        return demo.exhibits.count
    }

    private static func reason(_ exhibit: DemoExhibit, _ demo: DemoCase) -> String {
        if exhibit.submission == .kept { return "Investigación nacional reservada." }
        let isAdvised = !SubmissionRule.reasons(exhibit.content, event: demo.event).isEmpty
        return isAdvised ? "Cumple la regla de sometimiento." : "A pedido de la fiscalía."
    }

    @concurrent
    private static func scans(
        of tool: DemoExhibit.Tool
    ) async throws -> [(kind: ToolmarkKind, label: String, bytes: [UInt8])] {
        switch tool {
        case .breechFace(let toolClass, let seed, let firing):
            return [(.breechFace, "Culote", try scan(toolClass, seed: seed, firing: firing))]
        case .lands(let barrel, let bullet, _):
            var conditions = LandScanConditions()
            conditions.pitch = 2.5
            conditions.length = 300
            let generator = LandGenerator(barrel: barrel, bullet: bullet)
            return try (0..<scannedLands).map { land in
                let map = generator.scan(land: land, conditions)
                return (.land, "Campo \(land + 1)", try X3PDocument(map, metadata: metadata).encoded(level: 1))
            }
        }
    }

    /// A breech face as an instrument would give it, as x3p.
    static func scan(_ toolClass: ToolClass, seed: UInt64, firing: Int) throws -> [UInt8] {
        let map = GeneratedTool(toolClass, seed: seed).firing(firing).raw(pitch: breechFacePitch)
        return try X3PDocument(map, metadata: metadata).encoded(level: 1)
    }

    private static var metadata: SurfaceMetadata {
        var metadata = SurfaceMetadata()
        metadata.manufacturer = "Fictometrics"
        metadata.model = "Confocal 3"
        metadata.comment = "Generated; no such mark exists."
        return metadata
    }
}
