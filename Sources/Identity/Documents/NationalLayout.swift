/// A document of one country whose machine-readable zone departs from ICAO Doc 9303.
public enum NationalLayout: String, Hashable, Sendable, Codable, CaseIterable {
    /// The French identity card issued until 2021: two lines of 36, the names on both, twelve characters of number
    /// (arrêté du 1er août 1987).
    case frenchIdentityCard = "french-identity-card"
    /// The Russian internal passport: letters without a Latin counterpart are coded as digits, no expiry date, the last
    /// digit of the series in the optional data (order 605 of the Ministry of the Interior, 2017).
    case russianInternalPassport = "russian-internal-passport"
    /// The Swiss driving licence: two lines of 30 without check digits below one of nine.
    case swissDrivingLicence = "swiss-driving-licence"

    /// The layout that a zone shows by its first characters; nil for one of Doc 9303.
    init?(_ zone: [UInt8], _ format: ZoneFormat) {
        func starts(_ line: Int, _ text: String) -> Bool {
            zone[(line * format.lineLength)...].starts(with: text.utf8)
        }
        switch format {
        case .td2 where starts(0, "IDFRA") || starts(0, "1DFRA"): self = .frenchIdentityCard
        case .td3 where starts(0, "PNRUS"): self = .russianInternalPassport
        case .td1 where starts(0, "FACHE") || starts(1, "FACHE"): self = .swissDrivingLicence
        default: return nil
        }
    }

    func layout(_ zone: [UInt8]) -> ZoneLayout {
        switch self {
        case .frenchIdentityCard: Self.french
        case .russianInternalPassport: Self.russian
        case .swissDrivingLicence: Self.swiss(firstLine: zone.starts(with: Array("FACHE".utf8)) ? 0 : 30)
        }
    }

    private static let french = ZoneLayout(
        slots: [
            .init(field: .documentCode, place: 0..<2), .init(field: .issuer, place: 2..<5),
            .init(field: .names, place: 5..<30), .init(field: .optionalData, place: 30..<36),
            .init(field: .documentNumber, place: 36..<48, check: 48), .init(field: .names, place: 49..<63),
            .init(field: .birthDate, place: 63..<69, check: 69), .init(field: .sex, place: 70..<71),
        ],
        composite: [0..<71],
        compositeCheck: 71
    )

    private static let russian: ZoneLayout = {
        let passport = ZoneLayout.standard(.td3)
        return ZoneLayout(
            slots: passport.slots.map {
                ZoneLayout.Slot(field: $0.field, place: $0.place, check: $0.check, mayLackCheck: $0.check != nil)
            },
            composite: passport.composite,
            compositeCheck: passport.compositeCheck,
            namesHoldDigits: true
        )
    }()

    private static func swiss(firstLine start: Int) -> ZoneLayout {
        ZoneLayout(
            slots: [
                .init(field: .documentCode, place: start..<start + 2),
                .init(field: .issuer, place: start + 2..<start + 5),
                .init(field: .documentNumber, place: start + 5..<start + 17),
                .init(field: .birthDate, place: start + 19..<start + 25),
                .init(field: .names, place: start + 30..<start + 60),
            ],
            composite: [],
            compositeCheck: nil
        )
    }
}
