import Surfaces
import Toolmarks

/// Marks that were read and made ready, and how two of them are scored.
struct MarkScorer: Sendable {
    /// The scans that could be used.
    let scans: [TruthFile.Scan]
    /// How scores are made; enters the reference set.
    let method: String
    /// The names of the values of a pair; the first is the score.
    let columns: [String]
    /// The column that counts what agrees.
    let countColumn: String
    /// The values of a pair, by the numbers of its scans.
    let values: @Sendable (Int, Int) throws(ToolmarksError) -> [Double]
}

extension MarkScorer {
    /// Makes impressed marks ready on several threads.
    ///
    /// - Parameters:
    ///   - report: takes what a user must be told of a scan, in the order of the scans.
    /// - Throws: `CancellationError`.
    static func impressed(
        _ scans: [TruthFile.Scan],
        kind: ToolmarkKind,
        options: ScanOptions,
        parameters: CellParameters,
        threads: Int,
        report: (String) -> Void
    ) async throws -> MarkScorer {
        let progress = CountProgress("Preparing")
        let outcomes = try await ParallelMap(threads: threads).run(scans.count, progress: progress.update) { index in
            PreparedScan(scans[index], kind: kind, options: options, parameters: parameters)
        }
        progress.finish()
        var marks: [PreparedMark] = []
        var usable: [TruthFile.Scan] = []
        var stages: [ScanState.Stage: Int] = [:]
        for (scan, outcome) in zip(scans, outcomes) {
            for warning in outcome.warnings { report("\(scan.path): \(warning)") }
            guard let mark = outcome.mark else { continue }
            marks.append(mark)
            usable.append(scan)
            if let stage = outcome.stage { stages[stage, default: 0] += 1 }
        }
        for (stage, sentence) in [
            (ScanState.Stage.prepared, "compared as they are"), (.masked, "levelled and filtered"),
            (.raw, "raw: the mark looked for, levelled and filtered"),
        ] {
            if let count = stages[stage] { report("\(count) of \(scans.count) scans \(sentence)") }
        }
        let kinds = Set(marks.map(\.kind.rawValue)).sorted()
        let comparison = CellComparison(rule: parameters.rule)
        let ready = marks
        return MarkScorer(
            scans: usable,
            method: parameters.method(for: kind, of: kinds.joined(separator: "+")),
            columns: [
                "score", "registered", "original", "high", "usable", "comparable", "rotation", "shift_x", "shift_y",
                "spread", "median_correlation",
            ],
            countColumn: "registered",
            values: { first, second throws(ToolmarksError) in
                let result = try comparison.compare(ready[first], ready[second])
                let agreement = result.agreement
                return [
                    result.score, Double(result.registeredCount), Double(result.originalCount),
                    Double(result.highCount),
                    Double(result.usableCount), Double(agreement?.comparableCount ?? 0),
                    agreement?.registration.rotation ?? 0, agreement?.registration.shift.x ?? 0,
                    agreement?.registration.shift.y ?? 0, agreement?.spread ?? 0, agreement?.medianCorrelation ?? 0,
                ]
            }
        )
    }
}

/// One scan of an evaluation, or why it cannot be used.
private struct PreparedScan: Sendable {
    var mark: PreparedMark?
    var stage: ScanState.Stage?
    var warnings: [String] = []

    init(_ scan: TruthFile.Scan, kind: ToolmarkKind, options: ScanOptions, parameters: CellParameters) {
        do {
            let loaded = try LoadedScan(scan.path, options: options)
            warnings = loaded.file.warnings.map(\.description)
            let ready = try ReadySurface(loaded.file.surface, kind: kind, stage: options.stage)
            mark = try PreparedMark(ready.surface, search: parameters.search)
            stage = ready.records.isEmpty ? .prepared : options.stage ?? ready.state.stage
        } catch let error as SurfacesError {
            warnings.append("not used: \(error.detail)")
        } catch {
            warnings.append("not used: \(error)")
        }
    }
}
