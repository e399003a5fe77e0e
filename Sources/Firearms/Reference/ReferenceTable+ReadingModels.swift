extension ReferenceTable {
    static func readModels(
        _ text: ResourceText, makes: [String: Int], calibres: [String: Int], _ problems: inout [ReferenceTableError]
    ) -> (values: [Model], index: ModelIndex) {
        var list: (values: [Model], index: ModelIndex) = ([], ModelIndex())
        for row in text.rows(columns: 7, problems: &problems) {
            let line = row.line
            func problem(_ code: ReferenceTableError.Code, _ field: String, _ value: String, _ detail: String) {
                problems.append(text.error(code, line: line, field: field, value: value, "\"\(value)\" \(detail)"))
            }
            let (make, name) = (row.fields[0], row.fields[1])
            let type = FirearmType(row.fields[3])
            let action = FirearmAction(row.fields[4])
            let calibreCodes = parts(row.fields[5])
            let years = Years(row.fields[6])
            if makes[make] == nil { problem(.unknownCode, "make", make, "is not the code of a make") }
            if TextKey.letters(name).isEmpty { problem(.malformed, "name", name, "is not a name") }
            if type == nil { problem(.unknownCode, "type", row.fields[3], "is not a type of firearm") }
            if action == nil && !row.fields[4].isEmpty {
                problem(.unknownCode, "action", row.fields[4], "is not an action")
            }
            for code in calibreCodes where calibres[code] == nil {
                problem(.unknownCode, "calibres", code, "is not the code of a calibre")
            }
            if years == nil { problem(.malformed, "years", row.fields[6], "is not like 1975-1998") }
            guard let type else { continue }
            let place = list.values.count
            let aliases = parts(row.fields[2])
            for (field, alias) in [("name", name)] + aliases.map({ ("aliases", $0) })
            where list.index.add(TextKey.letters(alias), makeCode: make, place: place) != nil {
                problem(.duplicate, field, alias, "also stands for an earlier model of this make")
            }
            list.values.append(
                Model(
                    makeCode: make, name: name, aliases: aliases, type: type, action: action,
                    calibreCodes: calibreCodes, firstYear: years?.first, lastYear: years?.last
                )
            )
        }
        return list
    }

    /// Enters each row's models as look-alikes of one another.
    static func readLookAlikes(
        _ text: ResourceText, _ list: inout (values: [Model], index: ModelIndex),
        _ problems: inout [ReferenceTableError]
    ) {
        for row in text.rows(columns: 2, problems: &problems) {
            let difference = row.fields[1]
            if difference.isEmpty {
                let detail = "nothing says what tells the models apart"
                problems.append(text.error(.malformed, line: row.line, field: "difference", value: "", detail))
            }
            var places: [Int] = []
            for reference in parts(row.fields[0]) {
                let halves = reference.split(separator: ":", maxSplits: 1).map(String.init)
                let place =
                    halves.count == 2
                    ? list.index.place(of: TextKey.letters(halves[1]), makeCode: halves[0]) : nil
                if let place {
                    places.append(place)
                } else {
                    let detail = "\"\(reference)\" is not a make and a model of it"
                    problems.append(
                        text.error(.unknownCode, line: row.line, field: "models", value: reference, detail)
                    )
                }
            }
            if Set(places).count < 2 {
                let detail = "two different models are needed"
                problems.append(
                    text.error(.malformed, line: row.line, field: "models", value: row.fields[0], detail)
                )
            }
            for place in places {
                for other in places where other != place {
                    list.values[place].lookAlikes.append(
                        LookAlike(
                            makeCode: list.values[other].makeCode, model: list.values[other].name,
                            difference: difference
                        )
                    )
                }
            }
        }
    }

    /// The years of manufacture in one field: `1975-1998`, `1975-`, `-1998` or nothing.
    private struct Years {
        var first: Int?
        var last: Int?

        init?(_ field: String) {
            if field.isEmpty { return }
            let halves = field.split(separator: "-", omittingEmptySubsequences: false)
            guard halves.count == 2 else { return nil }
            for half in halves where !half.isEmpty {
                guard let year = Int(half), (1300...2200).contains(year) else { return nil }
            }
            first = Int(halves[0])
            last = Int(halves[1])
            if let first, let last, last < first { return nil }
        }
    }
}
