import Storage

/// Public extracts in the database.
enum PublicNoticeStore {
    /// In force, meant for everybody, and the owner agreed.
    private static let isPublic = """
        n.state = 'published' AND n.is_public = 1 AND n.handling = 0 AND n.hidden_from = '' AND n.addressees = ''
        """

    static func page(
        _ query: PublicNoticeQuery, today: CalendarDate, cap: Int, _ connection: any ReadConnection
    ) throws -> PublicNoticePage {
        let (sequences, total) = try matching(query, today: today, cap: cap, connection)
        let lastPage = max(1, (sequences.count + query.perPage - 1) / query.perPage)
        let page = min(query.page, lastPage)
        let shown = sequences.dropFirst((page - 1) * query.perPage).prefix(query.perPage)
        let pictures = try NoticePictureStore.first(of: Array(shown), connection)
        let items = try shown.compactMap { sequence in
            try connection.first(
                "SELECT \(NoticeStore.columns) FROM notices n WHERE n.sequence = ?", [.integer(sequence)],
                NoticeStore.notice
            ).map { PublicNotice(notice: $0, pictures: pictures[sequence].map { [$0] } ?? []) }
        }
        return PublicNoticePage(items: items, total: total, page: page, lastPage: lastPage)
    }

    /// The notice of a number on a list; nil where it is not public.
    static func notice(
        _ number: NoticeNumber, on list: PublicNoticeQuery.List, _ connection: any ReadConnection
    ) throws -> PublicNotice? {
        var values: [DatabaseValue] = [.text(number.description), .text(list.colour.rawValue)]
        let entity = entityCondition(list, &values)
        let notice = try connection.first(
            "SELECT \(NoticeStore.columns) FROM notices n WHERE n.number = ? AND n.colour = ?\(entity) AND \(isPublic)",
            values, NoticeStore.notice
        )
        return try notice.map {
            PublicNotice(
                notice: $0, pictures: try NoticePictureStore.pictures(of: $0.sequence, connection).map(\.sequence)
            )
        }
    }

    /// A part of a text for `LIKE ... ESCAPE '!'`.
    static func part(_ text: String) -> String {
        "%" + NoticeRow.key(text).replacing("!", with: "!!").replacing("%", with: "!%").replacing("_", with: "!_") + "%"
    }

    /// The first notices that agree, the last published first, and how many there are.
    private static func matching(
        _ query: PublicNoticeQuery, today: CalendarDate, cap: Int, _ connection: any ReadConnection
    ) throws -> (sequences: [Int64], total: Int) {
        var values: [DatabaseValue] = [.text(query.list.colour.rawValue)]
        var sql = "FROM notices n WHERE n.colour = ? AND \(isPublic)" + entityCondition(query.list, &values)
        for (condition, condValues) in conditions(query, today: today) {
            sql += " AND \(condition)"
            values += condValues
        }
        let expressions = [query.name, query.forename].compactMap { $0 }.filter { $0.plainPart == nil }
        let order = "ORDER BY n.published_at DESC, n.sequence DESC"
        let words = (query.freeText ?? "").split(whereSeparator: \.isWhitespace).map { NoticeRow.key(String($0)) }
        guard !expressions.isEmpty || !words.isEmpty else {
            let total = try connection.count("SELECT COUNT(*) \(sql)", values)
            let found = try connection.rows(
                "SELECT n.sequence \(sql) \(order) LIMIT ?", values + [.integer(Int64(cap))]
            ) { $0.integer(0) }
            return (found, total)
        }
        var found: [Int64] = []
        var total = 0
        let columns = "n.sequence, n.name_key, n.forename_key" + (words.isEmpty ? "" : ", n.document")
        try connection.query("SELECT \(columns) \(sql) \(order)", values) { row in
            if let name = query.name, name.plainPart == nil, !name.matches(row.text(1)) { return }
            if let forename = query.forename, forename.plainPart == nil, !forename.matches(row.text(2)) { return }
            guard try words.isEmpty || Self.shows(words, DocumentCoding.value(NoticeContent.self, from: row.text(3)))
            else { return }
            total += 1
            if found.count < cap { found.append(row.integer(0)) }
        }
        return (found, total)
    }

    /// Whether a public extract shows every word.
    private static func shows(_ words: [String], _ content: NoticeContent) -> Bool {
        let text = NoticeRow.key(NoticeRow.publicWords(content).joined(separator: "\n"))
        return words.allSatisfy { text.contains($0) }
    }

    private static func entityCondition(_ list: PublicNoticeQuery.List, _ values: inout [DatabaseValue]) -> String {
        guard case .unitedNations(let isEntity?) = list else { return "" }
        values.append(.integer(isEntity ? 1 : 0))
        return " AND n.is_entity = ?"
    }

    private static func conditions(
        _ query: PublicNoticeQuery, today: CalendarDate
    ) -> [(sql: String, values: [DatabaseValue])] {
        var found: [(String, [DatabaseValue])] = []
        func add(_ sql: String, _ value: String) { found.append((sql, [.text(value)])) }
        if let part = query.name?.plainPart { add("n.name_key LIKE ? ESCAPE '!'", Self.part(part)) }
        if let part = query.forename?.plainPart { add("n.forename_key LIKE ? ESCAPE '!'", Self.part(part)) }
        if let text = query.freeText {
            for word in text.split(whereSeparator: \.isWhitespace) {
                add("n.text_key LIKE ? ESCAPE '!'", Self.part(String(word)))
            }
        }
        if let sex = query.sex { add("n.sex = ?", sex.rawValue) }
        if let part = query.reference { add("n.reference_key LIKE ? ESCAPE '!'", Self.part(part)) }
        if let part = query.resolution { add("n.resolution_key LIKE ? ESCAPE '!'", Self.part(part)) }
        // Somebody is as old as the years since a birthday that has been.
        if let least = query.ageMin { add("n.born_on <= ?", today.yearsAgo(least)) }
        if let most = query.ageMax { add("n.born_on > ?", today.yearsAgo(most + 1)) }
        let country = "n.sequence IN (SELECT c.notice FROM notice_countries c WHERE c.role = ? AND c.country = ?)"
        for (role, code) in [
            (NoticeRow.CountryRole.nationality, query.nationality), (.warrant, query.warrantCountry),
        ] {
            if let code { found.append((country, [.integer(role.rawValue), .text(code)])) }
        }
        return found
    }
}

extension CalendarDate {
    /// The same day so many years before, as its text.
    fileprivate func yearsAgo(_ years: Int) -> String {
        let year = max(0, (Int(description.prefix(4)) ?? 0) - years)
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + description.dropFirst(4)
    }
}
