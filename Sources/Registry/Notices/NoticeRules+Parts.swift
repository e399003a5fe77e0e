/// The rules of the parts that only some colours have.
extension NoticeRules {
    /// What is wrong with methods, entities and listings.
    static func partFailures(_ content: NoticeContent) -> [FieldFailure] {
        (content.modusOperandi.map(failures) ?? []) + (content.entity.map(failures) ?? [])
            + (content.listing.map(failures) ?? [])
    }

    private static func failures(_ modus: ModusOperandi) -> [FieldFailure] {
        var failures = texts(
            [
                ("object", modus.object), ("concealment", modus.concealment), ("transport", modus.transport),
                ("operation", modus.operation),
            ], in: "modusOperandi")
        failures += texts(
            [
                ("method", modus.method), ("indicators", modus.indicators), ("countermeasure", modus.countermeasure),
                ("danger", modus.danger),
            ], in: "modusOperandi", longest: longestText)
        failures += lists([("seizures", modus.seizures)], in: "modusOperandi")
        failures += tooMany(modus.countries.count, "modusOperandi.countries")
        if let first = modus.firstSeen, let last = modus.lastSeen, last < first {
            failures.append(
                FieldFailure(
                    "modusOperandi.lastSeen", "before-start", value: last.description,
                    arguments: ["start": first.description]
                )
            )
        }
        return failures
    }

    private static func failures(_ entity: NoticeEntity) -> [FieldFailure] {
        texts(
            [
                ("name", entity.name), ("mainActivity", entity.mainActivity), ("legalForm", entity.legalForm),
                ("registrationNumber", entity.registrationNumber), ("chamberOfCommerce", entity.chamberOfCommerce),
            ], in: "entity")
            + texts([("additionalInformation", entity.additionalInformation)], in: "entity", longest: longestText)
            + lists(
                [
                    ("aliases", entity.aliases), ("administrators", entity.administrators),
                    ("formerNames", entity.formerNames),
                ], in: "entity")
    }

    private static func failures(_ listing: SanctionsListing) -> [FieldFailure] {
        texts([("reference", listing.reference), ("resolution", listing.resolution)], in: "listing")
            + texts([("summary", listing.summary)], in: "listing", longest: longestText)
            + lists(
                [
                    ("purposes", listing.purposes), ("associates", listing.associates),
                    ("addresses", listing.addresses),
                ], in: "listing")
    }

    /// Lists of short texts, each as a whole.
    static func lists(_ lists: [(String, [String])], in part: String) -> [FieldFailure] {
        lists.flatMap { name, items in
            tooMany(items.count, "\(part).\(name)")
                + (items.prefix(mostItems).lazy
                    .map { RecordValidation.textFailures($0, "\(part).\(name)", longestName) }
                    .first { !$0.isEmpty } ?? [])
        }
    }

    private static func texts(
        _ texts: [(String, String?)], in part: String, longest: Int = longestName
    ) -> [FieldFailure] {
        texts.flatMap { name, text in RecordValidation.textFailures(text, "\(part).\(name)", longest) }
    }

    static func tooMany(_ count: Int, _ field: String) -> [FieldFailure] {
        count > mostItems ? [FieldFailure(field, "too-many", arguments: ["maximum": "\(mostItems)"])] : []
    }
}
