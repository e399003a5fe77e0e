import Firearms
import Storage

/// A condition on rows as SQL with its values, to be joined with `AND` to a query's own conditions.
struct RowRule: Sendable {
    var sql: String
    var values: [DatabaseValue]
}

/// The row rules of `Access` as SQL. Every query that returns or counts records, hits or what hangs on them
/// carries one of these; there is no unguarded way to read another bureau's rows.
enum AccessStore {
    /// `Access.mayKnow` for rows of `firearm_records` under the given alias.
    static func mayKnowRecord(_ alias: String, _ actor: Actor) -> RowRule {
        let ceiling = Access.ceilings(of: actor)
        // The list of excluded countries is stored as ",AR,BR,"; a bureau without a country matches no entry.
        let country = actor.country?.code ?? "--"
        return RowRule(
            sql: """
                ((\(alias).bureau = ? AND \(alias).handling <= ?) OR (\(alias).bureau <> ? AND \(alias).handling <= ? \
                AND \(alias).hidden_from NOT LIKE ?))
                """,
            values: [
                .text(actor.bureau), .integer(Int64(ceiling.ownBureau)), .text(actor.bureau),
                .integer(Int64(ceiling.otherBureaus)), .text("%,\(country),%"),
            ]
        )
    }

    /// `Access.mayRead` for rows of `firearm_records` under the given alias.
    static func mayReadRecord(_ alias: String, _ actor: Actor) -> RowRule {
        var rule = mayKnowRecord(alias, actor)
        rule.sql += " AND (\(alias).bureau = ? OR \(alias).status IN ('active', 'located'))"
        rule.values.append(.text(actor.bureau))
        return rule
    }

    /// `Access.mayKnow` for rows of `notices` under the given alias.
    static func mayKnowNotice(_ alias: String, _ actor: Actor) -> RowRule {
        var rule = mayKnowRecord(alias, actor)
        let isReader = actor.isCoordinationCentre && actor.role == .coordinator
        let country = actor.country?.code ?? "--"
        rule.sql += " AND (\(alias).bureau = ? OR "
        rule.values.append(.text(actor.bureau))
        if isReader {
            rule.sql += "\(alias).state <> 'draft')"
        } else {
            rule.sql += "(\(alias).state = 'published' AND (\(alias).addressees = '' OR \(alias).addressees LIKE ?)))"
            rule.values.append(.text("%,\(country),%"))
        }
        return rule
    }

    /// `Access.mayKnow` for rows of `exhibits` under the given alias.
    static func mayKnowExhibit(_ alias: String, _ actor: Actor) -> RowRule {
        var rule = mayKnowRecord(alias, actor)
        rule.sql += " AND (\(alias).bureau = ? OR \(alias).submission = 'submitted')"
        rule.values.append(.text(actor.bureau))
        return rule
    }

    /// An examination is known to its own laboratory, and only as far as the reader may know of both exhibits. Aliases:
    /// `x` examination, `a` and `b` its exhibits.
    static func mayKnowExamination(_ actor: Actor) -> RowRule {
        let first = mayKnowExhibit("a", actor)
        let second = mayKnowExhibit("b", actor)
        return RowRule(
            sql: "x.bureau = ? AND \(first.sql) AND \(second.sql)",
            values: [.text(actor.bureau)] + first.values + second.values
        )
    }

    /// A link is known to the laboratory that found it, to the owners of both exhibits and to the coordination centre,
    /// as far as they may know of both exhibits; not to an examiner of the laboratory who is kept blind, see
    /// `Access.isBlind`. Aliases: `l` link, `x` its examination, `a` and `b` its exhibits.
    static func mayKnowLink(_ actor: Actor) -> RowRule {
        let first = mayKnowExhibit("a", actor)
        let second = mayKnowExhibit("b", actor)
        let party = actor.isCoordinationCentre && actor.role == .coordinator ? "1 = 1 OR " : ""
        var rule = RowRule(
            sql: "(\(party)l.bureau = ? OR a.bureau = ? OR b.bureau = ?) AND \(first.sql) AND \(second.sql)",
            values: Array(repeating: .text(actor.bureau), count: 3) + first.values + second.values
        )
        if Access.isExaminer(actor) {
            rule.sql += """
                 AND (l.bureau <> ? OR x.state NOT IN ('opened', 'awaiting-verification', 'disagreed') \
                OR \(ExaminationStore.hasConcluded))
                """
            rule.values += [.text(actor.bureau), .text(actor.name)]
        }
        return rule
    }

    /// Cases are read by the bureau that leads them alone; rows of `ballistic_cases` under the given alias.
    static func mayReadCase(_ alias: String, _ actor: Actor) -> RowRule {
        let ceiling = Access.ceilings(of: actor)
        // A case has no level of its own and may say as much as its most secret exhibit.
        return RowRule(
            sql: "(\(alias).bureau = ? AND ? >= \(HandlingLevel.confidential.rank))",
            values: [.text(actor.bureau), .integer(Int64(ceiling.ownBureau))]
        )
    }

    /// The form of a set of excluded countries that `mayKnowRecord` reads.
    static func hiddenFromColumn(_ countries: some Sequence<Country>) -> String {
        let codes = Set(countries.map(\.code)).sorted()
        return codes.isEmpty ? "" : "," + codes.joined(separator: ",") + ","
    }

    /// `mayKnowNotice` for a notice that a hit names: as long as the hit is there, whatever became of the notice.
    private static func mayKnowNoticeOfHit(_ alias: String, _ actor: Actor) -> RowRule {
        var rule = mayKnowRecord(alias, actor)
        let isReader = actor.isCoordinationCentre && actor.role == .coordinator
        rule.sql += " AND (\(isReader ? "1 = 1 OR " : "")\(alias).bureau = ? OR \(alias).addressees = '' "
        rule.sql += "OR \(alias).addressees LIKE ?)"
        rule.values += [.text(actor.bureau), .text("%,\(actor.country?.code ?? "--"),%")]
        return rule
    }

    /// A hit is known to its parties (the searcher's bureau, the owner's bureau, the coordination centre), and only
    /// as far as they may know each of its records. Aliases: `h` hit; `r` its firearm record, `d` its document or
    /// vehicle, `n` its notice; `o` and `p` the other record of its kind or null.
    static func mayKnowHit(_ actor: Actor) -> RowRule {
        let party = actor.isCoordinationCentre && actor.role == .coordinator ? "1 = 1 OR " : ""
        let (firearm, otherFirearm) = (mayKnowRecord("r", actor), mayKnowRecord("o", actor))
        let (object, otherObject) = (mayKnowRecord("d", actor), mayKnowRecord("p", actor))
        let notice = mayKnowNoticeOfHit("n", actor)
        return RowRule(
            sql: """
                ((\(party)h.searcher_bureau = ? OR h.owner_bureau = ?) AND ((h.kind = 'firearm' AND \(firearm.sql) \
                AND (h.other_record IS NULL OR \(otherFirearm.sql))) OR (h.kind IN ('document', 'vehicle') \
                AND \(object.sql) AND (h.other_record IS NULL OR \(otherObject.sql))) \
                OR (h.kind = 'notice' AND \(notice.sql))))
                """,
            values: [.text(actor.bureau), .text(actor.bureau)] + firearm.values + otherFirearm.values + object.values
                + otherObject.values + notice.values
        )
    }
}
