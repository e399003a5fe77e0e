import Firearms

/// Holds a bureau's own rows to the rules of the reference table.
enum ReferenceCheck {
    /// What is wrong with own rows beside the project's table.
    static func problems(_ entries: [ReferenceEntry], bureau: String) -> [OwnReferenceProblem] {
        ReferenceTable.standard(adding: OwnReferenceRows(entries), mark: bureau).problems
    }

    /// A verdict for each row of the files.
    /// - Parameter known: the rows that the bureau has already.
    static func verdicts(
        _ files: [ReferenceFile], beside known: [ReferenceEntry], bureau: String
    ) -> [ReferenceVerdict] {
        var verdicts: [ReferenceVerdict] = []
        for file in files {
            if let failure = file.failure {
                verdicts.append(
                    ReferenceVerdict(file: file.name, line: 1, entry: nil, outcome: .refused, failures: [failure])
                )
            }
            verdicts += file.rows.map { row in
                ReferenceVerdict(
                    file: file.name, line: row.line, entry: row.entry,
                    outcome: outcome(row.entry, known), failures: row.failures
                )
            }
        }
        addTwice(&verdicts)
        for place in verdicts.indices { addStandardCode(&verdicts[place]) }
        addProblems(&verdicts, beside: known, bureau: bureau)
        for place in verdicts.indices where !verdicts[place].failures.isEmpty { verdicts[place].outcome = .refused }
        return verdicts
    }

    private static func outcome(_ entry: ReferenceEntry, _ known: [ReferenceEntry]) -> ReferenceVerdict.Outcome {
        guard let earlier = known.first(where: { $0.kind == entry.kind && $0.key == entry.key }) else { return .added }
        return earlier.fields == entry.fields ? .unchanged : .replaced
    }

    /// A key that the files give twice.
    private static func addTwice(_ verdicts: inout [ReferenceVerdict]) {
        var seen: [String: Int] = [:]
        for place in verdicts.indices {
            guard let entry = verdicts[place].entry else { continue }
            let key = "\(entry.kind) \(entry.key)"
            if let line = seen[key] {
                verdicts[place].failures.append(
                    FieldFailure(
                        keyField(entry.kind), "given-twice", value: entry.key, arguments: ["line": "\(line)"]
                    )
                )
            } else {
                seen[key] = verdicts[place].line
            }
        }
    }

    /// A code that the project's table has: an alias belongs into a correction.
    private static func addStandardCode(_ verdict: inout ReferenceVerdict) {
        guard let entry = verdict.entry else { return }
        let isTaken =
            switch entry.kind {
            case .make: ReferenceTable.standard.make(code: entry.key) != nil
            case .calibre: ReferenceTable.standard.calibre(code: entry.key) != nil
            case .model: false
            }
        if isTaken { verdict.failures.append(FieldFailure("code", "in-standard-table", value: entry.key)) }
    }

    /// What the table itself finds wrong, with the rows as they would be.
    private static func addProblems(
        _ verdicts: inout [ReferenceVerdict], beside known: [ReferenceEntry], bureau: String
    ) {
        let sound = verdicts.indices.filter { verdicts[$0].failures.isEmpty && verdicts[$0].entry != nil }
        let given = sound.compactMap { verdicts[$0].entry }
        let kept = known.filter { earlier in
            !given.contains { $0.kind == earlier.kind && $0.key == earlier.key }
        }
        // The bureau's earlier rows come first, so that a fault is told of the new one.
        let all = kept + given
        for problem in problems(all, bureau: bureau) {
            let ofKind = all.indices.filter { all[$0].kind == problem.kind }
            guard ofKind.indices.contains(problem.row) else { continue }
            let place = ofKind[problem.row] - kept.count
            guard sound.indices.contains(place) else { continue }
            verdicts[sound[place]].failures.append(failure(problem.error))
        }
    }

    private static func failure(_ error: ReferenceTableError) -> FieldFailure {
        let code =
            switch error.code {
            case .duplicate: "stands-for-another"
            case .unknownCode: "unknown-code"
            case .malformed, .notUTF8, .unreadable: "invalid"
            }
        return FieldFailure(error.field ?? "row", code, value: error.value)
    }

    private static func keyField(_ kind: ReferenceKind) -> String { kind == .model ? "name" : "code" }
}
