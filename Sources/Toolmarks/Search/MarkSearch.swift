/// Looks for the marks of one tool among many.
///
/// All candidates are screened by their coarse forms; the best are compared in full by their cells, and these alone make
/// the list. Both stages spread over threads, can be cancelled between two candidates, and give the same list on any
/// number of threads.
public struct MarkSearch: Sendable {
    /// How marks are compared in full.
    public let comparison: CellComparison
    /// How many candidates are compared in full.
    public let shortlist: Int
    /// How many candidates are worked on at the same time.
    public let threads: Int

    /// Tells how far a stage has come: candidates done and their number.
    public typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

    /// Makes a search; numbers below 1 are taken as 1.
    public init(comparison: CellComparison = CellComparison(), shortlist: Int = 100, threads: Int = 1) {
        self.comparison = comparison
        self.shortlist = max(1, shortlist)
        self.threads = max(1, threads)
    }

    /// What came of the full comparisons.
    public struct Outcome: Hashable, Sendable, Codable {
        /// The candidates compared, best first.
        public let hits: [SearchHit]
        /// The candidates that could not be compared, in the order of screening.
        public let failures: [SearchFailure]
    }
}

extension MarkSearch {
    /// Screens all candidates and gives the best `shortlist` of them, best first.
    ///
    /// Throws `CancellationError` when the task is cancelled.
    public func screen(
        _ query: ScreeningQuery,
        _ candidates: [ScreeningForm],
        progress: @escaping Progress = { _, _ in }
    ) async throws -> [ScreenedCandidate] {
        let scores = try await ParallelMap(threads: threads, block: 64)
            .run(candidates.count, progress: progress) { query.score(candidates[$0]) }
        let ranked = scores.enumerated().map { ScreenedCandidate(candidate: $0.offset, score: $0.element) }
            .sorted(by: ScreenedCandidate.comesBefore)
        return Array(ranked.prefix(shortlist))
    }

    /// Compares a shortlist in full.
    ///
    /// - Parameters:
    ///   - query: the mark looked for.
    ///   - screened: the shortlist.
    ///   - finished: what an earlier, interrupted run has found, by candidate; it is not compared again.
    ///   - load: brings a candidate, ready for comparison; what it throws becomes a failure of that candidate alone.
    ///   - record: takes every new hit as soon as it is known, from any thread, so that an interrupted search can go on.
    ///   - progress: how many of the shortlist are done.
    ///
    /// Throws `CancellationError` when the task is cancelled.
    public func compare(
        _ query: PreparedMark,
        _ screened: [ScreenedCandidate],
        finished: [Int: SearchHit] = [:],
        load: @escaping @Sendable (Int) throws -> PreparedMark,
        record: @escaping @Sendable (SearchHit) throws -> Void = { _ in },
        progress: @escaping Progress = { _, _ in }
    ) async throws -> Outcome {
        let results = try await ParallelMap(threads: threads, block: 1).run(screened.count, progress: progress) {
            index in
            let candidate = screened[index]
            if let hit = finished[candidate.candidate] { return Result<SearchHit, SearchFailure>.success(hit) }
            let hit: SearchHit
            do {
                hit = SearchHit(candidate, try comparison.compare(query, load(candidate.candidate)))
            } catch let error as CancellationError {
                throw error
            } catch {
                return .failure(SearchFailure(candidate: candidate.candidate, reason: "\(error)"))
            }
            try record(hit)
            return .success(hit)
        }
        var hits: [SearchHit] = []
        var failures: [SearchFailure] = []
        for result in results {
            switch result {
            case .success(let hit): hits.append(hit)
            case .failure(let failure): failures.append(failure)
            }
        }
        return Outcome(hits: hits.sorted(by: SearchHit.comesBefore), failures: failures)
    }
}
