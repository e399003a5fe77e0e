/// Takes the entries in the order of their sequence numbers and finds out what was done to them.
///
/// An entry is sound when its hash fits its fields at its place. The others wait as suspects until it is clear
/// what happened around them:
/// - a sound entry follows: each suspect was changed, or moved from another place where its hash fits;
/// - many suspects in a row fit at places all shifted by the same distance: somebody removed or inserted entries and
///   renumbered the rest. The shift is adopted, so that one removal is reported once and not for all that follow.
struct JournalChecker {
    private(set) var entries = 0
    private let knownHead: JournalHead?
    private var report = JournalReport()

    /// The place where the last entry that was settled belongs, and its hash unless that is doubtful.
    private var last: (sequence: Int64, hash: [UInt8]?) = (0, JournalHead.empty.hash)
    /// The distance between the number that entries have now and the one they were written with.
    private var shift: Int64 = 0
    private var suspects: [Suspect] = []
    /// Number of suspects at the end that are linked and shifted by the same distance.
    private var runLength = 0

    private struct Suspect {
        let entry: JournalEntry
        /// The place where the hash fits, when one near by was found.
        let original: Int64?
    }

    /// So many linked entries with the same distance are no accident of moved ones.
    private static let runToAdopt = 8
    private static let suspectLimit = 500
    private static let searchDistance: Int64 = 16

    init(knownHead: JournalHead?) {
        self.knownHead = knownHead
    }

    mutating func take(_ entry: JournalEntry, head: JournalHead?) {
        entries += 1
        let place = entry.sequence &- shift
        let isSound = entry.hash(at: place) == entry.hash
        let isBeyondEnd = head.map { place > $0.sequence } ?? false
        let original = isSound ? place : originalPlace(of: entry)
        if entry.sequence < 1 || (isBeyondEnd && (isSound || original == nil)) {
            report.add(.init(.inserted, entry.sequence))
        } else if isSound {
            settleSuspects(before: place)
            accept(entry, at: place)
        } else {
            addSuspect(Suspect(entry: entry, original: original))
        }
    }

    mutating func finish(head: JournalHead?) -> JournalVerification {
        // At the end a shorter run is enough, unless an entry before it was moved: then the run was moved too.
        if runLength > 0, suspects.dropLast(runLength).allSatisfy({ $0.original == nil }) { adoptRun() }
        let end = max(last.sequence, suspects.last.map { $0.entry.sequence &- shift } ?? 0)
        let endHash = suspects.isEmpty ? last.hash : nil
        settleSuspects(before: end + 1)
        if let head {
            if head.sequence > end {
                report.add(.init(.cutOff, end + 1, through: head.sequence))
            } else if let endHash, endHash != head.hash || head.sequence < end {
                report.add(.init(.headChanged, end))
            }
        } else {
            report.add(.init(.headChanged, end))
        }
        if let knownHead, knownHead.sequence > max(end, head?.sequence ?? 0) {
            report.add(.init(.cutOff, end + 1, through: knownHead.sequence))
        }
        return JournalVerification(
            entries: entries,
            head: head ?? JournalHead(sequence: end, hash: endHash ?? []),
            problems: report.resolved(),
            omittedProblems: report.omitted
        )
    }

    /// Compares the link to the entry before and moves on.
    private mutating func accept(_ entry: JournalEntry, at place: Int64) {
        if place == last.sequence + 1, let hash = last.hash, hash != entry.previousHash {
            // The entry's own hash vouches for its link, so it is the one before that is another now.
            report.add(.init(.changed, max(1, entry.sequence - (place == 1 ? 0 : 1))))
        }
        if let knownHead, knownHead.sequence == place, knownHead.hash != entry.hash {
            report.add(.init(.rewritten, entry.sequence))
        }
        last = (place, entry.hash)
    }

    private func originalPlace(of entry: JournalEntry) -> Int64? {
        let place = entry.sequence &- shift
        if last.hash == entry.previousHash, entry.hash(at: last.sequence + 1) == entry.hash {
            return last.sequence + 1
        }
        guard !report.isFull else { return nil }
        for distance in 1...Self.searchDistance {
            if entry.hash(at: place &- distance) == entry.hash { return place &- distance }
            if entry.hash(at: place &+ distance) == entry.hash { return place &+ distance }
        }
        return nil
    }

    private mutating func addSuspect(_ suspect: Suspect) {
        if let original = suspect.original {
            let continues = suspects.last.map { before in
                before.original == original - 1 && before.entry.sequence == suspect.entry.sequence - 1
                    && before.entry.hash == suspect.entry.previousHash
            }
            runLength = continues == true ? runLength + 1 : 1
        } else {
            runLength = 0
        }
        suspects.append(suspect)
        if runLength == Self.runToAdopt { adoptRun() }
        if suspects.count > Self.suspectLimit, let end = suspects.last?.entry.sequence {
            settleSuspects(before: end &- shift + 1)
        }
    }

    /// The last suspects are sound entries that were renumbered.
    private mutating func adoptRun() {
        var run = suspects.suffix(runLength)
        suspects.removeLast(runLength)
        runLength = 0
        if suspects.isEmpty, let copy = run.first, copy.entry.hash == last.hash {
            report.add(.init(.inserted, copy.entry.sequence))
            run = run.dropFirst()
        }
        guard let first = run.first, let original = first.original else { return }
        // The places between the last settled entry and the run, and the rows that stand there now.
        let places = original - last.sequence - 1
        if places < 0 {
            // The entries there are sound as such, but the run follows the entry before them.
            report.add(.init(.inserted, first.entry.sequence + places, through: first.entry.sequence - 1))
            suspects = []
        } else {
            settle(rows: suspects, places: places)
        }
        shift = first.entry.sequence - original
        last = (original - 1, nil)
        for suspect in run { accept(suspect.entry, at: suspect.entry.sequence - shift) }
    }

    private mutating func settle(rows: [Suspect], places: Int64) {
        let changed = rows.prefix(Int(clamping: places))
        for suspect in changed { report.addDoubtful(suspect.entry, original: suspect.original, shift: shift) }
        for suspect in rows.dropFirst(changed.count) { report.add(.init(.inserted, suspect.entry.sequence)) }
        let missing = places - Int64(changed.count)
        if missing > 0 {
            let end = last.sequence + places
            report.add(.init(.removed, end - missing + 1, through: end))
        }
        suspects = []
    }

    /// Settles the suspects that stand before a sound entry, and the numbers that are missing among them.
    private mutating func settleSuspects(before place: Int64) {
        var expected = last.sequence + 1
        for suspect in suspects {
            let here = suspect.entry.sequence &- shift
            if here > expected { report.add(.init(.removed, expected, through: here - 1)) }
            report.addDoubtful(suspect.entry, original: suspect.original, shift: shift)
            expected = here + 1
        }
        if place > expected { report.add(.init(.removed, expected, through: place - 1)) }
        if place > expected || !suspects.isEmpty { last = (place - 1, nil) }
        suspects = []
        runLength = 0
    }
}
