import Firearms
import Registry
import Server
import Storage
import Toolmarks

/// What the commands tell of an exhibit.
struct ExhibitFacts: Encodable {
    struct MarkFacts: Encodable {
        var number: String
        var kind: String
        var label: String
        var isPrepared: Bool
        /// Only where one exhibit is shown.
        var scans: [ScanLine]?
    }

    struct ScanLine: Encodable {
        var fileName: String
        var sha256: String
        var state: String
        var findings: [String]

        init(_ scan: Scan, _ words: PublicCatalogue) {
            fileName = scan.fileName
            sha256 = scan.blob.description
            state = scan.state.rawValue
            findings = scan.findings.map { words.finding($0) }
        }
    }

    var number: String
    var bureau: String
    var caseNumber: String
    var kind: String
    var calibre: String?
    var label: String?
    var event: String?
    var date: String?
    /// Distance to the nearest border, kilometres.
    var borderKilometres: Double?
    /// The countries on its two sides; empty for a distance that was stated.
    var borderCountries: [String]
    var submission: String
    var submissionReasons: [String]
    var marks: [MarkFacts]

    init(_ exhibit: Exhibit, _ marks: [Mark]) {
        number = exhibit.number
        bureau = exhibit.bureau
        caseNumber = exhibit.caseNumber
        kind = exhibit.content.kind.rawValue
        calibre = exhibit.content.calibre
        label = exhibit.content.label
        event = exhibit.event?.content.kind.rawValue
        date = exhibit.event?.content.from?.description
        let border = exhibit.event?.content.border
        borderKilometres = border.map { ($0.kilometres * 10).rounded() / 10 }
        borderCountries = border?.countries.map(\.code) ?? []
        submission = exhibit.submission.rawValue
        submissionReasons = SubmissionRule.reasons(exhibit.content, event: exhibit.event?.content).map(\.rawValue)
        self.marks = marks.map {
            MarkFacts(
                number: $0.number.description, kind: $0.kind.rawValue, label: $0.label,
                isPrepared: $0.currentPreparation != nil
            )
        }
    }

    private var borderText: String? {
        borderKilometres.map { "\($0) km \(borderCountries.joined(separator: "-"))" }
    }

    /// Lines for people.
    var lines: [String] {
        var table = TextTable(headings: ["exhibit", number])
        let rows: [(String, String?)] = [
            ("owner", bureau), ("case", caseNumber), ("kind", kind), ("calibre", calibre), ("label", label),
            ("event", event), ("date", date), ("border", borderText), ("submission", submission),
            ("rule", submissionReasons.isEmpty ? nil : submissionReasons.joined(separator: ", ")),
        ]
        for (name, value) in rows { if let value, !value.isEmpty { table.add([name, value]) } }
        var lines = table.lines
        for mark in marks {
            lines.append("\(mark.number)  \(mark.kind)  \(mark.label)\(mark.isPrepared ? "" : "  not prepared")")
            for scan in mark.scans ?? [] {
                lines.append("  \(scan.fileName)  \(scan.state)")
                lines += scan.findings.map { "    ! \($0)" }
            }
        }
        return lines
    }
}
