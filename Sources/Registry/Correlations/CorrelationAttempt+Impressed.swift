import Storage
import Surfaces
import Toolmarks

/// Impressed marks: all candidates are screened by their coarse forms, the best are compared in full by their cells.
extension CorrelationAttempt {
    func correlateImpressed(_ cache: ScreeningCache) async throws -> Outcome {
        let parameters = CellParameters.preset(for: subject.scope.kind)
        let map: SurfaceMap
        let query: PreparedMark
        let screening: ScreeningQuery
        do {
            map = try surface(subject.surface)
            query = try PreparedMark(map, search: parameters.search)
            screening = try ScreeningQuery(map)
        } catch {
            throw UncomparableMark(reason: "\(error)")
        }
        let forms = try await cache.forms(of: candidates)
        let scores = try await ParallelMap(threads: threads, block: 64).run(
            forms.count, progress: { meter.update(.screening, done: $0, of: $1) }
        ) { forms[$0].map(screening.score) ?? .none }
        let chosen = shortlist(scores)
        let method = parameters.method(for: subject.scope.kind, of: map.kind.rawValue)
        let finished = finished(by: method)
        let hashes = try await surfaces(of: chosen.map { candidates[$0] })
        let comparison = CellComparison(rule: parameters.rule)
        let results = try await ParallelMap(threads: threads).run(
            chosen.count, progress: { meter.update(.comparing, done: $0, of: $1) }
        ) { index -> Result<CorrelationFigures, Gap> in
            let candidate = candidates[chosen[index]]
            if var figures = finished[candidate.key] {
                figures.screening = scores[chosen[index]].value
                return .success(figures)
            }
            do {
                guard let hash = hashes[candidate.preparation] else { throw Gap(reason: "The preparation is gone.") }
                let other = try PreparedMark(surface(hash), search: parameters.search)
                // In the order of entry, so that the result is the same whichever mark is looked for.
                let result =
                    taken.mark < candidate.mark
                    ? try comparison.compare(query, other) : try comparison.compare(other, query)
                let figures = CorrelationFigures(
                    method: method, screening: scores[chosen[index]].value, score: result.score,
                    agreeing: result.registeredCount, usable: result.usableCount, registration: result.registration
                )
                meter.keep(figures, with: candidate.key)
                return .success(figures)
            } catch {
                return .failure(Gap(reason: "\(error)"))
            }
        }
        return try outcome(zip(chosen.map { candidates[$0] }, results))
    }

    /// The candidates to compare in full: the best of the screening, and those of earlier pairs, whose lists would lose
    /// this mark if they were left out.
    private func shortlist(_ scores: [ScreeningScore]) -> [Int] {
        let ranked = scores.indices.sorted { (scores[$1].value, $0) < (scores[$0].value, $1) }
        let best = ranked.prefix(context.settings.correlation.shortlist)
        let earlier = Set(known.map { $0.other(than: taken.mark).mark })
        return best + ranked.dropFirst(best.count).filter { earlier.contains(candidates[$0].mark) }
    }

    /// Why a candidate could not be compared.
    struct Gap: Error, CustomStringConvertible {
        var reason: String
        var description: String { reason }
    }

    /// Puts results together with what their scores are worth.
    func outcome(
        _ results: some Sequence<(CorrelationScope.Candidate, Result<CorrelationFigures, Gap>)>
    ) throws -> Outcome {
        var outcome = Outcome()
        for (candidate, result) in results {
            switch result {
            case .success(let figures): outcome.pairs.append(try weighed(figures, with: candidate))
            case .failure(let gap): outcome.gaps[candidate.mark] = gap.reason
            }
        }
        return outcome
    }
}
