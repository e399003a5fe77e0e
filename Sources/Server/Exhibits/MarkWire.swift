import Foundation
import Registry
import Storage
import Surfaces
import Toolmarks

/// A mark with its scans and preparations as the API writes it.
struct MarkDetailAnswer: Encodable {
    struct Finding: Encodable {
        var code: String
        var fatal: Bool
        /// The sentence, in the language of the request.
        var text: String
        var facts: [String: String]
    }

    struct Scan: Encodable {
        var id: String
        var fileName: String
        var size: Int
        var sha256: String
        var state: String
        var findings: [Finding]
        var instrument: String?
        var format: String?
        var values: String?
        var columns: Int?
        var rows: Int?
        var pitchX: Double?
        var pitchY: Double?
        var validShare: Double?
        var uploadedBy: String
        var uploadedAt: String
        /// Marks with the very same file.
        var sameFileAs: [String]
    }

    struct Preparation: Encodable {
        var version: Int
        var scan: String
        var current: Bool
        var madeBy: String
        var madeAt: String
        var region: String
        var steps: [String]
        var surfaceSHA256: String
    }

    var number: String
    var exhibit: String
    var kind: String
    var label: String
    /// Whether a preparation is still to be made.
    var waiting: Bool
    var scans: [Scan]
    var preparations: [Preparation]

    init(_ detail: MarkDetail, in language: Language) {
        number = detail.mark.number.description
        exhibit = detail.mark.number.exhibit
        kind = detail.mark.kind.rawValue
        label = detail.mark.label
        waiting = detail.isWaiting
        scans = detail.scans.map { scan in
            Scan(
                id: "\(scan.sequence)", fileName: scan.fileName, size: scan.size, sha256: scan.blob.description,
                state: scan.state.rawValue,
                findings: scan.findings.map {
                    Finding(code: $0.code, fatal: $0.isFatal, text: language.sentence($0), facts: $0.facts)
                },
                instrument: scan.instrument, format: scan.description?.format, values: scan.description?.values,
                columns: scan.description?.columns, rows: scan.description?.rows, pitchX: scan.description?.pitchX,
                pitchY: scan.description?.pitchY, validShare: scan.description?.validShare,
                uploadedBy: scan.uploadedBy, uploadedAt: scan.uploadedAt.description,
                sameFileAs: (detail.sameFile[scan.sequence] ?? []).map(\.description)
            )
        }
        preparations = detail.preparations.map { preparation in
            let record = try? preparation.record
            return Preparation(
                version: preparation.version, scan: "\(preparation.scan)",
                current: preparation.sequence == detail.mark.currentPreparation, madeBy: preparation.madeBy,
                madeAt: preparation.madeAt.description, region: record?.region == nil ? "searched" : "drawn",
                steps: record?.steps.map(\.step.name) ?? [], surfaceSHA256: preparation.surface.description
            )
        }
    }
}

extension Language {
    /// What was noticed about a scan, in a sentence.
    func sentence(_ finding: ScanFinding) -> String {
        text("scan-finding.\(finding.code)", finding.facts)
    }
}
