import Firearms

/// Fills in what follows from what was written: reference codes of make and calibre, and the retention date.
enum RecordCompletion {
    static func complete(
        _ content: RecordContent, _ table: ReferenceTable, today: CalendarDate, settings: RegistrySettings
    ) -> RecordContent {
        var content = content
        content.firearm = describe(content.firearm, table)
        if content.retentionUntil == nil {
            content.retentionUntil = today.adding(days: settings.recordRetentionDays)
        }
        return content
    }

    /// The firearm with the codes of its make and calibre as far as the bureau's table knows what was written.
    static func describe(_ firearm: Firearm, _ table: ReferenceTable) -> Firearm {
        var reader = DescriptionReader(table)
        return reader.describe(firearm)
    }
}

/// Recognises what firearms are described by, remembering texts that come again, as in a file they do.
struct DescriptionReader {
    private let table: ReferenceTable
    private var makes: [String: Recognition<Make>?] = [:]
    private var models: [ModelText: Recognition<Model>?] = [:]
    private var calibres: [CalibreText: Recognition<Calibre>?] = [:]
    private var types: [String: TypeReading] = [:]

    private struct ModelText: Hashable {
        var text: String
        var makeCode: String?
    }

    private struct CalibreText: Hashable {
        var text: String
        var type: FirearmType?
    }

    init(_ table: ReferenceTable) { self.table = table }

    mutating func make(_ text: String) -> Recognition<Make>? {
        if let known = makes[text] { return known }
        let found = table.make(text)
        makes[text] = .some(found)
        return found
    }

    mutating func model(_ text: String, makeCode: String?) -> Recognition<Model>? {
        let key = ModelText(text: text, makeCode: makeCode)
        if let known = models[key] { return known }
        let found = table.model(text, makeCode: makeCode)
        models[key] = .some(found)
        return found
    }

    mutating func calibre(_ text: String, type: FirearmType?) -> Recognition<Calibre>? {
        let key = CalibreText(text: text, type: type)
        if let known = calibres[key] { return known }
        let found = table.calibre(text, type: type)
        calibres[key] = .some(found)
        return found
    }

    mutating func type(_ text: String) -> TypeReading {
        if let known = types[text] { return known }
        let found =
            FirearmType(text).map { TypeReading(type: Recognition(value: $0, confidence: 1, rule: "alias")) }
            ?? table.typeReading(text)
        types[text] = found
        return found
    }

    /// The firearm with the codes of its make and calibre, and its type where only a text says it. A make that is not
    /// written follows from a model that one maker alone has.
    mutating func describe(_ firearm: Firearm) -> Firearm {
        var firearm = firearm
        if let written = firearm.typeWritten { firearm.type = type(written).type?.value }
        firearm.makeCode = nil
        if let written = firearm.make {
            firearm.makeCode = make(written)?.value.code
        } else if let written = firearm.model, let known = model(written, makeCode: nil), known.confidence >= 0.8 {
            firearm.makeCode = known.value.makeCode
        }
        firearm.calibreCode = nil
        if let written = firearm.calibre {
            firearm.calibreCode = calibre(written, type: firearm.type)?.value.code
        }
        return firearm
    }
}
