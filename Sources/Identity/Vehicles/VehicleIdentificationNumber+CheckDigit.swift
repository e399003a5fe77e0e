extension VehicleIdentificationNumber {
    /// What the ninth character says (49 CFR 565.15(c); China: GB 16735).
    static func verdict(_ number: [UInt8]) -> CheckDigit {
        if checkCharacter(number) == number[8] { return .right }
        // North America and China demand it; elsewhere makers use the place as they like.
        return (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(number[0]) || number[0] == UInt8(ascii: "L")
            ? .wrong : .notUsed
    }

    /// The check character of seventeen characters: a weighted sum modulo 11, X for 10.
    static func checkCharacter(_ number: [UInt8]) -> UInt8? {
        var sum = 0
        for (byte, weight) in zip(number, weights) {
            guard let value = value(byte) else { return nil }
            sum += value * weight
        }
        let rest = sum % 11
        return rest == 10 ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(rest)
    }

    /// The numbers in which one confusable character makes the check digit right.
    static func likelyReadings(_ number: [UInt8]) -> [String] {
        var found: [String] = []
        var candidate = number
        for place in number.indices {
            for other in VehicleText.confusable(number[place]) where value(other) != nil {
                candidate[place] = other
                if checkCharacter(candidate) == candidate[8] {
                    found.append(String(decoding: candidate, as: UTF8.self))
                }
            }
            candidate[place] = number[place]
        }
        return found
    }

    /// The model years of the tenth character, which comes again every thirty years since 1980 (49 CFR 565.15(d)).
    static func modelYears(_ byte: UInt8) -> [Int] {
        guard let place = Array("ABCDEFGHJKLMNPRSTVWXY123456789".utf8).firstIndex(of: byte) else { return [] }
        return [2010 + place, 1980 + place]
    }

    private static let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

    private static func value(_ byte: UInt8) -> Int? {
        if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { return Int(byte - UInt8(ascii: "0")) }
        guard let place = Array("ABCDEFGHJKLMNPRSTUVWXYZ".utf8).firstIndex(of: byte) else { return nil }
        return values[place]
    }

    private static let values = [1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9]
}
