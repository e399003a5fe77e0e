/// Gives each number of an examiner's text its part and its state.
///
/// The text is taken clause by clause; commas, semicolons, slashes and conjunctions part clauses. Within one, a part in
/// brackets belongs to the number before it; without brackets to the number after it, unless the clause begins with a
/// number and ends with a part. Words for a state with a part and no number are a number that is not there.
struct SerialAssembly {
    /// More numbers than a firearm has; what follows is kept as text.
    static let mostNumbers = 32

    private let elements: [SerialElement]
    private(set) var drafts: [SerialDraft] = []
    private var waiting = SerialDraft()
    private var waitingParts: [(part: NumberPart, element: Int)] = []

    init(_ elements: [SerialElement]) {
        self.elements = elements
        var start = 0
        var followsConjunction = false
        for index in elements.indices {
            guard case .boundary(let isConjunction) = elements[index].kind else { continue }
            take(start..<index, followsConjunction)
            if index > start { followsConjunction = isConjunction }
            start = index + 1
        }
        take(start..<elements.count, followsConjunction)
        finish()
    }

    private mutating func take(_ range: Range<Int>, _ followsConjunction: Bool) {
        if range.isEmpty { return }
        let numbers = range.filter { elements[$0].isNumber }
        if numbers.isEmpty || drafts.count + numbers.count > Self.mostNumbers {
            takeWords(range, followsConjunction)
        } else {
            takeNumbers(range, numbers)
        }
    }

    // MARK: Clauses with numbers

    private mutating func takeNumbers(_ range: Range<Int>, _ numbers: [Int]) {
        let firstDraft = drafts.count
        var draftOf: [Int: Int] = [:]
        for index in numbers {
            draftOf[index] = drafts.count
            drafts.append(SerialDraft(text: elements[index].text, textElement: index, elements: [index]))
            if elements[index].written != nil { drafts[drafts.count - 1].states.append(.partial) }
        }
        let followsNumber = endsInPart(range)
        var current: Int?
        for index in range {
            if let draft = draftOf[index] {
                current = draft
                continue
            }
            let next = numbers.first { $0 > index }.flatMap { draftOf[$0] }
            switch elements[index].kind {
            case .part(let part):
                // "12345 (tambor 888)": the number in the same brackets is nearer.
                let bracket = elements[index].bracket
                let isOwn = bracket > 0 && numbers.contains { $0 > index && elements[$0].bracket == bracket }
                let isAfter = !isOwn && (bracket > 0 || followsNumber) || next == nil
                let target: Int? =
                    if isAfter, let current, drafts[current].part == nil { current } else { next ?? nil }
                if let target, drafts[target].part == nil {
                    drafts[target].part = part
                    drafts[target].elements.append(index)
                } else if saysState(after: index, range) {
                    drafts.append(SerialDraft(part: part, elements: [index]))
                    current = drafts.count - 1
                } else {
                    drafts[current ?? firstDraft].elements.append(index)
                }
            case .state(let state):
                let target = current ?? next ?? firstDraft
                drafts[target].states.append(state)
                drafts[target].elements.append(index)
            case .places(let places):
                let target = current ?? next ?? firstDraft
                if places.effect == .readable { drafts[target].states.append(.partial) }
                drafts[target].places.append(places)
                drafts[target].elements.append(index)
            default: drafts[current ?? next ?? firstDraft].elements.append(index)
            }
        }
        giveWaiting(to: firstDraft)
    }

    /// Whether the first of the clause's numbers and bare parts is a number and the last a part.
    private func endsInPart(_ range: Range<Int>) -> Bool {
        let order = range.compactMap { index -> Bool? in
            switch elements[index].kind {
            case .number: true
            case .part: elements[index].isBracketed ? nil : false
            default: nil
            }
        }
        return order.first == true && order.last == false
    }

    private func saysState(after index: Int, _ range: Range<Int>) -> Bool {
        for place in (index + 1)..<max(range.upperBound, index + 1) {
            switch elements[place].kind {
            case .state(let state): return state == .removed || state == .none || state == .partial
            case .number, .part: return false
            default: continue
            }
        }
        return false
    }

    /// What was said before any number. Words for a removed number before one of a named part speak of another part.
    private mutating func giveWaiting(to first: Int) {
        let isOther =
            !waiting.states.isEmpty && drafts[first].part != nil && waitingParts.isEmpty
            && waiting.states.allSatisfy { $0 == .removed || $0 == .none }
        if isOther {
            drafts.insert(waiting, at: first)
        } else {
            drafts[first].states += waiting.states
            drafts[first].places += waiting.places
            drafts[first].elements += waiting.elements
            var place = first
            for (part, element) in waitingParts {
                drafts[place].elements.append(element)
                if drafts[place].part == nil {
                    drafts[place].part = part
                } else if drafts.count < Self.mostNumbers {
                    var copy = drafts[place]
                    copy.part = part
                    drafts.insert(copy, at: place)
                    place += 1
                }
            }
        }
        waiting = SerialDraft()
        waitingParts = []
    }

    // MARK: Clauses without numbers

    private mutating func takeWords(_ range: Range<Int>, _ followsConjunction: Bool) {
        var states: [NumberState] = []
        var places: [SerialPlaces] = []
        var parts: [(part: NumberPart, element: Int)] = []
        for index in range {
            switch elements[index].kind {
            case .state(let state): states.append(state)
            case .places(let found): places.append(found)
            case .part(let part): parts.append((part, index))
            default: continue
            }
        }
        let last = drafts.indices.last
        let hasNumber = last.map { drafts[$0].text != nil } ?? false
        if parts.isEmpty || (hasNumber && !states.isEmpty && states.allSatisfy { $0 == .restored }) {
            if let last {
                if states.allSatisfy({ $0 != .none }) || !hasNumber { drafts[last].states += states }
                drafts[last].places += places
                drafts[last].elements += range
                if drafts[last].part == nil { drafts[last].part = parts.first?.part }
            } else {
                waiting.states += states
                waiting.places += places
                waiting.elements += range
            }
        } else if !states.isEmpty || !places.isEmpty {
            for (part, element) in waitingParts + parts where drafts.count < Self.mostNumbers {
                let own = element == parts.first?.element ? Array(range) : []
                drafts.append(
                    SerialDraft(
                        part: part, states: states + waiting.states, places: places,
                        elements: own.isEmpty ? [element] : waiting.elements + own))
                waiting = SerialDraft()
            }
            waitingParts = []
        } else if let last, hasNumber, drafts[last].part == nil {
            drafts[last].part = parts[0].part
            drafts[last].elements += range
        } else if let last, hasNumber, followsConjunction, drafts.count < Self.mostNumbers {
            drafts[last].elements += range
            var copy = drafts[last]
            copy.part = parts[0].part
            drafts.append(copy)
        } else {
            waitingParts += parts
            let named = Set(parts.map(\.element))
            waiting.elements += range.filter { !named.contains($0) }
        }
    }

    private mutating func finish() {
        let loose = waiting.elements + waitingParts.map(\.element)
        if let last = drafts.indices.last {
            drafts[last].elements += loose
        } else if !waiting.states.isEmpty || !waiting.places.isEmpty {
            waiting.part = waitingParts.first?.part
            waiting.elements = loose
            drafts.append(waiting)
        }
    }
}
