import Surfaces
import Toolmarks

extension MarkScorer {
    /// Takes the signatures of striated marks on several threads.
    ///
    /// - Parameters:
    ///   - report: takes what a user must be told of a scan, in the order of the scans.
    /// - Throws: `CancellationError`.
    static func striated(
        _ scans: [TruthFile.Scan],
        kind: ToolmarkKind,
        options: ScanOptions,
        striated: StriatedOptions,
        threads: Int,
        report: (String) -> Void
    ) async throws -> MarkScorer {
        let extraction = striated.extraction(for: kind)
        let progress = CountProgress("Preparing")
        let outcomes = try await ParallelMap(threads: threads).run(scans.count, progress: progress.update) { index in
            Result { try StriatedScan(scans[index].path, options: options, extraction: extraction) }
        }
        progress.finish()
        var profiles: [ComparisonProfile] = []
        var usable: [TruthFile.Scan] = []
        for (scan, outcome) in zip(scans, outcomes) {
            switch outcome {
            case .success(let mark):
                for warning in mark.warnings { report("\(scan.path): \(warning)") }
                for remark in mark.remarks { report(remark) }
                profiles.append(mark.profile)
                usable.append(scan)
            case .failure(let error): report("\(scan.path): not used: \(error)")
            }
        }
        let comparer = striated.comparer
        let ready = profiles
        return MarkScorer(
            scans: usable,
            method: striated.method(for: kind),
            columns: [
                "score", "cmps", "correlation", "fine", "local", "rough", "matches", "mismatches", "cms", "distance",
                "shift", "overlap", "stretch",
            ],
            countColumn: "cmps",
            values: { first, second throws(ToolmarksError) in
                let result: SignatureComparison
                do throws(ToolmarksError) {
                    result = try comparer.compare(ready[first], ready[second])
                } catch {
                    // Two pieces too different in length to overlap: no agreement was found, and that is the score.
                    guard error.code == .nothingToCompare else { throw error }
                    return [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]
                }
                return [
                    result.score, Double(result.congruentSegments), result.correlation, result.fineCorrelation,
                    result.localCorrelation, result.roughCorrelation, Double(result.striae.matches),
                    Double(result.striae.mismatches), Double(result.striae.consecutiveMatches), result.distance,
                    result.shift, result.overlap, result.stretch,
                ]
            }
        )
    }
}
