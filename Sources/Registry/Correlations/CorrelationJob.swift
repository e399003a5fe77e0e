public import Storage

/// The correlation of one mark with all comparable ones: work that waits in a queue, and what became of it.
///
/// There is one job for each preparation of a mark. It may be done again, for example when the exhibit's calibre was
/// corrected: what was compared before is kept and not compared again.
public struct CorrelationJob: Sendable, Hashable {
    /// Row number in the database; the order of entry.
    public var sequence: Int64
    /// The mark that is compared.
    public var mark: MarkNumber
    /// The bureau that owns its exhibit.
    public var bureau: String
    /// Row number of the mark's preparation.
    public var preparation: Int64
    /// Where it stands.
    public var state: State
    /// How soon it is taken.
    public var priority: Priority
    /// What is being done at present; nil unless it runs.
    public var stage: Stage?
    /// How far it has come over all stages, 0 to 1. Numbers of candidates are told to nobody: among them are exhibits
    /// that the reader may not know of.
    public var progress: Double
    /// How often a worker has begun it since it was last asked for.
    public var attempts: Int
    /// When it was asked for.
    public var queuedAt: Moment
    /// When a worker last began it.
    public var startedAt: Moment?
    /// When it was done, failed or was cancelled.
    public var endedAt: Moment?
    /// Why it failed; nil unless it has.
    public var failure: Failure?

    /// Where a job stands.
    public enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case waiting
        case running
        case done
        case failed
        case cancelled

        /// Whether a worker has it before it, or will have.
        public var isOpen: Bool { self == .waiting || self == .running }
    }

    /// How soon a job is taken: the higher first, the earlier of equals.
    public enum Priority: Int, Sendable, Hashable, CaseIterable {
        case low = 0
        case normal = 1
        case high = 2

        /// The stable name.
        public var name: String {
            switch self {
            case .low: "low"
            case .normal: "normal"
            case .high: "high"
            }
        }

        /// The priority of a stable name.
        public init?(name: String) {
            guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
            self = found
        }
    }

    /// What a worker is doing.
    public enum Stage: String, Sendable, Hashable, Codable, CaseIterable {
        /// Reads the mark and the coarse forms of those it may be compared with.
        case reading
        /// Lays coarse forms on each other.
        case screening
        /// Compares the best of the screening in full.
        case comparing
    }

    /// Why a job could not be done.
    public struct Failure: Sendable, Hashable, Codable {
        /// A stable code: `unreadable` for a mark that cannot be read or compared, `worker-lost` for one whose workers
        /// ended before they were done, too often.
        public var code: String
        /// What was wrong, in a sentence for technicians; empty where the code says it all.
        public var detail: String

        /// States a failure.
        public init(_ code: String, detail: String = "") {
            self.code = code
            self.detail = detail
        }
    }
}

/// A mark that a correlation could not compare, and why.
public struct CorrelationGap: Sendable, Hashable {
    /// The mark that was left out.
    public var mark: MarkNumber
    /// What was wrong, in a sentence for technicians.
    public var reason: String
}
