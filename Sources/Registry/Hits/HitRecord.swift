/// What a hit names: a record of any kind, or a notice.
public enum HitRecord: Sendable, Hashable {
    case firearm(RecordSummary)
    case document(DocumentRecord)
    case vehicle(VehicleRecord)
    case notice(NoticeBrief)

    /// The kinds. The codes stand in the database and never change.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case firearm, document, vehicle, notice
    }

    /// What kind it is.
    public var kind: Kind {
        switch self {
        case .firearm: .firearm
        case .document: .document
        case .vehicle: .vehicle
        case .notice: .notice
        }
    }

    /// The number people use.
    public var number: String {
        switch self {
        case .firearm(let record): record.number
        case .document(let record): record.number
        case .vehicle(let record): record.number
        case .notice(let notice): notice.number
        }
    }

    /// The number as it stands in paths.
    public var pathNumber: String {
        if case .notice(let notice) = self { return notice.pathNumber }
        return number
    }

    /// Code of the bureau that owns it.
    public var bureau: String {
        switch self {
        case .firearm(let record): record.bureau
        case .document(let record): record.bureau
        case .vehicle(let record): record.bureau
        case .notice(let notice): notice.bureau
        }
    }

    /// Row number in the table of its kind.
    var sequence: Int64 {
        switch self {
        case .firearm(let record): record.sequence
        case .document(let record): record.sequence
        case .vehicle(let record): record.sequence
        case .notice(let notice): notice.sequence
        }
    }

    /// The firearm; nil for other kinds.
    public var firearm: RecordSummary? {
        if case .firearm(let record) = self { return record }
        return nil
    }
}
