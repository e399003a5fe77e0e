/// What a bare number usually means as a calibre, by kind of firearm, from the resource `calibre_meanings.csv`.
///
/// `32` is a pistol cartridge on a pistol, another one on a revolver, and a bore on a shotgun.
struct CalibreMeanings: Sendable {
    private let codes: [String: [String: [String]]]

    /// The project's own list.
    static let standard: CalibreMeanings = ResourceText.orStop { () throws(ReferenceTableError) in
        try CalibreMeanings(ResourceText.load("calibre_meanings"))
    }

    /// Reads a list with the columns written, type (empty for any), codes; throws ``ReferenceTableError``.
    init(_ text: ResourceText) throws(ReferenceTableError) {
        var codes: [String: [String: [String]]] = [:]
        for row in try text.rows(columns: 3) {
            if !row.fields[1].isEmpty, FirearmType(row.fields[1]) == nil {
                throw text.error(.unknownCode, line: row.line, "\"\(row.fields[1])\" is not a type of firearm")
            }
            let listed = row.fields[2].split(separator: "|").map(String.init)
            if codes[row.fields[0], default: [:]].updateValue(listed, forKey: row.fields[1]) != nil {
                throw text.error(.duplicate, line: row.line, "\"\(row.fields[0])\" stands twice for this type")
            }
        }
        self.codes = codes
    }

    /// The codes that this number may mean, likeliest first, on any firearm.
    func usual(_ number: String) -> [String]? { codes[number]?[""] }

    /// The same where the number was written with a decimal comma, and that makes a difference.
    ///
    /// The countries of America that write one (Brazil, Argentina, Colombia, Venezuela, Chile) armed themselves with
    /// rifles of 7.62x51 mm; where the point is written, 7.62 is that of the Kalashnikov.
    func usualWithComma(_ number: String) -> [String]? { codes[number.replacing(".", with: ",")]?[""] }

    /// The same on this type of firearm, where that makes a difference.
    func usual(_ number: String, on type: FirearmType) -> [String]? { codes[number]?[type.rawValue] }

    /// Every code of the list, for finding those that a table does not have.
    var allCodes: Set<String> { Set(codes.values.flatMap(\.values).joined()) }
}
