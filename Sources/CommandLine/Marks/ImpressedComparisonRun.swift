import Foundation
import Surfaces
import Toolmarks

/// Compares two impressed marks and tells what came of it.
struct ImpressedComparisonRun {
    let first: LoadedScan
    let second: LoadedScan
    let kind: ToolmarkKind
    let scans: ScanOptions
    let parameters: CellParameters
    let referenceSet: String?
    let evidence: EvidenceOptions

    func report(json: Bool, picture: String?) throws {
        for scan in [first, second] {
            for warning in scan.file.warnings { Terminal.report("Warning: \(scan.path): \(warning)") }
        }
        let one = try ready(first)
        let other = try ready(second)
        let marks = try (mark(one, first), mark(other, second))
        let comparison = try CellComparison(rule: parameters.rule).compare(marks.0, marks.1)
        let method = parameters.method(for: kind, of: marks.0.kind.rawValue)
        var weighed: ImpressedComparisonAnswer.Evidence?
        if let referenceSet {
            let model = try evidence.model(referenceSet)
            do throws(ToolmarksError) {
                weighed = .init(ratio: try model.weigh(comparison.score, method: method))
            } catch {
                weighed = .init(refusal: error.description, reference: model.summary)
            }
        }
        let answer = ImpressedComparisonAnswer(
            first: first.path, second: second.path, kind: kind, values: marks.0.kind, method: method,
            parameters: parameters, comparison: comparison, evidence: weighed, readied: (one, other)
        )
        if let picture {
            let drawing = ComparisonPicture(
                surfaces: (one.surface, other.surface), marks: marks, names: (first.name, second.name),
                comparison: comparison, rule: parameters.rule
            )
            try Data(drawing.draw().png()).write(to: URL(filePath: picture), options: .atomic)
        }
        if json {
            Terminal.print(try JSONText.text(answer))
        } else {
            for line in answer.lines { Terminal.print(line) }
            if let picture { Terminal.print("Picture: \(picture)") }
        }
    }

    private func ready(_ scan: LoadedScan) throws -> ReadySurface {
        do throws(SurfacesError) {
            return try ReadySurface(scan.file.surface, kind: kind, stage: scans.stage)
        } catch {
            var named = error
            named.file = scan.path
            throw named
        }
    }

    private func mark(_ ready: ReadySurface, _ scan: LoadedScan) throws -> PreparedMark {
        do throws(ToolmarksError) {
            return try PreparedMark(ready.surface, search: parameters.search)
        } catch {
            throw CommandFailure("\(scan.path): \(error)")
        }
    }
}
