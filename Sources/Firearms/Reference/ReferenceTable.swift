/// The makes and calibres the project knows, and what people write for them.
///
/// Built once and only read afterwards. A bureau's own table is another value of this type.
public struct ReferenceTable: Sendable {
    /// The makes, in the order of the file.
    public let makes: [Make]
    /// The calibres, in the order of the file.
    public let calibres: [Calibre]

    let makeIndex: AliasIndex
    let calibreIndex: AliasIndex
    private let makePlaces: [String: Int]
    private let calibrePlaces: [String: Int]

    /// The table that comes with the program.
    public static let standard: ReferenceTable = ResourceText.orStop { () throws(ReferenceTableError) in
        try ReferenceTable(makes: ResourceText.load("makes"), calibres: ResourceText.load("calibres"))
    }

    /// Reads a table from two CSV files in UTF-8.
    /// - Parameters:
    ///   - makes: columns code, name, country, aliases (separated by `|`; `~` before one that can mean other things).
    ///   - calibres: columns code, name, aliases (as above), compatible (codes separated by `|`).
    /// - Throws: ``ReferenceTableError`` for a malformed row, an unknown code, or an alias that stands for two things.
    public init(makes: some Sequence<UInt8>, calibres: some Sequence<UInt8>) throws(ReferenceTableError) {
        try self.init(
            makes: ResourceText(file: "makes.csv", bytes: makes),
            calibres: ResourceText(file: "calibres.csv", bytes: calibres)
        )
    }

    init(makes: ResourceText, calibres: ResourceText) throws(ReferenceTableError) {
        (self.makes, makePlaces, makeIndex) = try Self.readMakes(makes)
        (self.calibres, calibrePlaces, calibreIndex) = try Self.readCalibres(calibres)
    }

    /// The make with this code.
    public func make(code: String) -> Make? { makePlaces[code].map { makes[$0] } }

    /// The calibre with this code.
    public func calibre(code: String) -> Calibre? { calibrePlaces[code].map { calibres[$0] } }
}
