/// A vehicle identification number (ISO 3779): seventeen characters, without the letters I, O and Q.
public struct VehicleIdentificationNumber: Hashable, Sendable, Codable {
    /// What the ninth character says about the others.
    public enum CheckDigit: String, Hashable, Sendable, Codable {
        /// It is the check digit of the others.
        case right
        /// The maker's region demands a check digit (United States, Canada, China) and it is wrong.
        case wrong
        /// Wrong, but the maker's region demands none: says nothing.
        case notUsed = "not-used"
    }

    /// Why a text is no whole number; the search goes on with what there is.
    public enum Problem: String, Hashable, Sendable, Codable {
        /// Fewer or more than seventeen characters. Vehicles before 1981 have shorter numbers.
        case length
        /// The check digit that the maker's region demands is wrong.
        case checkDigit = "check-digit"
    }

    /// The number in capital letters without separators, I, O and Q replaced.
    public let text: String
    /// Characters that no number holds and what they were taken for.
    public let repairs: [VehicleRepair]
    /// What the check digit says; nil for a text of another length.
    public let checkDigit: CheckDigit?
    /// What speaks against the number.
    public let problems: [Problem]
    /// Numbers one confusion away whose check digit is right, where this one's is wrong though it must not be.
    public let likelyReadings: [String]
    /// The two-letter code of the maker's country by the first two characters (ISO 3780); nil where not known.
    public let country: String?
    /// The model years that the tenth character may mean, the later one first; empty where it means none.
    public let modelYears: [Int]

    /// The number with characters that are taken for each other made the same, for searching.
    public var folded: String { String(decoding: text.utf8.map(VehicleText.folded), as: UTF8.self) }

    /// Reads a number as somebody wrote it; nil when it holds no letter and no digit.
    public init?(_ raw: String) {
        var bytes = VehicleText.normalised(raw)
        guard !bytes.isEmpty else { return nil }
        var repairs: [VehicleRepair] = []
        for (place, byte) in bytes.enumerated() {
            guard let other = Self.replacement(byte) else { continue }
            repairs.append(VehicleRepair(place + 1, byte, other))
            bytes[place] = other
        }
        self.repairs = repairs
        text = String(decoding: bytes, as: UTF8.self)
        let isWhole = bytes.count == 17
        let verdict = isWhole ? Self.verdict(bytes) : nil
        checkDigit = verdict
        problems = (isWhole ? [] : [.length]) + (verdict == .wrong ? [.checkDigit] : [])
        likelyReadings = verdict == .wrong ? Self.likelyReadings(bytes) : []
        country = bytes.count >= 2 ? MakerCountry.code(bytes[0], bytes[1]) : nil
        modelYears = isWhole ? Self.modelYears(bytes[9]) : []
    }

    /// The characters that the standard leaves out because they are taken for digits.
    private static func replacement(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "I"): UInt8(ascii: "1")
        case UInt8(ascii: "O"), UInt8(ascii: "Q"): UInt8(ascii: "0")
        default: nil
        }
    }
}
