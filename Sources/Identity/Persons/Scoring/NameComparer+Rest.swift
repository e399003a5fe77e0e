extension NameComparer {
    /// What found no partner: missing on one side, or different on both.
    mutating func weighRest(_ left: PreparedName, _ right: PreparedName) -> Float {
        let agreeing = left.tokens.indices.count { leftTaken[$0] && left.tokens[$0].isNamePart }
        if agreeing == 0, !rightHasPartner(right) { return note(.conflict, 1, .none, .none) }
        var loss: Float = 0
        var i = nextRest(left, leftTaken, from: 0)
        var j = nextRest(right, rightTaken, from: 0)
        while i < left.tokens.count, j < right.tokens.count {
            loss += note(.conflict, conflictCost(left.tokens[i], right.tokens[j]), .one(i), .one(j))
            i = nextRest(left, leftTaken, from: i + 1)
            j = nextRest(right, rightTaken, from: j + 1)
        }
        var missing = 0
        while i < left.tokens.count {
            loss += note(.missing, missingCost(left.tokens[i], left, missing), .one(i), .none)
            missing += 1
            i = nextRest(left, leftTaken, from: i + 1)
        }
        while j < right.tokens.count {
            loss += note(.missing, missingCost(right.tokens[j], right, missing), .none, .one(j))
            missing += 1
            j = nextRest(right, rightTaken, from: j + 1)
        }
        loss += weighThinness(left, right, missing)
        if let form = left.legalForm, let other = right.legalForm, form != other,
            form != .corporate || other == .nonprofit,
            other != .corporate || form == .nonprofit
        {
            loss += note(.legalForm, weights.legalForm, .none, .none)
        }
        return loss
    }

    private func rightHasPartner(_ right: PreparedName) -> Bool {
        right.tokens.indices.contains { rightTaken[$0] && right.tokens[$0].isNamePart }
    }

    private func nextRest(_ name: PreparedName, _ taken: [Bool], from start: Int) -> Int {
        var index = start
        while index < name.tokens.count, taken[index] || !name.tokens[index].isNamePart { index += 1 }
        return index
    }

    private func conflictCost(_ a: NameToken, _ b: NameToken) -> Float {
        if a.role == .style || b.role == .style { return weights.conflictStyle }
        if a.role == .generic, b.role == .generic { return weights.conflictGeneric }
        return weights.conflict
    }

    private func missingCost(_ token: NameToken, _ name: PreparedName, _ earlier: Int) -> Float {
        if name.kind == .person {
            if token.role == .style || token.marks.contains(.father) { return weights.missingStyle }
            return earlier < 2 ? weights.missing.0 : weights.missing.1
        }
        switch token.role {
        case .generic: return weights.missingGeneric
        case .geography: return weights.missingGeography
        case .continent: return weights.missingContinent
        case .number: return weights.missingNumber
        default: return weights.missingTelling
        }
    }

    /// One name of several, or words that many names have, are little to go by.
    private mutating func weighThinness(_ left: PreparedName, _ right: PreparedName, _ missing: Int) -> Float {
        var loss: Float = 0
        if left.kind == .person, right.kind == .person {
            let leftParts = left.tokens.count { $0.isNamePart }
            let rightParts = right.tokens.count { $0.isNamePart }
            let agreeing = right.tokens.indices.count { rightTaken[$0] && right.tokens[$0].isNamePart }
            if missing > 0, agreeing == 1, min(leftParts, rightParts) == 1 {
                let short = leftParts < rightParts ? left : right
                let cost = missing == 1 ? weights.single.0 : weights.single.1
                loss += note(.single, short.hadHonorific ? weights.singleAfterAddress : cost, .none, .none)
            }
        } else if missing > 0 || evidence.contains(where: { $0.feature == .conflict }) {
            let telling = left.tokens.indices.contains { leftTaken[$0] && isTelling(left.tokens[$0].role) }
            let tellingRight = right.tokens.indices.contains { rightTaken[$0] && isTelling(right.tokens[$0].role) }
            if !telling, !tellingRight { loss += note(.common, weights.common, .none, .none) }
        }
        return loss
    }

    private func isTelling(_ role: NameWords.Class) -> Bool { role == .name || role == .initial }

    /// The order of the parts, and whether a part stands for the same thing on both sides.
    mutating func weighOrder(_ left: PreparedName, _ right: PreparedName) -> Float {
        var loss: Float = 0
        var last = -1
        var isOrdered = true
        var crossed = 0
        for i in left.tokens.indices where partner[i] >= 0 && left.tokens[i].isNamePart {
            let j = Int(partner[i])
            if j < last { isOrdered = false }
            last = j
            let a = left.tokens[i].marks
            let b = right.tokens[j].marks
            if a.contains(.father) != b.contains(.father), statesFather(left), statesFather(right) {
                loss += note(.father, weights.father, .one(i), .one(j))
            }
            if a.contains(.family) && b.contains(.first) || a.contains(.first) && b.contains(.family) { crossed += 1 }
        }
        if !isOrdered { loss += note(.order, weights.order, .none, .none) }
        if crossed >= 2 { loss += note(.swapped, weights.swapped, .none, .none) }
        return loss
    }

    private func statesFather(_ name: PreparedName) -> Bool { name.tokens.contains { $0.marks.contains(.father) } }
}
