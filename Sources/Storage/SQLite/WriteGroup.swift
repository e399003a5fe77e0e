/// The bodies of one commit and what each is answered.
struct WriteGroup {
    private enum Outcome {
        case done(WriteJob, WriteJob.Answer)
        case failed(WriteJob, any Error)
    }

    private var outcomes: [Outcome] = []
    private var isLost = false

    var count: Int { outcomes.count }

    /// Runs a body; false when it took the whole transaction with it, so that no other may follow.
    mutating func run(_ job: WriteJob, in transaction: SQLiteTransaction) -> Bool {
        do {
            outcomes.append(.done(job, try transaction.isolated(job.run)))
        } catch let lost as TransactionLost {
            isLost = true
            fail(with: StorageError.transactionLost)
            outcomes.append(.failed(job, lost.cause))
        } catch {
            outcomes.append(.failed(job, error))
        }
        return !isLost
    }

    /// Commits when a body succeeded; otherwise, or when the commit fails, rolls back. Returns whether it committed.
    mutating func end(commit: () throws -> Void, rollback: () -> Void) -> Bool {
        let isWorthCommitting = outcomes.contains { outcome in
            if case .done = outcome { true } else { false }
        }
        guard !isLost, isWorthCommitting else {
            rollback()
            return false
        }
        do {
            try commit()
            return true
        } catch {
            rollback()
            fail(with: error)
            return false
        }
    }

    /// Answers every task. A failed body too is answered only now: its error may rest on what another body wrote.
    func answer() {
        for outcome in outcomes {
            switch outcome {
            case .done(_, let answer): answer()
            case .failed(let job, let error): job.refuse(error)
            }
        }
    }

    /// No body's changes were kept.
    private mutating func fail(with error: any Error) {
        outcomes = outcomes.map { outcome in
            if case .done(let job, _) = outcome { .failed(job, error) } else { outcome }
        }
    }
}
