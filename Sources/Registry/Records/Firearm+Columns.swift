import Firearms

/// A firearm's numbers and marks as columns of a file hold them.
extension Firearm {
    /// Every number but the one that identifies the firearm: `slide: NSR445 (legible); barrel: (removed)`.
    var otherNumbersText: String {
        let primary = numbers.firstIndex { $0 == primaryNumber }
        let others = numbers.indices.filter { $0 != primary }.map { numbers[$0] }
        return LabelledList.text(
            others.map { LabelledList.Item(label: $0.part.rawValue, text: $0.text, note: $0.state.rawValue) }
        )
    }

    /// Every mark: `proof: crown (slide); crest: PF`.
    var marksText: String {
        LabelledList.text(marks.map { LabelledList.Item(label: $0.kind.rawValue, text: $0.text, note: $0.place) })
    }

    /// The numbers of a text written as ``otherNumbersText`` writes them; nil for any other text.
    static func numbers(fromColumn text: String) -> [FirearmNumber]? {
        guard let items = LabelledList.items(text) else { return nil }
        let numbers = items.compactMap { item -> FirearmNumber? in
            guard let part = NumberPart(item.label), let state = item.note.flatMap({ NumberState($0) }) else {
                return nil
            }
            return FirearmNumber(part: part, text: item.text, state: state)
        }
        return numbers.count == items.count ? numbers : nil
    }

    /// The marks of a text written as ``marksText`` writes them; any other text is one mark as it stands.
    static func marks(fromColumn text: String) -> [FirearmMark] {
        let marks = (LabelledList.items(text) ?? []).map { item in
            MarkKind(item.label).map { FirearmMark(kind: $0, text: item.text, place: item.note) }
        }
        guard !marks.isEmpty, !marks.contains(nil) else { return [FirearmMark(kind: .other, text: text)] }
        return marks.compactMap(\.self)
    }
}
