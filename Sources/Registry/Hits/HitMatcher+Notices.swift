import Identity
import Matching
import Storage

/// Notices in force: by every name of their person or entity, and by the documents that they name.
extension HitMatcher {
    /// The hits that a notice gives rise to, as it was published or changed by an entry of the journal.
    func drafts(
        forNotice number: String, enteredAt entry: Int64, _ connection: any ReadConnection
    ) throws -> [Draft] {
        guard let notice = try NoticeStore.notice(number: number, connection), notice.state.isInForce else {
            return []
        }
        let earlier = EarlierChecks(context: context)
        var found: [EarlierChecks.Found] = []
        if let person = notice.content.person {
            found += try earlier.ofPerson(person.prepared, before: entry, except: notice.bureau, connection)
            for document in person.identityDocuments.flatMap(NamedDocument.documents) {
                found += try earlier.ofDocument(document, before: entry, except: notice.bureau, connection)
            }
        }
        if let entity = notice.content.entity {
            found += try earlier.ofEntity(entity.prepared, before: entry, except: notice.bureau, connection)
        }
        // Of a check that agrees in several ways the strongest makes the hit.
        return found.sorted { ($0.score, $1.check.entry) > ($1.score, $0.check.entry) }.map {
            Draft($0, of: .notice, notice.sequence, owner: notice.bureau)
        }
    }
}

extension EarlierChecks {
    /// Checks of a document that a notice names, which need not be on record itself.
    func ofDocument(
        _ document: NamedDocument, before entry: Int64, except bureau: String,
        leastScore: Double = HitMatcher.leastScore, _ connection: any ReadConnection
    ) throws -> [Found] {
        let rows = try CheckStore.checks(
            under: TravelDocument.keys(of: document.number), limit: Self.most, connection)
        return try rows.compactMap { row in
            guard let check = try check(row, before: entry, except: bureau, connection) else { return nil }
            let weighed = subjects(of: check).documents.compactMap { Self.weigh($0, document) }
            guard let best = weighed.max(by: { $0.score < $1.score }), best.score >= leastScore else { return nil }
            return Found(check: check, score: best.score, reasons: best.reasons)
        }
    }

    /// The weights are those of documents on record.
    private static func weigh(_ query: DocumentQuery, _ document: NamedDocument) -> ObjectWeighing? {
        guard let number = DocumentNumber(query.number), number.folded == document.number.folded else { return nil }
        var weighing = ObjectWeighing(threshold: 8)
        weighing.addNumber(
            "document-number", recorded: document.number.text, read: number.text,
            weight: min(14, 2 * Double(number.text.utf8.count)), misreading: 4
        )
        weighing.addEquality("issuer", recorded: document.issuer, read: query.issuerCode, equal: 6, different: 9)
        return weighing
    }
}
