/// Puts right what a reader of machine-readable zones typically gets wrong.
///
/// First each character that its field cannot hold, then, where a check digit is still wrong, single confusions (two in a
/// document number) that make it and the composite right. A repair that the check digits do not single out is not made.
struct ZoneRepairer {
    /// More are not tried; a zone that needs more is to be read again.
    private static let mostCandidates = 200

    let layout: ZoneLayout
    let format: ZoneFormat
    private(set) var zone: [UInt8]
    private(set) var repairs: [ZoneRepair] = []
    /// Zones that satisfy all check digits equally well.
    private(set) var alternatives: [[UInt8]] = []

    init(_ text: ZoneText, _ layout: ZoneLayout) {
        self.layout = layout
        format = text.format
        zone = text.zone
        for line in text.resized {
            let place = line * format.lineLength
            repairs.append(repair(field(at: place), place, "", "<", .fillers, isProven: false))
        }
        repairFillers()
        repairTypes()
        repairByCheckDigits()
        let checks = ZoneChecks(zone: zone, layout: layout)
        let right = checks.verdicts.filter(\.isRight).map(\.field)
        let isWhole = checks.isCompositeRight ?? false
        for place in repairs.indices where repairs[place].reason == .fieldType {
            let field = repairs[place].field
            repairs[place].isProven =
                right.contains(field)
                || (isWhole && field != .names && field != .issuer
                    && field != .nationality && field != .documentCode && field != .sex)
        }
    }

    private func field(at place: Int) -> ZoneField {
        layout.slots.first { $0.place.contains(place) || $0.check == place }?.field ?? .composite
    }

    private func repair(
        _ field: ZoneField, _ place: Int, _ read: String, _ takenFor: String, _ reason: ZoneRepair.Reason,
        isProven: Bool
    ) -> ZoneRepair {
        ZoneRepair(
            field: field, line: place / format.lineLength + 1, column: place % format.lineLength + 1, read: read,
            takenFor: takenFor, reason: reason, isProven: isProven
        )
    }

    private mutating func replace(_ place: Int, _ byte: UInt8, _ field: ZoneField, _ reason: ZoneRepair.Reason) {
        let read = String(decoding: [zone[place]], as: UTF8.self)
        let other = String(decoding: [byte], as: UTF8.self)
        repairs.append(repair(field, place, read, other, reason, isProven: reason == .checkDigit))
        zone[place] = byte
    }

    /// Behind the second pair of fillers of the names only fillers may follow; K, C and their like there are misread.
    private mutating func repairFillers() {
        guard let names = layout.slots(.names).first, layout.slots(.names).count == 1 else { return }
        let like = Array("KCLSEX".utf8)
        var pairs = 0
        var place = names.place.lowerBound
        while place + 1 < names.place.upperBound, pairs < 2 {
            if zone[place] == ZoneText.filler, zone[place + 1] == ZoneText.filler {
                pairs += 1
                place += 1
            }
            place += 1
        }
        let rest = place..<names.place.upperBound
        guard pairs == 2, zone[rest].allSatisfy({ $0 == ZoneText.filler || like.contains($0) }) else { return }
        for place in rest where zone[place] != ZoneText.filler { replace(place, ZoneText.filler, .names, .fillers) }
    }

    private mutating func repairTypes() {
        for slot in layout.slots {
            for place in slot.place {
                switch slot.field.content {
                case .digits:
                    if let digit = ZoneConfusion.digit(zone[place]) { replace(place, digit, slot.field, .fieldType) }
                case .letters where slot.field == .names && layout.namesHoldDigits: break
                case .letters:
                    if let letter = ZoneConfusion.letter(zone[place]) { replace(place, letter, slot.field, .fieldType) }
                case .mixed: break
                }
            }
            if let check = slot.check, let digit = ZoneConfusion.digit(zone[check]) {
                replace(check, digit, slot.field, .fieldType)
            }
        }
        if let check = layout.compositeCheck, let digit = ZoneConfusion.digit(zone[check]) {
            replace(check, digit, .composite, .fieldType)
        }
    }

