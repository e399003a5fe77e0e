import Identity
import Matching

/// Compares a travel document that was read with one on record.
enum DocumentComparison {
    /// The candidate; nil where the number is neither the recorded one nor one that is read for it.
    static func candidate(
        _ query: DocumentQuery, _ record: DocumentRecord
    ) -> ObjectCandidate<TravelDocument>? {
        guard let number = DocumentNumber(query.number), let range = record.content.object.range else { return nil }
        // A long number says more; ten bits are what numbers of the same issuer have in common.
        var weighing = ObjectWeighing(threshold: 8)
        let weight = min(14, 2 * Double(number.text.utf8.count))
        if range.count > 1 {
            guard range.contains(number) else { return nil }
            weighing.add("document-number.range", weight - 1, [range.first.text, range.last.text])
        } else {
            guard range.first.folded == number.folded else { return nil }
            weighing.addNumber(
                "document-number", recorded: range.first.text, read: number.text, weight: weight, misreading: 4
            )
        }
        let document = record.content.object
        weighing.addEquality("issuer", recorded: document.issuer, read: query.issuerCode, equal: 6, different: 9)
        weighing.addEquality(
            "document-type", recorded: document.type.rawValue, read: query.type?.rawValue, equal: 1, different: 3
        )
        return ObjectCandidate(record: record, score: weighing.score, reasons: weighing.reasons)
    }
}
