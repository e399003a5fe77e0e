/// What an import needs to know of a kind without its type.
extension ObjectKind {
    /// The field of each heading of a file of such objects; nil for a heading that names none.
    public func importFields(of headings: [String]) -> [String?] {
        switch self {
        case .document: ObjectImport<TravelDocument>.fields(of: headings)
        case .vehicle: ObjectImport<Vehicle>.fields(of: headings)
        }
    }

    /// The codes of the reasons for which such objects are on record.
    public var classes: [String] {
        switch self {
        case .document: TravelDocument.Class.allCases.map(\.rawValue)
        case .vehicle: Vehicle.Class.allCases.map(\.rawValue)
        }
    }

    /// Whether a file with the headings says anything of such objects.
    func isNamed(by headings: [String]) -> Bool {
        let fields = importFields(of: headings)
        return switch self {
        case .document: ObjectImport<TravelDocument>.nameObjects(fields)
        case .vehicle: ObjectImport<Vehicle>.nameObjects(fields)
        }
    }
}
