/// A number of an examiner's text while its parts and states are being gathered.
struct SerialDraft {
    /// Nil when only words stand for the number.
    var text: String?
    var part: NumberPart?
    var states: [NumberState] = []
    var places: [SerialPlaces] = []
    /// Index of the element that is its text.
    var textElement: Int?
    /// Indices of the elements that speak of it.
    var elements: [Int] = []

    /// A text may hold several states: that it was restored outranks that it was removed before.
    private var strongest: NumberState? {
        let order: [NumberState] = [.restored, .privatelyMade, .partial, .removed, .none, .legible]
        return order.first(where: states.contains)
    }

    /// The number with its state.
    ///
    /// Words for "illegible" count as removed: nothing is left to compare, whoever took it away. Words for "unknown"
    /// count as none: no number is stated. A number that is said to be removed, and yet written, is partial.
    func number(defaultPart: NumberPart, remark: String) -> FirearmNumber {
        let part = part ?? defaultPart
        let shown = places.reduce(text ?? "") { text, remark in
            text.isEmpty && remark.effect != .missing ? text : remark.applied(to: text)
        }
        let pattern = SerialPattern(shown)
        if pattern.knownPlaces == 0 {
            if text == nil, !pattern.isEmpty { return FirearmNumber(part: part, text: shown, state: .partial) }
            let nothingLeft: NumberState = pattern.isEmpty && states.isEmpty ? .none : .removed
            let found = strongest
            let isPlain = found == .privatelyMade || found == NumberState.none || found == .removed
            return FirearmNumber(part: part, text: remark, state: isPlain ? found ?? nothingLeft : nothingLeft)
        }
        // "0" and "0000" fill a field that must not stay empty.
        if pattern.normalised.utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) {
            return FirearmNumber(part: part, text: shown, state: .none)
        }
        let found: NumberState =
            switch strongest {
            case .restored?: .restored
            case .privatelyMade?: .privatelyMade
            case .removed?, .partial?: .partial
            default: pattern.hasUnreadablePlaces || !places.isEmpty ? .partial : .legible
            }
        return FirearmNumber(part: part, text: shown, state: found)
    }
}
