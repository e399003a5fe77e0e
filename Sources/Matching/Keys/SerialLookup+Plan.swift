public import Firearms

extension SerialLookup {
    /// The look-ups for a number read from a firearm. One that is partial without marked places may be the beginning or
    /// the end of the whole number.
    public static func plan(for number: FirearmNumber) -> [SerialLookup] {
        let pattern = number.pattern
        return plan(for: pattern, partOfNumber: number.state == .partial && !pattern.hasUnreadablePlaces)
    }

    /// The look-ups that find a number in the serial index, in order of value. The table at ``SerialKeys`` says what
    /// they find.
    ///
    /// At most 13 look-ups for a whole number and 33 for a number with unreadable places, whatever the text. None for a
    /// number longer than any maker stamps, or with unreadable places and fewer than three readable ones.
    /// - Parameters:
    ///   - pattern: the number as read.
    ///   - partOfNumber: the reading may be the beginning or the end of a longer number, though no place is marked
    ///     as unreadable; adds the two ranges for that.
    public static func plan(for pattern: SerialPattern, partOfNumber: Bool = false) -> [SerialLookup] {
        let known = pattern.knownPlaces
        guard known > 0, pattern.normalised.utf8.count <= SerialPattern.longestPlausible else { return [] }
        if pattern.hasUnreadablePlaces {
            return known < SerialKeys.fewestKnownPlaces ? [] : partialPlan(pattern)
        }
        return wholePlan(pattern, partOfNumber: partOfNumber && known >= SerialKeys.fewestKnownPlaces)
    }

    private static func wholePlan(_ pattern: SerialPattern, partOfNumber: Bool) -> [SerialLookup] {
        let text = pattern.folded
        let folded = Array(text.utf8)
        var plan = [
            equal(.forward, text, .exact, normalised: pattern.normalised),
            equal(.forward, text, .confusable),
            equal(.embeddedIgnored, text, .embedded),
        ]
        let stripped = pattern.withoutEmbeddedLetters
        if stripped != pattern.normalised && stripped.utf8.count >= SerialKeys.fewestKnownPlaces {
            let strippedText = SerialPattern(stripped).folded
            if strippedText != text {
                plan.append(equal(.forward, strippedText, .embedded))
                plan.append(equal(.embeddedIgnored, strippedText, .embedded))
            }
        }
        plan += partialRecords(.knownBeginning, folded, .beginning, shorterThan: folded.count)
        if partOfNumber { plan.append(beginning(.forward, text, .beginning)) }
        let backwards = Array(folded.reversed())
        plan += partialRecords(.knownEnd, backwards, .end, shorterThan: folded.count)
        if partOfNumber { plan.append(beginning(.reversed, SerialKeys.string(backwards), .end)) }
        return plan
    }

    private static func partialPlan(_ pattern: SerialPattern) -> [SerialLookup] {
        let text = pattern.folded
        let folded = Array(text.utf8)
        let sides = KnownSides(folded)
        var plan = [
            equal(.forward, text, .exact, normalised: pattern.normalised),
            equal(.forward, text, .confusable),
        ]
        plan += samePlaces(folded, sides)
        plan += oneSide(.knownBeginning, .forward, sides.beginning, .beginning)
        plan += oneSide(.knownEnd, .reversed, sides.end, .end)
        return plan
    }

    /// Numbers of the same length that agree in every readable place.
    private static func samePlaces(_ folded: [UInt8], _ sides: KnownSides) -> [SerialLookup] {
        let gaps = folded.indices.filter { folded[$0] == SerialPattern.unreadable }
        if gaps.count == 1 {
            return SerialPattern.foldedAlphabet.map { sign in
                var filled = folded
                filled[gaps[0]] = sign
                return equal(.forward, SerialKeys.string(filled), .unreadable)
            }
        }
        let isForward = sides.beginning.count >= sides.end.count
        let side = isForward ? sides.beginning : sides.end
        guard side.count >= SerialKeys.fewestKnownPlaces else { return [] }
        let shape = folded.map { $0 == SerialPattern.unreadable ? UInt8(ascii: "_") : $0 }
        return [
            beginning(
                isForward ? .forward : .reversed, SerialKeys.string(side), .unreadable,
                shape: SerialKeys.string(isForward ? shape : shape.reversed())
            )
        ]
    }

    /// Partial records that know no more of this side than the query does, then all records that begin as the query.
    private static func oneSide(
        _ partialKind: SerialKeyKind, _ kind: SerialKeyKind, _ side: [UInt8], _ step: SerialLookupStep
    ) -> [SerialLookup] {
        guard side.count >= SerialKeys.fewestKnownPlaces else { return [] }
        return partialRecords(partialKind, side, step, shorterThan: side.count + 1)
            + [beginning(kind, SerialKeys.string(side), step)]
    }

    private static func partialRecords(
        _ kind: SerialKeyKind, _ folded: [UInt8], _ step: SerialLookupStep, shorterThan bound: Int
    ) -> [SerialLookup] {
        SerialKeys.partialLengths.filter { $0 < bound }.map { length in
            equal(kind, SerialKeys.string(folded.prefix(length)), step)
        }
    }
}
