import Firearms
import Registry

/// Reads a record's content from a JSON body.
enum RecordInput {
    /// - Throws: `RegistryError` `invalid` with every wrong field: what cannot be read, and what breaks a rule.
    static func content(_ body: inout JSONBody, _ records: RecordService) throws(RegistryError) -> RecordContent {
        var stated: [StatedNumbers] = []
        let content = read(&body, &stated)
        let failures = records.failures(in: content).map { failure in
            var failure = failure
            failure.field = place(of: failure.field, stated)
            return failure
        }
        try body.refuseFailures(and: failures)
        return content
    }

    /// The place in the request of a field of the content: one object may state several numbers.
    private static func place(of field: String, _ stated: [StatedNumbers]) -> String {
        let origins = stated.enumerated().flatMap { Array(repeating: $0, count: $1.numbers.count) }
        for (index, origin) in origins.enumerated().reversed() where index != origin {
            let prefix = "firearm.numbers[\(index)]."
            if field.hasPrefix(prefix) { return "firearm.numbers[\(origin)].\(field.dropFirst(prefix.count))" }
        }
        return field
    }

    /// The content as far as it can be read; what cannot is noted and something else stands in its place.
    /// - Parameter stated: becomes the numbers as the request states them. Words beside them go to the circumstances, as
    ///   in an import.
    private static func read(_ body: inout JSONBody, _ stated: inout [StatedNumbers]) -> RecordContent {
        let recordClass = body.requiredCode("class") { RecordClass(rawValue: $0) }
        let purpose = body.requiredCode("purpose") { Purpose(rawValue: $0) }
        let firearm = body.object("firearm") { Self.firearm(&$0, &stated) }
        if firearm == nil, !body.failures.contains(where: { $0.field == "firearm" }) {
            body.note("firearm", "required")
        }
        let eventDate = body.code("eventDate") { CalendarDate($0) }
        let eventDateEnd = body.code("eventDateEnd") { CalendarDate($0) }
        let place = body.string("place")
        let circumstances = body.string("circumstances")
        let nationalReference = body.string("nationalReference")
        let handling = body.code("handling") { HandlingLevel(rawValue: $0) }
        let hiddenFrom = body.strings("hiddenFrom").compactMap { code -> Country? in
            if let country = Country(code) { return country }
            body.note("hiddenFrom", "unknown-code", code)
            return nil
        }
        let retentionUntil = body.code("retentionUntil") { CalendarDate($0) }
        var content = RecordContent(
            recordClass: recordClass ?? .stolen, firearm: firearm ?? Firearm(), eventDate: eventDate,
            eventDateEnd: eventDateEnd, place: place, circumstances: circumstances,
            nationalReference: nationalReference,
            purpose: purpose ?? .identifyObjects, handling: handling ?? .officialUseOnly,
            hiddenFrom: hiddenFrom.isEmpty ? nil : hiddenFrom, retentionUntil: retentionUntil
        )
        for number in stated { content.keepAside(number.remainder) }
        return content
    }

    private static func firearm(_ body: inout JSONBody, _ stated: inout [StatedNumbers]) -> Firearm? {
        stated = body.objects("numbers") { numbers(&$0) }
        return Firearm(
            type: body.code("type") { FirearmType($0) },
            action: body.code("action") { FirearmAction($0) },
            make: body.string("make"),
            model: body.string("model"),
            calibre: body.string("calibre"),
            countryOfManufacture: body.code("countryOfManufacture") { Country($0) },
            countryOfImport: body.code("countryOfImport") { Country($0) },
            importer: body.string("importer"),
            importYear: body.integer("importYear"),
            yearMade: body.integer("yearMade"),
            barrelLengthMillimetres: body.number("barrelLengthMillimetres"),
            finish: body.string("finish"),
            conversion: body.code("conversion") { Conversion($0) },
            marks: body.objects("marks") { Self.mark(&$0) },
            numbers: stated.flatMap(\.numbers)
        )
    }

    /// The numbers that one object states: several where its text holds several and no state is given.
    static func numbers(_ body: inout JSONBody) -> StatedNumbers? {
        let part = body.code("part") { NumberPart($0) } ?? .frame
        let state = body.code("state") { NumberState($0) }
        let text = body.string("text") ?? ""
        let isNeeded = state != .removed && state != NumberState.none
        if text.isEmpty, isNeeded, !body.failures.contains(where: { $0.field.hasSuffix(".text") }) {
            body.note("text", "required")
        }
        if text.unicodeScalars.count > DescriptionInput.longestNumber {
            body.note("text", "too-long", text, arguments: ["maximum": "\(DescriptionInput.longestNumber)"])
        }
        return body.failures.isEmpty ? StatedNumbers(text, part: part, state: state) : nil
    }

    private static func mark(_ body: inout JSONBody) -> FirearmMark? {
        let kind = body.requiredCode("kind") { MarkKind($0) }
        let text = body.requiredString("text")
        let place = body.string("place")
        return kind.map { FirearmMark(kind: $0, text: text, place: place) }
    }
}

extension RecordContent {
    /// Adds words that stood beside a number to the circumstances, unless they say so already.
    mutating func keepAside(_ words: String) {
        let known = circumstances ?? ""
        guard !words.isEmpty, !known.contains(words) else { return }
        circumstances = known.isEmpty ? words : "\(known)\n\(words)"
    }
}
