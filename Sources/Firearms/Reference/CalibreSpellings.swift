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
        for key in keys { index.addIfFree(key, place: place, isUsualMeaning: isUsual) }
    }
}
