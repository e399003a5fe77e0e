extension ReferenceTable {
    /// The project's table with a bureau's own rows behind its own, and every fault of these. A row with a fault is left
    /// out or takes part as far as it can; a name that the project's table has keeps its meaning there.
    ///
    /// Codes of the bureau's makes and calibres get its mark (`acme@BR`), so that they never meet those of another
    /// bureau or of a later table of the project; rows refer to them with or without it.
    /// - Parameters:
    ///   - own: the bureau's rows.
    ///   - mark: the code of the bureau.
    public static func standard(
        adding own: OwnReferenceRows, mark: String
    ) -> (table: ReferenceTable, problems: [OwnReferenceProblem]) {
        let codes = OwnCodes(own, mark: mark)
        var first: [ReferenceKind: Int] = [:]
        func joined(_ kind: ReferenceKind) -> ResourceText {
            let standard = ResourceText.orStop { () throws(ReferenceTableError) in try ResourceText.load(kind.file) }
            var text = standard.text.hasSuffix("\n") ? standard.text : standard.text + "\n"
            first[kind] = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
            for row in own[kind] { text += codes.marked(row, kind).map(quoted).joined(separator: ",") + "\n" }
            return ResourceText(file: standard.file, text: text)
        }
        let texts = (joined(.make), joined(.calibre), joined(.model))
        let lookAlikes = ResourceText.orStop { () throws(ReferenceTableError) in try ResourceText.load("lookalikes") }
        var found: [ReferenceTableError] = []
        let table = ReferenceTable(
            makes: texts.0, calibres: texts.1, models: texts.2, lookAlikes: lookAlikes, problems: &found
        )
        let problems = found.compactMap { error -> OwnReferenceProblem? in
            let kind = ReferenceKind.allCases.first { $0.file + ".csv" == error.file }
            guard let kind, let first = first[kind], error.line >= first else { return nil }
            return OwnReferenceProblem(kind: kind, row: error.line - first, error: error)
        }
        return (table, problems)
    }

    private static func quoted(_ field: String) -> String {
        field.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") }
            ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
    }
}

/// The codes that a bureau gives its own makes and calibres.
private struct OwnCodes {
    let mark: String
    private let makes: Set<String>
    private let calibres: Set<String>

    init(_ own: OwnReferenceRows, mark: String) {
        self.mark = "@" + mark
        makes = Set(own[.make].compactMap(\.first))
        calibres = Set(own[.calibre].compactMap(\.first))
    }

    func marked(_ row: [String], _ kind: ReferenceKind) -> [String] {
        guard row.count == kind.columns.count else { return row }
        var row = row
        switch kind {
        case .make: row[0] = own(row[0])
        case .calibre:
            row[0] = own(row[0])
            row[3] = list(row[3])
        case .model:
            if makes.contains(row[0]) { row[0] = own(row[0]) }
            row[5] = list(row[5])
        }
        return row
    }

    private func list(_ field: String) -> String {
        field.split(separator: "|").map { calibres.contains(String($0)) ? own(String($0)) : String($0) }
            .joined(separator: "|")
    }

    private func own(_ code: String) -> String { code.isEmpty ? code : code + mark }
}
