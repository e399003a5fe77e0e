/// A country or territory of ISO 3166-1, by its two-letter code.
public struct Country: Hashable, Sendable, Comparable, LosslessStringConvertible {
    /// The two-letter code in capital letters.
    public let code: String

    private init(known code: String) {
        self.code = code
    }

    /// The country with this two-letter code in either case, or nil when ISO 3166-1 has no such code.
    public init?(_ raw: String) {
        var bytes = raw.utf8.makeIterator()
        guard let first = bytes.next(), let second = bytes.next(), bytes.next() == nil,
            let place = Self.place(first, second), let known = Self.byPlace[place]
        else { return nil }
        self = known
    }

    /// Every country and territory, by code.
    public static let all: [Country] = codes.split(whereSeparator: \.isWhitespace).map { Country(known: String($0)) }

    /// The code.
    public var description: String { code }

    /// By code.
    public static func < (left: Country, right: Country) -> Bool { left.code < right.code }

    /// All pairs of letters, so that checking a code is one array access.
    private static let byPlace: [Country?] = {
        var table = [Country?](repeating: nil, count: 26 * 26)
        for country in all {
            let bytes = Array(country.code.utf8)
            if let place = place(bytes[0], bytes[1]) { table[place] = country }
        }
        return table
    }()

    private static func place(_ first: UInt8, _ second: UInt8) -> Int? {
        let left = Int(first | 0x20) - 97
        let right = Int(second | 0x20) - 97
        guard (0..<26).contains(left), (0..<26).contains(right) else { return nil }
        return left * 26 + right
    }

    private static let codes = """
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
        CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
        FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
        JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
        MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
        PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
        TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
        """
}

extension Country: Codable {
    /// Decodes the two-letter code; throws `DecodingError.dataCorrupted` when it is not in ISO 3166-1.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let raw = try container.decode(String.self)
        guard let country = Country(raw) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "\"\(raw.prefix(20))\" is no country code of ISO 3166-1; use two letters, as in BR."
            )
        }
        self = country
    }

    /// Encodes the two-letter code.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}
