import Storage
import Surfaces
import Toolmarks

/// What one attempt at a job starts from, read on one snapshot.
struct CorrelationAttempt: Sendable {
    let context: RegistryContext
    let taken: TakenCorrelation
    let subject: CorrelationScope.Subject
    let candidates: [CorrelationScope.Candidate]
    /// The pairs of the mark that are in the database.
    let known: [CorrelationPair]
    /// Full comparisons of an attempt that did not come to its end.
    let partials: [CorrelationScope.Key: CorrelationFigures]
    let meter: CorrelationMeter
    let evidence: EvidenceModels
    /// How many candidates are worked on at the same time.
    let threads: Int

    /// What an attempt found.
    struct Outcome: Sendable {
        var pairs: [CorrelationPair] = []
        /// Why a candidate could not be compared, by its mark.
        var gaps: [Int64: String] = [:]
    }

    /// Reads what the job is about; nil where its preparation is no longer the mark's current one.
    static func read(
        _ taken: TakenCorrelation, _ context: RegistryContext, meter: CorrelationMeter, evidence: EvidenceModels,
        threads: Int
    ) async throws -> CorrelationAttempt? {
        let today = CalendarDate(context.now())
        return try await context.database.read { connection in
            guard let subject = try CorrelationScope.of(mark: taken.mark, connection),
                subject.preparation == taken.preparation
            else { return nil }
            return CorrelationAttempt(
                context: context, taken: taken, subject: subject,
                candidates: try subject.scope.candidates(on: today, connection),
                known: try CorrelationStore.pairs(ofMark: taken.mark, connection),
                partials: try CorrelationStore.partials(of: taken.job, connection), meter: meter, evidence: evidence,
                threads: threads
            )
        }
    }

    /// Compares the mark with its candidates.
    /// - Parameter cache: the coarse forms of impressed marks.
    func run(_ cache: ScreeningCache) async throws -> Outcome {
        subject.scope.kind.isImpressed
            ? try await correlateImpressed(cache) : try await correlateStriated()
    }

    /// The pairs that were there before and do not hold any more: of an earlier preparation, or with a mark that is no
    /// longer comparable.
    func outdated(after outcome: Outcome) -> [CorrelationPair] {
        let comparable = Set(candidates.map(\.key))
        return known.filter { pair in
            let other = pair.other(than: taken.mark)
            let isCurrent = pair.own(taken.mark).preparation == taken.preparation
            return !isCurrent
                || !comparable.contains(CorrelationScope.Key(mark: other.mark, preparation: other.preparation))
        }
    }

    // MARK: Shared by both ways of comparing

    /// The mark in hand as one side of a pair.
    var side: CorrelationPair.Side { CorrelationPair.Side(mark: taken.mark, preparation: taken.preparation) }

    /// What need not be compared again: pairs of the same two preparations, compared by the same method.
    func finished(by method: String) -> [CorrelationScope.Key: CorrelationFigures] {
        var finished = partials.filter { $0.value.method == method }
        for pair in known where pair.own(taken.mark) == side && pair.figures.method == method {
            let other = pair.other(than: taken.mark)
            finished[CorrelationScope.Key(mark: other.mark, preparation: other.preparation)] = pair.figures
        }
        return finished
    }

    /// A pair with the worth of its score by the present reference set.
    func weighed(_ figures: CorrelationFigures, with candidate: CorrelationScope.Candidate) throws -> CorrelationPair {
        var figures = figures
        (figures.evidence, figures.unweighed) = try evidence.weigh(figures.score, method: figures.method)
        return CorrelationPair(side, candidate.side, figures)
    }

    /// A prepared surface.
    func surface(_ hash: BlobHash) throws -> SurfaceMap {
        try SurfaceFile.read(context.blobs.get(hash), name: hash.description).surface
    }

    /// The prepared surfaces of some candidates, by their preparation.
    func surfaces(of candidates: [CorrelationScope.Candidate]) async throws -> [Int64: BlobHash] {
        try await context.database.read { connection in
            var hashes: [Int64: BlobHash] = [:]
            for candidate in candidates {
                hashes[candidate.preparation] = try MarkStore.preparation(candidate.preparation, connection)?.surface
            }
            return hashes
        }
    }
}

/// A mark in hand that cannot be compared with any other.
struct UncomparableMark: Error {
    var reason: String
}