    private mutating func repairByCheckDigits() {
        let checks = ZoneChecks(zone: zone, layout: layout)
        let wrong = layout.slots.filter { $0.check != nil && !checks.isRight($0) }
        if wrong.isEmpty {
            if checks.isCompositeRight == false { repairComposite() }
            return
        }
        var zones = [zone]
        for slot in wrong {
            zones = zones.flatMap { Self.candidates($0, slot, layout) }
            if zones.count > Self.mostCandidates { return }
        }
        if layout.compositeCheck != nil {
            zones = zones.filter { ZoneChecks(zone: $0, layout: layout).isCompositeRight == true }
        }
        guard let chosen = zones.count == 1 ? zones.first : likeliest(of: zones) else {
            alternatives = zones
            return
        }
        alternatives = zones.filter { $0 != chosen }
        for slot in wrong {
            for place in Array(slot.place) + [slot.check].compactMap({ $0 }) where zone[place] != chosen[place] {
                replace(place, chosen[place], slot.field, .checkDigit)
                repairs[repairs.count - 1].isProven = alternatives.isEmpty
            }
        }
    }

    /// Among zones that satisfy the check digits the one whose document number changes least often between letters and
    /// digits, reached by common confusions alone; nil when there are two such. Issuers number in runs: `D23I45890` is
    /// likelier a `D23145890`.
    private func likeliest(of zones: [[UInt8]]) -> [UInt8]? {
        guard let slot = layout.slot(.documentNumber) else { return nil }
        let ranked = zones.filter { other in
            zone.indices.allSatisfy { other[$0] == zone[$0] || ZoneConfusion.isCommon(other[$0], zone[$0]) }
        }.map { (zone: $0, changes: Self.changes($0[slot.place])) }
        guard let least = ranked.map(\.changes).min() else { return nil }
        let best = ranked.filter { $0.changes == least }
        return best.count == 1 ? best.first?.zone : nil
    }

    private static func changes(_ number: ArraySlice<UInt8>) -> Int {
        let kinds = number.filter { $0 != ZoneText.filler }.map { $0 < UInt8(ascii: "A") }
        return zip(kinds, kinds.dropFirst()).filter { $0 != $1 }.count
    }

    /// All fields are right and the composite is not: its own character was misread.
    private mutating func repairComposite() {
        guard let place = layout.compositeCheck,
            let digit = CheckDigit.digit(layout.composite.flatMap { zone[$0] })
        else { return }
        let byte = UInt8(ascii: "0") + UInt8(digit)
        if ZoneConfusion.otherDigits(zone[place]).contains(byte) { replace(place, byte, .composite, .checkDigit) }
    }

    /// The zones in which a field's check digit is right after one confusion, or after two in a document number that one
    /// does not mend.
    private static func candidates(_ zone: [UInt8], _ slot: ZoneLayout.Slot, _ layout: ZoneLayout) -> [[UInt8]] {
        var places = Array(slot.place)
        if let check = slot.check { places.append(check) }
        func others(_ place: Int) -> [UInt8] {
            slot.field.content == .digits || place == slot.check
                ? ZoneConfusion.otherDigits(zone[place]) : ZoneConfusion.others(zone[place])
        }
        func isRight(_ candidate: [UInt8]) -> Bool {
            guard ZoneChecks(zone: candidate, layout: layout).isRight(slot) else { return false }
            return slot.field.content != .digits || ZoneDate(candidate[slot.place]) != nil
        }
        var found: [[UInt8]] = []
        var candidate = zone
        for place in places {
            for other in others(place) {
                candidate[place] = other
                if isRight(candidate), !found.contains(candidate) { found.append(candidate) }
            }
            candidate[place] = zone[place]
        }
        guard found.isEmpty, slot.field == .documentNumber else { return found }
        for (index, first) in places.enumerated() {
            for one in others(first) {
                candidate[first] = one
                for second in places[(index + 1)...] {
                    for two in others(second) {
                        candidate[second] = two
                        if isRight(candidate), !found.contains(candidate) { found.append(candidate) }
                    }
                    candidate[second] = zone[second]
                }
            }
            candidate[first] = zone[first]
        }
        return found
    }
}
