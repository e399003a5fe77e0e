/// The formats of machine-readable zones in ICAO Doc 9303.
public enum ZoneFormat: String, Hashable, Sendable, Codable, CaseIterable {
    /// Cards of the size of a bank card: three lines of 30 (part 5).
    case td1 = "TD1"
    /// Larger cards: two lines of 36 (part 6).
    case td2 = "TD2"
    /// Passports: two lines of 44 (part 4).
    case td3 = "TD3"
    /// Visas of the size of a passport's page: two lines of 44 (part 7).
    case visaA = "MRV-A"
    /// Smaller visas: two lines of 36 (part 7).
    case visaB = "MRV-B"

    /// How many lines it has.
    public var lineCount: Int { self == .td1 ? 3 : 2 }

    /// How many characters each line has.
    public var lineLength: Int {
        switch self {
        case .td1: 30
        case .td2, .visaB: 36
        case .td3, .visaA: 44
        }
    }

    /// Whether it is a visa.
    public var isVisa: Bool { self == .visaA || self == .visaB }
}
