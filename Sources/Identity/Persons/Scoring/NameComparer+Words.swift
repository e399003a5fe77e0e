extension NameComparer {
    /// Compares every word of one name with every word of the other.
    mutating func fillCosts(_ left: PreparedName, _ right: PreparedName) {
        costs.removeAll(keepingCapacity: true)
        for leftToken in left.tokens {
            for rightToken in right.tokens { costs.append(cost(leftToken, left, rightToken, right)) }
        }
    }

    mutating func cost(
        _ a: NameToken, _ left: PreparedName, _ b: NameToken, _ right: PreparedName
    ) -> WordCost {
        // Particles, legal forms and the like agree only among themselves.
        if a.isNamePart != b.isNamePart { return .different }
        // Of two characters of one script it is seen whether they are the same: no reading is needed.
        if a.character != 0, b.character != 0, (a.character < 0xAC00) == (b.character < 0xAC00) {
            return a.character == b.character ? WordCost(cost: 0, feature: .equal) : .different
        }
        let first = left.forms[Int(a.firstForm)]
        let other = right.forms[Int(b.firstForm)]
        if isEqual(left.bytes, first.letters, right.bytes, other.letters) { return WordCost(cost: 0, feature: .equal) }
        if a.role == .initial || b.role == .initial {
            let isSame = left.bytes[Int(first.start)] == right.bytes[Int(other.start)]
            return isSame ? WordCost(cost: weights.initial, feature: .initial) : .different
        }
        if a.role == .number || b.role == .number { return numberCost(a, left, b, right) }
        var best = WordCost.different
        for leftForm in left.forms[Int(a.firstForm)..<Int(a.firstForm) + Int(a.formCount)] {
            for rightForm in right.forms[Int(b.firstForm)..<Int(b.firstForm) + Int(b.formCount)] {
                let cost = letterCost(leftForm, left.bytes, rightForm, right.bytes)
                if cost.cost < best.cost { best = cost }
            }
        }
        // Of words without vowels each letter says more.
        if a.marks.contains(.abjad), b.marks.contains(.abjad) { best.cost *= weights.unvowelled }
        if a.marks.contains(.abjad) != b.marks.contains(.abjad) {
            let cost = consonantCost(first, left.bytes, other, right.bytes)
            if cost.cost < best.cost { best = cost }
        }
        if best.cost > weights.variant, NameGroups.share(a.groups, b.groups) {
            return WordCost(cost: weights.variant, feature: .variant)
        }
        if best.cost > 0.03, a.marks.contains(.given), b.marks.contains(.given), best.feature != .variant,
            !NameGroups.share(a.groups, b.groups)
        {
            best.cost += weights.knownDifferent
        }
        if best.cost > weights.reversed, first.mask == other.mask, first.letterCount >= 5,
            isReversed(first, left, other, right)
        {
            return WordCost(cost: weights.reversed, feature: .reversed)
        }
        return best
    }

    @inline(__always)
    private func isEqual(_ left: [UInt8], _ leftRange: Range<Int>, _ right: [UInt8], _ rightRange: Range<Int>) -> Bool {
        if leftRange.count != rightRange.count { return false }
        var other = rightRange.lowerBound
        for index in leftRange {
            if left[index] != right[other] { return false }
            other &+= 1
        }
        return true
    }

    private func isReversed(_ first: NameForm, _ left: PreparedName, _ other: NameForm, _ right: PreparedName) -> Bool {
        first.letterCount == other.letterCount
            && left.bytes[first.letters].elementsEqual(right.bytes[other.letters].reversed())
    }

    /// By letters and by sound, the mean of both: a difference that is not heard costs half.
    private mutating func letterCost(
        _ first: NameForm, _ left: [UInt8], _ other: NameForm, _ right: [UInt8]
    ) -> WordCost {
        // Letters that one word has and the other has not: each edit accounts for at most two.
        let lengthGap = abs(Int(first.letterCount) - Int(other.letterCount))
        if lengthGap > 4 || (first.mask ^ other.mask).nonzeroBitCount > 8 { return .different }
        let length = Int(max(first.letterCount, other.letterCount))
        edits.setPattern(left, first.letters)
        let letters = edits.distance(right, other.letters)
        if letters > 5 || letters * 5 > length * 3 && letters > 2 { return .different }
        let heard =
            isEqual(left, first.sound, right, other.sound)
            ? 0 : Float(sounds.distance(left, first.sound, right, other.sound)) / Float(SoundDistance.unit)
        let cost = weights.spelling((Float(letters) + heard) / 2, length: length)
        return WordCost(cost: cost, feature: heard == 0 ? .sound : .spelling)
    }

    private mutating func consonantCost(
        _ first: NameForm, _ left: [UInt8], _ other: NameForm, _ right: [UInt8]
    ) -> WordCost {
        let length = Int(max(first.frameCount, other.frameCount))
        if length == 0 { return .different }
        edits.setPattern(left, first.frame)
        let distance = edits.distance(right, other.frame)
        let equal = length >= 3 ? weights.consonants.0 : length == 2 ? weights.consonants.1 : weights.consonants.2
        let cost = equal + weights.consonant * Float(distance) * (length >= 4 ? 1 : 2)
        return WordCost(cost: cost, feature: .consonants)
    }

    private mutating func numberCost(
        _ a: NameToken, _ left: PreparedName, _ b: NameToken, _ right: PreparedName
    ) -> WordCost {
        let first = left.forms[Int(a.firstForm)]
        let other = right.forms[Int(b.firstForm)]
        guard a.role == .number, b.role == .number else { return .different }
        edits.setPattern(left.bytes, first.letters)
        let distance = edits.distance(right.bytes, other.letters)
        return distance == 1 ? WordCost(cost: weights.number, feature: .number) : .different
    }
}
