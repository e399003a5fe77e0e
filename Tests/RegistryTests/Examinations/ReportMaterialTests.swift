import Foundation
import Storage
import Testing
import Toolmarks

@testable import Registry

@Suite("What a report copies")
struct ReportMaterialTests {
    private static let evidence = CorrelationFigures.Evidence(
        log10: 3.21, lower: 2.5, upper: 3.9, confidence: 0.95, isAtBound: false, referenceName: "Set 7",
        reference: String(repeating: "ab", count: 32)
    )

    /// Scans and preparations of the first marks of both exhibits, and what correlating them gave.
    private func prepare(_ examination: Examination, _ world: World, _ figures: CorrelationFigures) async throws {
        let now = world.clock.now
        let exhibits = [examination.first, examination.second]
        try await world.database.write { connection in
            for (place, exhibit) in exhibits.enumerated() {
                try connection.execute(
                    """
                    INSERT INTO scans(mark, blob, file_name, size, state, findings, instrument, uploaded_by, uploaded_at)
                    SELECT sequence, ?, ?, 1, 'ready', '[]', 'Confocal 7', 'rosa', ? FROM marks WHERE exhibit = ?
                    """,
                    [
                        BlobHash(of: [1, UInt8(place)]).databaseValue, .text("scan-\(place).x3p"), now.databaseValue,
                        .integer(exhibit.sequence),
                    ]
                )
                try connection.execute(
                    """
                    INSERT INTO mark_preparations(mark, scan, version, surface, screening_form, picture, thumbnail, made_by, \
                    made_at, document) SELECT m.sequence, s.sequence, 2, ?, ?, ?, ?, 'rosa', ?, ? FROM marks m \
                    JOIN scans s ON s.mark = m.sequence WHERE m.exhibit = ?
                    """,
                    [
                        BlobHash(of: [2, UInt8(place)]).databaseValue, .blob([]),
                        BlobHash(of: [3, UInt8(place)]).databaseValue, BlobHash(of: [4]).databaseValue,
                        now.databaseValue, .text(#"{"steps":[{"step":{"step":"level"}}]}"#),
                        .integer(exhibit.sequence),
                    ]
                )
                try connection.execute(
                    """
                    UPDATE marks SET current_preparation = (SELECT MAX(p.sequence) FROM mark_preparations p \
                    WHERE p.mark = marks.sequence) WHERE exhibit = ?
                    """,
                    [.integer(exhibit.sequence)]
                )
            }
            let sides = try exhibits.map { exhibit in
                try connection.first(
                    "SELECT sequence, current_preparation FROM marks WHERE exhibit = ?", [.integer(exhibit.sequence)]
                ) { CorrelationPair.Side(mark: $0.integer(0), preparation: $0.integer(1)) }
            }.compactMap(\.self)
            try CorrelationStore.put(CorrelationPair(sides[0], sides[1], figures), at: now, connection)
        }
    }

    private static func figures(_ evidence: CorrelationFigures.Evidence?) -> CorrelationFigures {
        var figures = CorrelationFigures(
            method: "cells 8 x 8, rotations 21", screening: 0.8, score: 0.61, agreeing: 41, usable: 60
        )
        figures.evidence = evidence
        if evidence == nil { figures.unweighed = .noReferenceSet }
        return figures
    }

    private func issued(
        _ figures: CorrelationFigures, _ change: (World, Examination) async throws -> Void = { _, _ in }
    )
        async throws -> ReportContent
    {
        let world = try await World()
        let examination = try await world.opened(basis: .exhibits)
        try await prepare(examination, world, figures)
        let first = try await world.actor(.examiner, "BR")
        try await world.conclude(.identification, on: examination, first)
        try await world.conclude(.identification, on: examination, try await world.examiner("rita", "BR"))
        try await change(world, examination)
        return try await world.registry.examinations.issueReport(of: examination.number, first).content
    }

    @Test("each mark stands with its scan, instrument, preparation, picture and the settings of every step")
    func preparations() async throws {
        let content = try await issued(Self.figures(Self.evidence))
        let made = try content.exhibits.map { try #require($0.marks.first?.preparation) }
        for (place, preparation) in made.enumerated() {
            #expect(preparation.version == 2 && preparation.instrument == "Confocal 7" && preparation.madeBy == "rosa")
            #expect(preparation.scanFile == "scan-\(place).x3p")
            #expect(preparation.scan == BlobHash(of: [1, UInt8(place)]).description)
            #expect(preparation.surface == BlobHash(of: [2, UInt8(place)]).description)
            #expect(preparation.picture == BlobHash(of: [3, UInt8(place)]).description)
            #expect(preparation.settings.contains("level"))
        }
        #expect(content.pictures == Set(made.map(\.picture)))
    }

    @Test("scores stand with their method, likelihood ratio and reference set, and say so where there is none")
    func scores() async throws {
        let weighed = try await issued(Self.figures(Self.evidence))
        let comparison = try #require(weighed.comparisons.first)
        #expect(weighed.comparisons.count == 1 && comparison.isSamePreparation)
        #expect([comparison.first, comparison.second] == ["BR-E-2026-000001.1", "AR-E-2026-000001.1"])
        #expect(comparison.figures == Self.figures(Self.evidence))
        let bare = try await issued(Self.figures(nil))
        #expect(bare.comparisons.first?.figures.evidence == nil)
        #expect(bare.comparisons.first?.figures.unweighed == .noReferenceSet)
    }

    @Test("a score of other preparations than the examiners saw is told as such")
    func otherPreparation() async throws {
        let content = try await issued(Self.figures(Self.evidence)) { world, _ in
            _ = try await world.database.write {
                try $0.execute("UPDATE correlation_pairs SET first_preparation = first_preparation + 100")
            }
        }
        #expect(content.comparisons.first?.isSamePreparation == false)
        // What was seen when the conclusions were signed.
        #expect(content.exhibits.allSatisfy { $0.marks.first?.preparation?.version == 2 })
    }
}
