extension NameComparer {
    /// Each word takes the partner that costs least, the cheapest pair first.
    mutating func takePairs(_ left: PreparedName, _ right: PreparedName) -> Float {
        let width = right.tokens.count
        var loss: Float = 0
        while true {
            var best: (cost: Float, distance: Int, left: Int, right: Int)?
            for i in left.tokens.indices where !leftTaken[i] {
                for j in 0..<width where !rightTaken[j] {
                    let cost = costs[i &* width &+ j].cost
                    if cost > weights.mostForAgreement { continue }
                    let distance = abs(i &- j)
                    guard let found = best else {
                        best = (cost, distance, i, j)
                        continue
                    }
                    if cost < found.cost || cost == found.cost && distance < found.distance {
                        best = (cost, distance, i, j)
                    }
                }
            }
            guard let best else { return loss }
            leftTaken[best.left] = true
            rightTaken[best.right] = true
            partner[best.left] = Int8(best.right)
            let isPart = left.tokens[best.left].isNamePart
            if isPart || best.cost == 0 {
                let feature = costs[best.left * width + best.right].feature
                loss += note(feature, isPart ? best.cost : 0, .one(best.left), .one(best.right))
            }
        }
    }

    /// Words that one side writes together.
    mutating func takeJoined(_ left: PreparedName, _ right: PreparedName, mostEdits: Int) -> Float {
        if left.tokens.count == 1, right.tokens.count == 1 { return 0 }
        var loss: Float = 0
        for i in left.tokens.indices where !leftTaken[i] {
            guard let found = joined(left, i, right, rightTaken, mostEdits) else { continue }
            leftTaken[i] = true
            for j in found.range { rightTaken[j] = true }
            partner[i] = Int8(found.range.lowerBound)
            let range = NameEvidence.WordRange(start: UInt8(found.range.lowerBound), count: UInt8(found.range.count))
            loss += note(.joined, found.cost, .one(i), range)
        }
        for j in right.tokens.indices where !rightTaken[j] {
            guard let found = joined(right, j, left, leftTaken, mostEdits) else { continue }
            rightTaken[j] = true
            for i in found.range { leftTaken[i] = true }
            partner[found.range.lowerBound] = Int8(j)
            let range = NameEvidence.WordRange(start: UInt8(found.range.lowerBound), count: UInt8(found.range.count))
            loss += note(.joined, found.cost, range, .one(j))
        }
        return loss
    }

    /// Two to four words in a row of one name that make a word of the other: by the usual forms of both, and where
    /// they are read as syllables by the spelling that all systems share.
    private mutating func joined(
        _ one: PreparedName, _ index: Int, _ other: PreparedName, _ taken: [Bool], _ mostEdits: Int
    ) -> (range: Range<Int>, cost: Float)? {
        if other.tokens.count < 2 { return nil }
        let token = one.tokens[index]
        if let found = joined(one, one.forms[Int(token.firstForm)], other, taken, mostEdits, isFolded: false) {
            return found
        }
        guard other.isReadAsSyllables else { return nil }
        for form in one.forms[Int(token.firstForm)..<Int(token.firstForm) + Int(token.formCount)] {
            if let found = joined(one, form, other, taken, mostEdits, isFolded: true) { return found }
        }
        return nil
    }

    private mutating func joined(
        _ one: PreparedName, _ form: NameForm, _ other: PreparedName, _ taken: [Bool], _ mostEdits: Int, isFolded: Bool
    ) -> (range: Range<Int>, cost: Float)? {
        let length = Int(form.letterCount)
        if length < 4 { return nil }
        for start in other.tokens.indices.dropLast() where !taken[start] {
            var total = 0
            for end in start..<min(start + 4, other.tokens.count) {
                if taken[end] { break }
                total += Int(other.form(end, isFolded: isFolded).letterCount)
                if total > length + mostEdits { break }
                if end == start || total < length - mostEdits { continue }
                scratch.removeAll(keepingCapacity: true)
                for word in start...end {
                    for place in other.form(word, isFolded: isFolded).letters { scratch.append(other.bytes[place]) }
                }
                edits.setPattern(one.bytes, form.letters)
                let distance = edits.distance(scratch, 0..<scratch.count)
                if distance > mostEdits { continue }
                // Characters stand apart in their script only; in Latin letters those of one name are written together.
                let areCharacters = other.tokens[start...end].allSatisfy { $0.character != 0 }
                let cost =
                    (areCharacters ? 0 : weights.joined) + weights.spelling(Float(distance), length: length)
                return (start..<end + 1, cost)
            }
        }
        return nil
    }

    /// Several initials written as a word: `JC` for Jean-Claude, `PLA` for People's Liberation Army.
    mutating func takeInitials(_ left: PreparedName, _ right: PreparedName) -> Float {
        var loss: Float = 0
        for i in left.tokens.indices where !leftTaken[i] {
            guard let range = spelt(left, i, right, rightTaken) else { continue }
            leftTaken[i] = true
            for j in Int(range.start)..<Int(range.start + range.count) { rightTaken[j] = true }
            loss += note(.initial, weights.initials, .one(i), range)
        }
        for j in right.tokens.indices where !rightTaken[j] {
            guard let range = spelt(right, j, left, leftTaken) else { continue }
            rightTaken[j] = true
            for i in Int(range.start)..<Int(range.start + range.count) { leftTaken[i] = true }
            loss += note(.initial, weights.initials, range, .one(j))
        }
        return loss
    }

    private func spelt(
        _ one: PreparedName, _ index: Int, _ other: PreparedName, _ taken: [Bool]
    ) -> NameEvidence.WordRange? {
        let token = one.tokens[index]
        let form = one.forms[Int(token.firstForm)]
        let count = Int(form.letterCount)
        let isOrganisation = one.kind != .person
        guard (2...(isOrganisation ? 6 : 3)).contains(count), isOrganisation || token.marks.contains(.initials),
            other.tokens.count >= count
        else { return nil }
        for start in 0...(other.tokens.count - count) {
            var isSpelt = true
            for offset in 0..<count {
                let word = other.tokens[start + offset]
                let letter = other.bytes[Int(other.forms[Int(word.firstForm)].start)]
                if taken[start + offset] || letter != one.bytes[Int(form.start) + offset] {
                    isSpelt = false
                    break
                }
            }
            if isSpelt, !isOrganisation || count >= 3 {
                return NameEvidence.WordRange(start: UInt8(start), count: UInt8(count))
            }
        }
        return nil
    }
}
