/// Month names in English, Spanish and Portuguese, lower case and without accents.
enum MonthNames {
    private static let full: [[String]] = [
        ["january", "enero", "janeiro"], ["february", "febrero", "fevereiro"], ["march", "marzo", "marco"],
        ["april", "abril", "abril"], ["may", "mayo", "maio"], ["june", "junio", "junho"], ["july", "julio", "julho"],
        ["august", "agosto", "agosto"], ["september", "septiembre", "setembro"], ["october", "octubre", "outubro"],
        ["november", "noviembre", "novembro"], ["december", "diciembre", "dezembro"],
    ]

    private static let abbreviated: [(name: String, month: Int)] = [
        ("sept", 9), ("set", 9), ("setiembre", 9),
    ]

    private static let numbers: [String: Int] = {
        var numbers: [String: Int] = [:]
        for (index, names) in full.enumerated() {
            for name in names {
                numbers[name] = index + 1
                numbers[String(name.prefix(3))] = index + 1
            }
        }
        for entry in abbreviated { numbers[entry.name] = entry.month }
        return numbers
    }()

    /// The month, 1 to 12, of a full name or its usual abbreviation, in any case and with or without accents.
    static func month(_ name: some StringProtocol) -> Int? {
        numbers[name.lowercased().replacing("ç", with: "c")]
    }
}
