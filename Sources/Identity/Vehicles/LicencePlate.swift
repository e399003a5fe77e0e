/// A registration plate as somebody read it, and what it may say under the formats of countries.
public struct LicencePlate: Hashable, Sendable {
    /// What a plate says under a format.
    public struct Reading: Hashable, Sendable {
        /// The format.
        public let format: PlateFormat
        /// The plate in that format, without separators.
        public let text: String
        /// The characters that were taken for others; empty where the reading fits as it is.
        public let repairs: [VehicleRepair]
    }

    /// The plate in capital letters and digits, without separators.
    public let text: String
    /// The readings with the fewest repairs first, those of the stated country before others.
    public let readings: [Reading]

    /// The plate with characters that are taken for each other made the same, for searching.
    public var folded: String { String(decoding: text.utf8.map(VehicleText.folded), as: UTF8.self) }

    /// Every text to look for: the plate as read, then what it says under the formats of the stated country or, without
    /// one, under all; each once.
    public var candidates: [String] {
        var all = [text]
        for reading in readings where !all.contains(reading.text) { all.append(reading.text) }
        return all
    }

    /// Reads a plate; nil when it holds no letter and no digit.
    ///
    /// - Parameter country: the two-letter code of the country whose plate it is; nil when not known.
    public init?(_ raw: String, country: String? = nil) {
        let bytes = VehicleText.normalised(raw)
        guard !bytes.isEmpty else { return nil }
        text = String(decoding: bytes, as: UTF8.self)
        let stated = country?.uppercased()
        let fits = PlateFormat.all.compactMap { format -> Reading? in
            guard stated == nil || format.country == stated, let fit = format.fit(bytes) else { return nil }
            return Reading(format: format, text: String(decoding: fit.text, as: UTF8.self), repairs: fit.repairs)
        }
        readings = fits.enumerated()
            .sorted { ($0.element.repairs.count, $0.offset) < ($1.element.repairs.count, $1.offset) }
            .map(\.element)
    }
}
