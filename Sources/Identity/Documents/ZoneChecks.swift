/// The check digits of a zone under a layout.
struct ZoneChecks {
    let zone: [UInt8]
    let layout: ZoneLayout

    /// Whether each check digit of the layout is right, in the order of its fields.
    var verdicts: [(field: ZoneField, isRight: Bool)] {
        var all: [(ZoneField, Bool)] = []
        for slot in layout.slots where slot.check != nil { all.append((slot.field, isRight(slot))) }
        if let composite = isCompositeRight { all.append((.composite, composite)) }
        return all
    }

    func isRight(_ slot: ZoneLayout.Slot) -> Bool {
        guard let check = slot.check else { return true }
        if slot.field == .documentNumber, let long = longNumber(slot) { return long.isRight }
        if slot.mayLackCheck, zone[check] == ZoneText.filler {
            return zone[slot.place].allSatisfy { $0 == ZoneText.filler }
        }
        return matches(zone[slot.place], zone[check])
    }

    var isCompositeRight: Bool? {
        guard let check = layout.compositeCheck else { return nil }
        return matches(layout.composite.flatMap { zone[$0] }, zone[check])
    }

    /// A number of more than nine characters: a filler stands in place of its check digit, and the rest with the check
    /// digit at the start of the optional data (part 5, section 4.2.2.1, note j).
    func longNumber(_ slot: ZoneLayout.Slot) -> (number: [UInt8], rest: Range<Int>, isRight: Bool)? {
        // Visas and passports have no long numbers: they lack the composite or check their optional data by itself.
        guard layout.compositeCheck != nil, let check = slot.check, zone[check] == ZoneText.filler,
            let optional = layout.slots(.optionalData).first(where: { $0.place.lowerBound == check + 1 })
                ?? layout.slots(.optionalData).first(where: { $0.check == nil }),
            zone[optional.place.lowerBound] != ZoneText.filler
        else { return nil }
        let end = zone[optional.place].firstIndex(of: ZoneText.filler) ?? optional.place.upperBound
        guard end - optional.place.lowerBound >= 2 else { return nil }
        let rest = optional.place.lowerBound..<end
        let number = Array(zone[slot.place]) + zone[rest].dropLast()
        return (number, rest, matches(number, zone[end - 1]))
    }

    private func matches(_ bytes: some Sequence<UInt8>, _ check: UInt8) -> Bool {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(check), let digit = CheckDigit.digit(bytes) else {
            return false
        }
        return digit == Int(check - UInt8(ascii: "0"))
    }
}
