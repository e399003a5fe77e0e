/// A stretch of an examiner's text after the groups of each number were joined.
struct SerialElement {
    enum Kind {
        case number
        case part(NumberPart)
        case state(NumberState)
        case places(SerialPlaces)
        case label, word
        /// Another number or part begins after it; a conjunction may give one number two parts.
        case boundary(isConjunction: Bool)
    }

    var kind: Kind
    var text: String
    /// Which pair of brackets stands around it, counted from 1; 0 for none.
    var bracket: Int
    /// Brackets that became places of the number, as written.
    var remark = ""
    /// What was written, when the number was made of more than one reading of it.
    var written: String?

    var isBracketed: Bool { bracket > 0 }
    var isNumber: Bool { if case .number = kind { true } else { false } }
}

extension SerialElement {
    /// Joins the groups of a number, and tells a sign inside a number from one between two.
    static func elements(of items: [SerialItem]) -> [SerialElement] {
        let groups = joinedGroups(items)
        var out: [SerialElement] = []
        var place = 0
        while place < groups.count {
            let item = groups[place]
            let next = place + 1 < groups.count ? groups[place + 1] : nil
            let isBetween =
                out.last?.isNumber == true && place > 0 && groups[place - 1].isNumber && next?.isNumber == true
            if isBetween, let next, let last = out.last {
                switch relation(item, groups[place - 1], next) {
                case .joins(let sign):
                    out[out.count - 1].text = last.text + sign + next.text
                    out[out.count - 1].remark += next.remark
                    // The joined group is what the next sign is compared with.
                    place += 2
                    continue
                case .alternatives:
                    let merged = alternative(last, item, next)
                    out[out.count - 1] = merged.number
                    if let rest = merged.rest { out.append(rest) }
                    place += 2
                    continue
                case .parts: break
                }
            }
            if let element = single(item) { out.append(element) }
            place += 1
        }
        return out
    }

    private enum Relation { case joins(String), alternatives, parts }

    private static func relation(_ sign: SerialItem, _ left: SerialItem, _ right: SerialItem) -> Relation {
        let places = (left.pattern.normalised.utf8.count, right.pattern.normalised.utf8.count)
        switch sign.kind {
        case .sign(.dash): return left.isWhole(5) && right.isWhole(5) ? .parts : .joins(sign.text)
        case .sign(.slash), .sign(.plus):
            if left.isWhole() && right.isWhole() { return .parts }
            return sign.isGlued || min(places.0, places.1) < 3 ? .joins(sign.text) : .parts
        case .and:
            if sign.key.utf8.count > 1 { return .parts }
            return left.isWhole(3) && right.isWhole(3) ? .parts : .joins(" \(sign.text) ")
        case .or:
            if sign.key.utf8.count > 1 { return .alternatives }
            return left.isWhole(3) && right.isWhole(3) ? .alternatives : .joins(" \(sign.text) ")
        default: return .parts
        }
    }

    /// `1234 ou 1284` is 12?4. Readings of different length cannot be laid over each other: the first is the number.
    private static func alternative(
        _ left: SerialElement, _ sign: SerialItem, _ right: SerialItem
    ) -> (number: SerialElement, rest: SerialElement?) {
        let first = Array(SerialPattern(left.text).normalised.utf8)
        let second = Array(right.pattern.normalised.utf8)
        var number = left
        let written = "\(sign.text) \(right.text)"
        let differing = zip(first, second).reduce(into: 0) { $0 += $1.0 == $1.1 ? 0 : 1 }
        guard first.count == second.count, differing < first.count, first.count >= 3 else {
            return (number, SerialElement(kind: .word, text: written, bracket: sign.bracket))
        }
        number.text = String(
            decoding: zip(first, second).map { $0 == $1 ? $0 : SerialPattern.unreadable }, as: UTF8.self)
        number.remark += right.remark
        number.written = "\(left.written ?? left.text) \(written)"
        return (number, nil)
    }

    private static func single(_ item: SerialItem) -> SerialElement? {
        func element(_ kind: Kind) -> SerialElement {
            SerialElement(kind: kind, text: item.text, bracket: item.bracket)
        }
        switch item.kind {
        case .number:
            var number = element(.number)
            number.remark = item.remark
            return number
        case .gap: return element(SerialPattern(item.text).knownPlaces > 0 ? .state(.removed) : .word)
        case .letters, .word, .or: return element(.word)
        case .part(let part): return element(.part(part))
        case .state(let state): return element(.state(state))
        case .places(let places): return element(.places(places))
        case .label: return element(.label)
        case .and: return element(.boundary(isConjunction: true))
        case .sign(let sign):
            switch sign {
            case .stop, .comma: return element(.boundary(isConjunction: false))
            case .slash, .plus: return element(.boundary(isConjunction: true))
            default: return nil
            }
        }
    }

    private static func joinedGroups(_ items: [SerialItem]) -> [SerialItem] {
        var out: [SerialItem] = []
        var joinsNext = false
        for (index, item) in items.enumerated() {
            if case .gap(let count) = item.kind, out.last?.isNumber == true, index + 1 < items.count,
                items[index + 1].isNumber
            {
                if SerialPattern(item.text).knownPlaces > 0 { out[out.count - 1].remark += item.text + " " }
                out[out.count - 1].text += String(repeating: "?", count: min(count, SerialPlaces.most))
                joinsNext = true
                continue
            }
            if item.isNumber, let last = out.last, last.isNumber, last.bracket == item.bracket || joinsNext,
                !isSecond(item, after: last)
            {
                out[out.count - 1].text += (item.isGlued || joinsNext ? "" : " ") + item.text
                out[out.count - 1].key += item.key
            } else {
                if item.isNumber, out.last?.isNumber == true { out.append(separator) }
                out.append(item)
            }
            joinsNext = false
        }
        return out
    }

    private static let separator = SerialItem(kind: .sign(.stop), text: "", key: "", isGlued: false)

    /// `ABC12345 DEF67890`: two groups, each of letters and at least four digits, are two numbers.
    private static func isSecond(_ item: SerialItem, after last: SerialItem) -> Bool {
        func isComplete(_ key: String) -> Bool {
            let letters = key.utf8.prefix { $0 >= UInt8(ascii: "A") }.count
            let digits = key.utf8.dropFirst(letters).prefix { $0 <= UInt8(ascii: "9") }.count
            return letters > 0 && digits >= 4
        }
        return isComplete(item.key) && isComplete(last.key)
    }
}
