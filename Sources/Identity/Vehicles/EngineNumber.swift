/// The number of a vehicle's engine: letters and digits in no agreed form.
public struct EngineNumber: Hashable, Sendable, Codable {
    /// The number in capital letters and digits, without separators.
    public let text: String

    /// The number with characters that are taken for each other made the same, for searching.
    public var folded: String { String(decoding: text.utf8.map(VehicleText.folded), as: UTF8.self) }

    /// Reads a number; nil when fewer than four letters or digits stand in it, which name no engine.
    public init?(_ raw: String) {
        let bytes = VehicleText.normalised(raw)
        guard bytes.count >= 4 else { return nil }
        text = String(decoding: bytes, as: UTF8.self)
    }
}
