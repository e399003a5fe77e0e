extension MachineReadableZone {
    /// Reads a zone from its lines, or from one line that holds them all.
    ///
    /// White space, small letters and other signs for the filler are accepted; text above the zone is passed over. A
    /// zone whose check digits are wrong is read all the same: ``checks`` tell.
    ///
    /// - Parameter raw: the text, at most 1,000 bytes.
    /// - Throws: ``ZoneError`` where the text has the shape of no zone.
    public init(_ raw: String) throws(ZoneError) {
        let text = try ZoneText(raw)
        let standard = ZoneLayout.standard(text.format)
        let asRead = ZoneChecks(zone: text.zone, layout: standard).verdicts
        let national = Self.national(text, asRead: asRead)
        let layout = national?.layout(text.zone) ?? standard
        let repaired = ZoneRepairer(text, layout)
        let zone = repaired.zone
        func bytes(_ field: ZoneField) -> [UInt8]? { layout.slot(field).map { Array(zone[$0.place]) } }
        func word(_ field: ZoneField) -> String { Self.withoutFillers(bytes(field) ?? []) }

        format = text.format
        nationalLayout = national
        documentCode = word(.documentCode)
        issuer = word(.issuer)
        nationality = national == .frenchIdentityCard ? word(.issuer) : word(.nationality)
        birthDate = bytes(.birthDate).flatMap { ZoneDate($0) }
        expiryDate = bytes(.expiryDate).flatMap { ZoneDate($0) }
        sex = bytes(.sex)?.first.flatMap(Self.sex)
        names = Self.names(zone, layout)
        nativeNames = layout.namesHoldDigits ? names.cyrillic : nil
        let number = Self.number(zone, layout)
        documentNumber = number
        optionalData = Self.optional(zone, layout)
        repairs = repaired.repairs
        var others: [String] = []
        for other in repaired.alternatives.map({ Self.number($0, layout) })
        where other != number && !others.contains(other) { others.append(other) }
        otherNumbers = others
        checks = Self.checks(asRead, ZoneChecks(zone: zone, layout: layout).verdicts)
        lines = stride(from: 0, to: zone.count, by: text.format.lineLength).map {
            String(decoding: zone[$0..<$0 + text.format.lineLength], as: UTF8.self)
        }
    }

    /// A country's layout is taken where the zone shows its sign and fits it no worse than that of Doc 9303.
    private static func national(
        _ text: ZoneText, asRead: [(field: ZoneField, isRight: Bool)]
    ) -> NationalLayout? {
        guard let layout = NationalLayout(text.zone, text.format) else { return nil }
        guard layout == .frenchIdentityCard else { return layout }
        let right = ZoneChecks(zone: text.zone, layout: layout.layout(text.zone)).verdicts.filter(\.isRight).count
        return right >= asRead.filter(\.isRight).count || asRead.contains { !$0.isRight } ? layout : nil
    }

    private static func checks(
        _ asRead: [(field: ZoneField, isRight: Bool)], _ after: [(field: ZoneField, isRight: Bool)]
    ) -> [Check] {
        ZoneField.allCases.compactMap { field in
            let first = asRead.first { $0.field == field }?.isRight
            let last = after.first { $0.field == field }?.isRight
            guard let known = first ?? last else { return nil }
            // A field that the country's layout does not check says nothing against the document.
            return Check(field: field, isRightAsRead: first ?? known, isRight: last ?? true)
        }
    }

    private static func number(_ zone: [UInt8], _ layout: ZoneLayout) -> String {
        guard let slot = layout.slot(.documentNumber) else { return "" }
        if let long = ZoneChecks(zone: zone, layout: layout).longNumber(slot) { return withoutFillers(long.number) }
        return withoutFillers(Array(zone[slot.place]))
    }

    private static func optional(_ zone: [UInt8], _ layout: ZoneLayout) -> [String] {
        let long = layout.slot(.documentNumber).flatMap { ZoneChecks(zone: zone, layout: layout).longNumber($0) }
        return layout.slots(.optionalData).map { slot in
            let start = long.map { slot.place.contains($0.rest.lowerBound) ? $0.rest.upperBound : nil } ?? nil
            return trimmed(Array(zone[(start ?? slot.place.lowerBound)..<slot.place.upperBound]))
        }.filter { !$0.isEmpty }
    }

    private static func names(_ zone: [UInt8], _ layout: ZoneLayout) -> ZoneNames {
        let fields = layout.slots(.names).map { Array(zone[$0.place]) }
        return fields.count == 2 ? ZoneNames(primary: fields[0], secondary: fields[1]) : ZoneNames(fields.first ?? [])
    }

    private static func sex(_ byte: UInt8) -> Sex? {
        switch byte {
        case UInt8(ascii: "F"): .female
        case UInt8(ascii: "M"): .male
        case UInt8(ascii: "X"), ZoneText.filler: .unspecified
        default: nil
        }
    }

    private static func withoutFillers(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.filter { $0 != ZoneText.filler }, as: UTF8.self)
    }

    /// Without the fillers at the ends; those inside separate parts.
    private static func trimmed(_ bytes: [UInt8]) -> String {
        guard let first = bytes.firstIndex(where: { $0 != ZoneText.filler }),
            let last = bytes.lastIndex(where: { $0 != ZoneText.filler })
        else { return "" }
        return String(
            decoding: bytes[first...last].map { $0 == ZoneText.filler ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }
}
