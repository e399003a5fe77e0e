/// Further keys under which an alias of a calibre is found.
enum CalibreSpellings {
    /// Adds them where no alias proper has the key.
    static func add(_ alias: String, place: Int, to index: inout AliasIndex) {
        let isUsual = alias.hasPrefix("~")
        let atoms = CalibreText(isUsual ? String(alias.dropFirst()) : alias).atoms
        let key = atoms.map(\.text).joined()
        var keys = [key, key.filter { $0 != "." }]
        if atoms.count == 2, atoms[0].isNumber, atoms[1].text == "GAUGE" { keys.append("GAUGE" + atoms[0].text) }
        if atoms.count >= 2, atoms[0].isNumber, !atoms[1].isNumber, atoms[1].text != "X", atoms[1].text.utf8.count > 3 {
            // LUGER 9MM: the number last.
            keys.append(atoms.dropFirst().map(\.text).joined() + atoms[0].text)
        }
        if atoms.count >= 3, atoms[0].isNumber, atoms[1].text == "X", atoms[2].isNumber {
            // 9-19, 9.19, 7.62.39: something else where the × should be.
            let rest = atoms.dropFirst(2).map(\.text).joined()
            keys += [atoms[0].text + rest, atoms[0].text + "." + rest]
        }
        keys += withUnits(TextKey.calibre(alias))
        for key in keys { index.addIfFree(key, place: place, isUsualMeaning: isUsual) }
    }

    /// The key with millimetres where the alias leaves them out: 9.3X62MM, 6.5MMREMMAG.
    private static func withUnits(_ key: String) -> [String] {
        let isNumber: (UInt8) -> Bool = { $0.isDigit || $0 == UInt8(ascii: ".") }
        let first = key.utf8.prefix(while: isNumber)
        let rest = key.utf8.dropFirst(first.count)
        guard !first.isEmpty, let next = rest.first, next != UInt8(ascii: "M"), let width = String(first) else {
            return []
        }
        if next != UInt8(ascii: "X") {
            return width.contains(".") ? [width + "MM" + String(decoding: rest, as: UTF8.self)] : []
        }
        let second = rest.dropFirst().prefix(while: isNumber)
        let last = rest.dropFirst(1 + second.count)
        guard !second.isEmpty, last.first != UInt8(ascii: "M") else { return [] }
        let length = "X" + String(decoding: second, as: UTF8.self) + "MM" + String(decoding: last, as: UTF8.self)
        return [width + length, width + "MM" + length]
    }
}
