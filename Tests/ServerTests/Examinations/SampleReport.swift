import Firearms
import Foundation
import Storage
import Surfaces
import Toolmarks

@testable import Registry
@testable import Server

/// A report with something of everything, whose people and notes are written in Arabic.
enum SampleReport {
    static let examiner = "ليلى المنصوري"
    static let reasons = "تتطابق الخطوط في المسار والعرض (37 خلية من 60)، ولا يوجد اختلاف."
    static let note = "خدش عميق عند الحافة."
    static let reference = String(repeating: "ab", count: 32)

    /// The report as it was issued.
    static var report: ExaminationReport {
        ExaminationReport(
            number: content.number, examination: content.examination, bureau: "BR", issuer: content.issuer,
            issuedAt: Moment("2026-11-29T10:00:00.000Z") ?? Moment(milliseconds: 0), hash: BlobHash(of: [7]),
            supersededBy: nil, text: "{}", content: content
        )
    }

    /// The pictures by their hashes, PNG.
    static func pictures() throws -> [String: [UInt8]] {
        let (first, second) = KnownSurface.firings(7_201, pitch: 12.5)
        let maps = ["01": first, "02": second, "03": first]
        return try maps.mapValues { try SurfaceRendering(longestSide: 480).draw($0).picture.png() }
    }

    private static var content: ReportContent {
        ReportContent(
            number: "BR-X-2026-000001-R1", examination: "BR-X-2026-000001", laboratory: "BR",
            laboratoryName: "NCB Brasília", issuer: examiner, issuerAccount: "layla.br",
            issuedAt: "2026-11-29T10:00:00.000Z", supersedes: nil, state: .verified, basis: .exhibits,
            outcome: .identification, openedAt: "2026-11-20T10:00:00.000Z",
            exhibits: [exhibit("BR", "01", "Foz do Iguaçu"), exhibit("AR", "02", "ساحة السوق")],
            comparisons: [
                comparison("1", evidence, nil), comparison("2", nil, .noReferenceSet),
            ],
            conclusions: [
                conclusion("layla.br", examiner, reasons),
                conclusion("rita.br", "Rita Prado", "The striae agree in their course and width."),
            ],
            steps: [
                ReportStep(
                    round: 1, kind: .opened, user: "layla.br", time: "2026-11-20T10:00:00.000Z", note: note,
                    conclusion: nil)
            ], hit: "BR-BH-2026-000001",
            notes: [
                ReportNote(
                    mark: "BR-E-2026-000001.1", x: 1_200, y: 800, text: note, examiner: "layla.br",
                    time: "2026-11-21T10:00:00.000Z")
            ],
            snapshots: [
                ReportSnapshot(
                    marks: ["BR-E-2026-000001.1", "AR-E-2026-000001.1"], picture: "03", caption: "لقطة مقارنة",
                    examiner: "layla.br", time: "2026-11-21T10:00:00.000Z")
            ]
        )
    }

    private static let evidence = CorrelationFigures.Evidence(
        log10: 3.21, lower: 2.5, upper: 3.9, confidence: 0.95, isAtBound: false, referenceName: "Set 7",
        reference: reference
    )

    private static func exhibit(_ bureau: String, _ picture: String, _ locality: String) -> ReportExhibit {
        let number = "\(bureau)-E-2026-000001"
        var event = EventContent(kind: .shooting)
        event.from = CalendarDate("2026-10-02")
        event.country = Country(bureau)
        event.locality = locality
        return ReportExhibit(
            number: number, bureau: bureau, caseNumber: "\(bureau)-C-2026-000001", kind: .cartridgeCase,
            calibre: "9 mm Luger", characteristics: ClassCharacteristics(), ammunition: "FMJ 115 gr", isTestFire: false,
            event: event, enteredAt: "2026-11-19T10:00:00.000Z",
            marks: [
                ReportMark(
                    number: "\(number).1", kind: ToolmarkKind.breechFace.rawValue, label: "Primer",
                    preparation: ReportPreparation(
                        version: 2, scanFile: "\(bureau)-scan.x3p", scan: String(repeating: "0f", count: 32),
                        instrument: "Confocal 7", surface: String(repeating: "1e", count: 32), picture: picture,
                        madeAt: "2026-11-19T11:00:00.000Z", madeBy: "rosa.br",
                        settings: """
                            {"steps":[{"step":{"step":"level","settings":{"degree":2}},\
                            "findings":[{"name":"tilt","value":0.5,"unit":"deg"}]},\
                            {"step":{"step":"filter","settings":{"longCutoff":500}}}]}
                            """
                    ))
            ]
        )
    }

    private static func comparison(
        _ place: String, _ evidence: CorrelationFigures.Evidence?, _ unweighed: CorrelationFigures.Unweighed?
    ) -> ReportComparison {
        ReportComparison(
            first: "BR-E-2026-000001.\(place)", second: "AR-E-2026-000001.\(place)", isSamePreparation: true,
            comparedAt: "2026-11-20T09:00:00.000Z",
            figures: CorrelationFigures(
                method: "cells 8 x 8, rotations 21", screening: 0.8, score: 0.617, agreeing: 37, usable: 60,
                evidence: evidence, unweighed: unweighed
            )
        )
    }

    private static func conclusion(_ account: String, _ name: String, _ reasons: String) -> ReportConclusion {
        ReportConclusion(
            round: 1, basis: .exhibits, conclusion: .identification, isLikely: false, examiner: account,
            examinerName: name, time: "2026-11-22T10:00:00.000Z", reasons: reasons, method: "Comparison microscope",
            marks: [["BR-E-2026-000001.1", "AR-E-2026-000001.1"]]
        )
    }
}
