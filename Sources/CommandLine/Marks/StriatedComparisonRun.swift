import Foundation
import Surfaces
import Toolmarks

/// Compares two striated marks and tells what came of it.
struct StriatedComparisonRun {
    let first: String
    let second: String
    let kind: ToolmarkKind
    let scans: ScanOptions
    let striated: StriatedOptions
    let referenceSet: String?
    let evidence: EvidenceOptions

    func report(json: Bool, picture: String?) throws {
        let extraction = striated.extraction(for: kind)
        let one = try StriatedScan(first, options: scans, extraction: extraction)
        let other = try StriatedScan(second, options: scans, extraction: extraction)
        for scan in [one, other] {
            for warning in scan.warnings { Terminal.report("Warning: \(scan.path): \(warning)") }
            for remark in scan.remarks { Terminal.report("Warning: \(remark)") }
        }
        let comparison = try striated.comparer.compare(one.profile, other.profile)
        let method = striated.method(for: kind)
        var weighed: StriatedComparisonAnswer.Evidence?
        if let referenceSet {
            let model = try evidence.model(referenceSet)
            do throws(ToolmarksError) {
                weighed = .init(ratio: try model.weigh(comparison.score, method: method))
            } catch {
                weighed = .init(refusal: error.description, reference: model.summary)
            }
        }
        if let picture {
            let drawing = try comparison.picture(of: one.profile, and: other.profile, names: (one.name, other.name))
            try Data(drawing.png()).write(to: URL(filePath: picture), options: .atomic)
        }
        let answer = StriatedComparisonAnswer(
            one, other, kind: kind, comparison: comparison, evidence: weighed, method: method, extraction: extraction
        )
        if json {
            Terminal.print(try JSONText.text(answer))
        } else {
            for line in answer.lines { Terminal.print(line) }
            if let picture { Terminal.print("Picture: \(picture)") }
        }
    }
}
