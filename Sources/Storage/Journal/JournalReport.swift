/// The problems found so far, of bounded size.
struct JournalReport {
    private var problems: [JournalProblem] = []
    private var doubtful: [(entry: JournalEntry, shift: Int64)] = []
    private(set) var omitted = 0

    private static let limit = 1000

    /// Whether more problems were found than are kept, so that the finer search is not worth its time any more.
    var isFull: Bool { omitted > 0 }

    /// All pairs of these are tried, so that the limit keeps the work below a second.
    private static let doubtfulLimit = 300

    mutating func add(_ problem: JournalProblem) {
        if let before = problems.last, before.kind == .inserted, problem.kind == .inserted,
            before.lastSequence == problem.sequence - 1
        {
            problems[problems.count - 1] = JournalProblem(
                .inserted, before.sequence, through: problem.lastSequence)
        } else if problems.count < Self.limit {
            problems.append(problem)
        } else {
            omitted += 1
        }
    }

    /// An entry whose hash does not fit its place: moved from another place near by, or from one of those that are
    /// doubtful too, or else changed.
    mutating func addDoubtful(_ entry: JournalEntry, original: Int64?, shift: Int64) {
        if let original {
            add(JournalProblem(.reordered, entry.sequence, original: original))
        } else if doubtful.count < Self.doubtfulLimit {
            doubtful.append((entry, shift))
        } else {
            add(JournalProblem(.changed, entry.sequence))
        }
    }

    /// All problems in the order of their entries.
    mutating func resolved() -> [JournalProblem] {
        let places = doubtful.map { $0.entry.sequence &- $0.shift }
        problems += doubtful.map { entry, _ in
            if let original = places.first(where: { entry.hash(at: $0) == entry.hash }) {
                JournalProblem(.reordered, entry.sequence, original: original)
            } else {
                JournalProblem(.changed, entry.sequence)
            }
        }
        doubtful = []
        problems.sort { ($0.sequence, $0.lastSequence) < ($1.sequence, $1.lastSequence) }
        omitted += max(0, problems.count - Self.limit)
        return Array(problems.prefix(Self.limit))
    }
}
