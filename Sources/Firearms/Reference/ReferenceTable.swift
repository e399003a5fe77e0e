/// The makes, models and calibres the project knows, and what people write for them.
///
/// Built once and only read afterwards. A bureau's own table is another value of this type.
public struct ReferenceTable: Sendable {
    /// The makes, in the order of the file.
    public let makes: [Make]
    /// The calibres, in the order of the file.
    public let calibres: [Calibre]
    /// The models, in the order of the file; none in a table read without them.
    public let models: [Model]

    /// What people decided about spellings.
    var corrections = SpellingCorrections()

    let makeIndex: AliasIndex
    let makeSpellings: MakeSpellings
    let calibreIndex: AliasIndex
    let modelIndex: ModelIndex
    private let makePlaces: [String: Int]
    private let calibrePlaces: [String: Int]

    /// The table that comes with the program.
    public static let standard: ReferenceTable = ResourceText.orStop { () throws(ReferenceTableError) in
        var problems: [ReferenceTableError] = []
        let table = try ReferenceTable(
            makes: ResourceText.load("makes"), calibres: ResourceText.load("calibres"),
            models: ResourceText.load("models"), lookAlikes: ResourceText.load("lookalikes"), problems: &problems
        )
        if let first = problems.first { throw first }
        return table
    }

    /// Reads a table from CSV files in UTF-8.
    /// - Parameters:
    ///   - makes: columns code, name, country, aliases (separated by `|`; `~` before one that can mean other things).
    ///   - calibres: columns code, name, aliases (as above), compatible (codes separated by `|`).
    ///   - models: columns make (code), name, aliases, type, action, calibres (codes separated by `|`), years
    ///     (`1975-1998`, `1975-` or empty).
    ///   - lookAlikes: columns models (`make:name` separated by `|`), difference (an English sentence).
    /// - Throws: ``ReferenceTableError`` for a malformed row, an unknown code, or a text that stands for two things.
    public init(
        makes: some Sequence<UInt8>, calibres: some Sequence<UInt8>,
        models: some Sequence<UInt8> = EmptyCollection<UInt8>(),
        lookAlikes: some Sequence<UInt8> = EmptyCollection<UInt8>()
    ) throws(ReferenceTableError) {
        var problems: [ReferenceTableError] = []
        try self.init(
            makes: ResourceText(file: "makes.csv", bytes: makes),
            calibres: ResourceText(file: "calibres.csv", bytes: calibres),
            models: ResourceText(file: "models.csv", bytes: models),
            lookAlikes: ResourceText(file: "lookalikes.csv", bytes: lookAlikes), problems: &problems
        )
        if let first = problems.first { throw first }
    }

    /// Reads what can be read and tells every problem, in the order of files and rows.
    init(
        makes: ResourceText, calibres: ResourceText, models: ResourceText, lookAlikes: ResourceText,
        problems: inout [ReferenceTableError]
    ) {
        (self.makes, makePlaces, makeIndex) = Self.readMakes(makes, &problems)
        makeSpellings = MakeSpellings(self.makes, makeIndex)
        (self.calibres, calibrePlaces, calibreIndex) = Self.readCalibres(calibres, &problems)
        let codes = (makes: makePlaces, calibres: calibrePlaces)
        var list = Self.readModels(models, makes: codes.makes, calibres: codes.calibres, &problems)
        Self.readLookAlikes(lookAlikes, &list, &problems)
        self.models = list.values
        modelIndex = list.index
    }

    /// The make with this code.
    public func make(code: String) -> Make? { makePlaces[code].map { makes[$0] } }

    /// The calibre with this code.
    public func calibre(code: String) -> Calibre? { calibrePlaces[code].map { calibres[$0] } }
}
