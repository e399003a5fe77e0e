import Firearms
import Storage
import Surfaces
import Toolmarks

@testable import Registry

extension World {
    func examiner(_ bureau: String) async throws -> Actor { try await actor(.examiner, bureau) }

    /// Opens a case with one event and enters one exhibit.
    @discardableResult
    func enterExhibit(
        _ content: ExhibitContent = ExhibitContent(kind: .cartridgeCase), event: EventContent = shooting(),
        submitted: Bool = false, of bureau: String
    ) async throws -> Exhibit {
        let examiner = try await examiner(bureau)
        let forensicCase = try await registry.cases.create(
            CaseContent(title: "Shooting at the harbour", laboratory: "Laboratory \(bureau)"), events: [event], examiner
        )
        let exhibit = try await registry.exhibits.create(content, case: forensicCase.number, event: 1, examiner)
        guard submitted else { return exhibit }
        return try await registry.exhibits.decide(
            .submitted, of: exhibit.number, version: exhibit.version, reason: "near the border", examiner
        )
    }

    /// Uploads a file as a new mark of an exhibit, without preparing it.
    @discardableResult
    func upload(
        _ bytes: [UInt8], _ kind: ToolmarkKind = .breechFace, label: String = "A", name: String = "scan.x3p",
        to exhibit: Exhibit
    ) async throws -> MarkNumber {
        try await registry.marks.addScan(
            try registry.blobs.put(bytes), name: name,
            to: .newMark(exhibit: exhibit.number, kind: kind.rawValue, label: label), try await examiner(exhibit.bureau)
        ).mark
    }

    /// Prepares scans until none waits.
    func prepareScans() async throws {
        while try await registry.preparations.advance() {}
    }

    /// A mark as its owner sees it.
    func detail(_ number: MarkNumber, _ bureau: String = "BR") async throws -> MarkDetail {
        try await registry.marks.look(at: number, try await examiner(bureau))
    }
}

func shooting(_ kind: EventKind = .shooting, kilometres: Double? = nil) -> EventContent {
    var event = EventContent(kind: kind)
    event.from = CalendarDate("2026-10-02")
    event.country = Country("BR")
    event.locality = "Foz do Iguaçu"
    event.distanceToBorderKilometres = kilometres
    return event
}

/// Scans that are small enough for a test.
enum SampleScan {
    /// A breech face as an instrument measures it, in x3p.
    static func breechFace(tool: UInt64 = 7, firing: Int = 0, pitch: Double = 12) throws -> [UInt8] {
        let map = GeneratedTool(.parallel, seed: tool).firing(firing).raw(pitch: pitch)
        return try X3PDocument(map).encoded(level: 1)
    }

    /// A land engraved area in x3p.
    static func land(barrel: UInt64 = 3, bullet: UInt64 = 1) throws -> [UInt8] {
        var conditions = LandScanConditions()
        conditions.length = 300
        conditions.pitch = 3
        return try X3PDocument(LandGenerator(barrel: barrel, bullet: bullet).scan(land: 0, conditions)).encoded(
            level: 1)
    }
}
