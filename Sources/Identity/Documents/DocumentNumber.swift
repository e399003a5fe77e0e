/// The number of a travel document as it is searched: letters and digits in the form that the document's issuer chose.
public struct DocumentNumber: Hashable, Sendable {
    /// The number in capital letters and digits, without separators.
    public let text: String

    /// Fewer letters and digits name no document.
    public static let shortest = 4
    /// More letters and digits name no document; the longest numbers of Doc 9303 have 24.
    public static let longest = 30

    /// The number with characters that are taken for each other made the same, for searching.
    public var folded: String { Self.folded(text.utf8) }

    /// Reads a number; nil where it has fewer or more letters and digits than any document.
    public init?(_ raw: String) {
        let bytes = VehicleText.normalised(raw)
        guard (Self.shortest...Self.longest).contains(bytes.count) else { return nil }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// The blocks of numbers in which this one lies, folded, the smallest first: `AB123???`, `AB12????`. A range of
    /// numbers is found by its blocks (see ``DocumentNumberRange``).
    public var blocks: [String] {
        let bytes = Array(text.utf8)
        let digits = bytes.reversed().prefix { Self.isDigit($0) }.count
        let most = min(digits, DocumentNumberRange.mostVaryingDigits)
        guard most > 0 else { return [] }
        return (1...most).map { Self.block(bytes.dropLast($0), varying: $0) }
    }

    static func block(_ beginning: some Sequence<UInt8>, varying count: Int) -> String {
        folded(beginning) + String(repeating: "?", count: count)
    }

    static func folded(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: bytes.map(VehicleText.folded), as: UTF8.self)
    }

    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
