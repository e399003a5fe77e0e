public import Firearms

extension SerialIndex {
    /// Finds the recorded numbers that agree with a reading.
    ///
    /// Every text has an answer; it is empty when nothing can be read, or the text is longer than any maker stamps.
    /// - Parameters:
    ///   - pattern: the number as read.
    ///   - limit: how many numbers to list; all equal ones are listed in any case.
    ///   - steps: what to look for besides equal and confusable numbers.
    ///   - traits: what is known of the firearm that is looked for; agreeing candidates are listed before others.
    public func find(
        _ pattern: SerialPattern, limit: Int = 100, steps: SerialIndexSteps = .all,
        preferring traits: SerialTraits = .unknown
    ) -> SerialIndexAnswer {
        let bytes = Array(pattern.normalised.utf8)
        var search = SerialSearch(
            parts: parts, partials: partials, candidates: SerialCandidates(limit: limit),
            preference: SerialPreference(traits)
        )
        if bytes.count <= SerialPattern.longestPlausible, pattern.knownPlaces > 0 {
            if steps.contains(.partialRecord) { search.findPartialRecords(bytes) }
            if pattern.hasUnreadablePlaces {
                if steps.contains(.unreadable) { search.findUnreadable(bytes) }
            } else {
                search.findWhole(bytes)
                let looksForEdits = steps.contains(.oneEdit) && bytes.count >= Self.fewestPlacesForEdit
                if looksForEdits { search.findOneEdit(bytes) }
                if steps.contains(.part), bytes.count >= Self.fewestPlacesForPart {
                    // A number with one place more was found as a reading that lacks one.
                    search.findPart(bytes, longerBy: looksForEdits ? 2 : 1)
                }
            }
        }
        return search.answer()
    }
}

/// One search through all runs of an index.
struct SerialSearch {
    let parts: [SerialIndexPart]
    let partials: PartialSerials
    let preference: SerialPreference
    var candidates: SerialCandidates
    private var hits: [UInt32] = []

    init(parts: [SerialIndexPart], partials: PartialSerials, candidates: SerialCandidates, preference: SerialPreference)
    {
        self.parts = parts
        self.partials = partials
        self.candidates = candidates
        self.preference = preference
    }

    mutating func findWhole(_ bytes: [UInt8]) {
        let pattern = PlacePattern(bytes)
        each(pattern) { part, ordinal, confusions, candidates in
            candidates.add(part, ordinal, confusions == 0 ? .exact : .confusable, confusions)
        }
    }

    mutating func findUnreadable(_ bytes: [UInt8]) {
        each(PlacePattern(bytes)) { part, ordinal, confusions, candidates in
            candidates.add(part, ordinal, .unreadable, confusions)
        }
    }

    mutating func findPartialRecords(_ bytes: [UInt8]) {
        partials.search(bytes) { item, common, confusions in
            let traits = SerialTraits(rawValue: item.traits)
            let missing = bytes.count - common
            candidates.add(
                SerialCandidate(
                    step: .partialRecord, cost: preference.cost(.partialRecord, confusions: confusions, traits),
                    confusions: confusions, missing: missing, record: item.record, key: item.key,
                    variant: item.variant, part: -1, ordinal: 0, edit: nil, beginsAt: nil, traits: traits
                ),
                isOpen: traits.isOpen
            )
        }
    }

    /// Finds each number once that is one misreading away: of the ways in which one number becomes the other, the first
    /// counts, and a replaced or swapped sign of the same class is none.
    mutating func findOneEdit(_ bytes: [UInt8]) {
        for place in bytes.indices {
            let sign = PackedSerial.sign(bytes[place])
            var read = bytes
            read[place] = SerialPattern.unreadable
            each(PlacePattern(read)) { part, ordinal, confusions, candidates in
                if part.run.sign(ordinal, at: place) == sign { return }
                candidates.add(part, ordinal, .oneEdit, confusions, edit: .replaced(place: place + 1))
            }
            if place == 0 || PackedSerial.sign(bytes[place - 1]) != sign {
                var shorter = bytes
                shorter.remove(at: place)
                each(PlacePattern(shorter)) { part, ordinal, confusions, candidates in
                    candidates.add(part, ordinal, .oneEdit, confusions, edit: .added(readPlace: place + 1))
                }
            }
            if place + 1 < bytes.count, PackedSerial.sign(bytes[place + 1]) != sign {
                var swapped = bytes
                swapped.swapAt(place, place + 1)
                each(PlacePattern(swapped)) { part, ordinal, confusions, candidates in
                    candidates.add(part, ordinal, .oneEdit, confusions, edit: .swapped(place: place + 1))
                }
            }
        }
        for place in 0...bytes.count {
            var longer = bytes
            longer.insert(SerialPattern.unreadable, at: place)
            let before = place == 0 ? 0 : PackedSerial.sign(bytes[place - 1])
            each(PlacePattern(longer)) { part, ordinal, confusions, candidates in
                if part.run.sign(ordinal, at: place) == before { return }
                candidates.add(part, ordinal, .oneEdit, confusions, edit: .leftOut(recordedPlace: place + 1))
            }
        }
    }

