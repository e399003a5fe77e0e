import Storage
import Surfaces
import Toolmarks

/// Striated marks: the signature is compared with those of all candidates, a millisecond a pair. The best are kept, and
/// all lands of the bullets these are of, so that whole bullets can be compared by the phase that fits best.
extension CorrelationAttempt {
    func correlateStriated() async throws -> Outcome {
        let kind = subject.scope.kind
        let extraction = SignatureExtraction.preset(for: kind)
        let comparer = SignatureComparer()
        let method = extraction.method(for: kind, comparer: comparer)
        let own: ComparisonProfile
        do {
            own = try ComparisonProfile(
                try await signature(of: taken.preparation, surface: subject.surface, extraction, method)
            )
        } catch let error as CancellationError {
            throw error
        } catch {
            throw UncomparableMark(reason: "\(error)")
        }
        let finished = finished(by: method)
        var results: [(CorrelationScope.Candidate, Result<CorrelationFigures, Gap>)] = []
        for start in stride(from: 0, to: candidates.count, by: Self.batch) {
            let part = Array(candidates[start..<min(candidates.count, start + Self.batch)])
            let signatures = try await signatures(of: part, extraction, method)
            let done = results.count
            results += try await ParallelMap(threads: threads, block: 8).run(
                part.count,
                progress: { finished, _ in meter.update(.comparing, done: done + finished, of: candidates.count) }
            ) { index -> (CorrelationScope.Candidate, Result<CorrelationFigures, Gap>) in
                let candidate = part[index]
                if let figures = finished[candidate.key] { return (candidate, .success(figures)) }
                do {
                    let other = try ComparisonProfile(signatures[index].get())
                    return (candidate, .success(try figures(own, other, candidate, comparer, method)))
                } catch {
                    return (candidate, .failure(Gap(reason: "\(error)")))
                }
            }
        }
        return try outcome(kept(results))
    }

    /// Signatures read at the same time, about 12 kB each.
    private static let batch = 500

    private func figures(
        _ own: ComparisonProfile, _ other: ComparisonProfile, _ candidate: CorrelationScope.Candidate,
        _ comparer: SignatureComparer, _ method: String
    ) throws -> CorrelationFigures {
        do throws(ToolmarksError) {
            let result =
                taken.mark < candidate.mark ? try comparer.compare(own, other) : try comparer.compare(other, own)
            return CorrelationFigures(
                method: method, score: result.score, agreeing: result.congruentSegments, signatures: result
            )
        } catch {
            // Two pieces too different in length to overlap: no agreement was found, and that is the score.
            guard error.code == .nothingToCompare else { throw error }
            return CorrelationFigures(method: method, score: 0, agreeing: 0)
        }
    }

    /// The best of all, the lands of the best bullets, earlier pairs, and what could not be compared.
    private func kept(
        _ results: [(CorrelationScope.Candidate, Result<CorrelationFigures, Gap>)]
    ) -> [(CorrelationScope.Candidate, Result<CorrelationFigures, Gap>)] {
        let scores = results.map { try? $0.1.get().score }
        let ranked = results.indices.filter { scores[$0] != nil }
            .sorted { (scores[$1] ?? 0, $0) < (scores[$0] ?? 0, $1) }
        let best = Set(ranked.prefix(context.settings.correlation.shortlist))
        let bullets = Set(ranked.prefix(context.settings.correlation.shortlist / 3).map { results[$0].0.exhibit })
        let earlier = Set(known.map { $0.other(than: taken.mark).mark })
        return results.indices.filter { index in
            scores[index] == nil || best.contains(index) || bullets.contains(results[index].0.exhibit)
                || earlier.contains(results[index].0.mark)
        }.map { results[$0] }
    }

    // MARK: Signatures

    /// The signatures of candidates: those taken before from the database, the others from their surfaces.
    private func signatures(
        of part: [CorrelationScope.Candidate], _ extraction: SignatureExtraction, _ method: String
    ) async throws -> [Result<Signature, any Error>] {
        let stored = try await context.database.read { connection in
            try part.map { try CorrelationStore.signature(of: $0.preparation, method: method, connection) }
        }
        let hashes = try await surfaces(of: zip(part, stored).filter { $0.1 == nil }.map(\.0))
        var signatures: [Result<Signature, any Error>] = []
        for (candidate, bytes) in zip(part, stored) {
            if let signature = bytes.flatMap({ Signature(bytes: $0) }) {
                signatures.append(.success(signature))
                continue
            }
            try Task.checkCancellation()
            do {
                guard let hash = hashes[candidate.preparation] else { throw Gap(reason: "The preparation is gone.") }
                signatures.append(
                    .success(try await signature(of: candidate.preparation, surface: hash, extraction, method))
                )
            } catch let error as CancellationError {
                throw error
            } catch {
                signatures.append(.failure(error))
            }
        }
        return signatures
    }

    /// The signature of a preparation, kept in the database once it was taken.
    private func signature(
        of preparation: Int64, surface hash: BlobHash, _ extraction: SignatureExtraction, _ method: String
    ) async throws -> Signature {
        let stored = try await context.database.read {
            try CorrelationStore.signature(of: preparation, method: method, $0)
        }
        if let signature = stored.flatMap({ Signature(bytes: $0) }) { return signature }
        let map = try surface(hash)
        let signature =
            if map.rows == 1 || map.columns == 1 {
                // A matrix of one line is a profile.
                try Signature(
                    of: ProfileMap(pitch: map.rows == 1 ? map.pitchX : map.pitchY, values: map.values), extraction
                )
            } else {
                try Signature(of: map, extraction)
            }
        let bytes = signature.bytes
        try await context.database.write {
            try CorrelationStore.putSignature(bytes, of: preparation, method: method, $0)
        }
        return signature
    }
}