    private mutating func each(
        _ pattern: PlacePattern, _ body: (IndexedPart, Int, Int, inout SerialCandidates) -> Void
    ) {
        for index in parts.indices {
            let part = parts[index]
            hits.removeAll(keepingCapacity: true)
            part.run.search(pattern, into: &hits)
            for hit in hits where part.isLiving(Int(hit)) {
                guard let confusions = part.run.confusions(Int(hit), with: pattern) else { continue }
                body(
                    IndexedPart(index: index, run: part.run, preference: preference), Int(hit), confusions, &candidates
                )
            }
        }
    }

    /// Finds longer numbers that hold the reading; of several places in one number the first counts.
    mutating func findPart(_ bytes: [UInt8], longerBy fewest: Int) {
        let longest = PackedSerial.places
        for length in stride(from: bytes.count + fewest, through: longest, by: 1) {
            var earlier: [PlaceMask] = []
            for start in 0...(length - bytes.count) {
                var padded = [UInt8](repeating: SerialPattern.unreadable, count: length)
                padded.replaceSubrange(start..<start + bytes.count, with: bytes)
                let pattern = PlacePattern(padded)
                each(pattern) { part, ordinal, confusions, candidates in
                    let key = part.run.keys[ordinal]
                    if earlier.contains(where: { $0.agrees(key) }) { return }
                    candidates.add(part, ordinal, .part, confusions, beginsAt: start + 1)
                }
                earlier.append(pattern.forward)
            }
        }
        findPartOfLong(bytes, longerBy: fewest)
    }

    /// Long numbers are few, and are looked at one after another.
    private mutating func findPartOfLong(_ bytes: [UInt8], longerBy fewest: Int) {
        let piece = PlacePattern(bytes)
        for index in parts.indices {
            let part = parts[index]
            let starts = part.run.longTexts.map { text in
                text.count < bytes.count + fewest
                    ? nil
                    : (0...(text.count - bytes.count)).first {
                        piece.confusions(with: text[$0..<$0 + bytes.count]) != nil
                    }
            }
            for ordinal in part.run.bounds[PackedSerial.longSegment]..<part.run.count where part.isLiving(ordinal) {
                let text = Int(part.run.variants[ordinal])
                guard let start = starts[text] else { continue }
                let found = part.run.longTexts[text][start..<start + bytes.count]
                candidates.add(
                    IndexedPart(index: index, run: part.run, preference: preference), ordinal, .part,
                    piece.confusions(with: found) ?? 0,
                    beginsAt: start + 1
                )
            }
        }
    }

    private static func byStep(_ counts: [Int]) -> [SerialIndexStep: Int] {
        var result: [SerialIndexStep: Int] = [:]
        for step in SerialIndexStep.allCases where counts[step.rawValue] > 0 { result[step] = counts[step.rawValue] }
        return result
    }

    consuming func answer() -> SerialIndexAnswer {
        let counts = Self.byStep(candidates.counts)
        let openCounts = Self.byStep(candidates.openCounts)
        let parts = parts
        let matches = candidates.best().map { candidate in
            SerialIndexMatch(
                record: candidate.record,
                normalised: candidate.part < 0
                    ? PackedSerial.normalised(key: candidate.key, variant: candidate.variant)
                    : parts[candidate.part].run.normalised(Int(candidate.ordinal)),
                step: candidate.step, edit: candidate.edit, beginsAt: candidate.beginsAt,
                confusions: candidate.confusions, traits: candidate.traits
            )
        }
        return SerialIndexAnswer(matches: matches, counts: counts, openCounts: openCounts)
    }
}

/// A run with its position among the parts of the index, and what a search prefers.
struct IndexedPart {
    let index: Int
    let run: SerialRun
    let preference: SerialPreference
}

extension SerialCandidates {
    fileprivate mutating func add(
        _ part: IndexedPart, _ ordinal: Int, _ step: SerialIndexStep, _ confusions: Int, edit: SerialEdit? = nil,
        beginsAt: Int? = nil
    ) {
        let traits = part.run.traits[ordinal]
        add(
            SerialCandidate(
                step: step, cost: part.preference.cost(step, confusions: confusions, traits), confusions: confusions,
                record: part.run.records[ordinal], key: part.run.keys[ordinal],
                variant: part.run.variants[ordinal], part: part.index, ordinal: UInt32(ordinal), edit: edit,
                beginsAt: beginsAt, traits: traits
            ),
            isOpen: traits.isOpen
        )
    }
}
