import Foundation

/// The arrangement of letters and digits on the registration plates of a country.
public struct PlateFormat: Hashable, Sendable {
    /// The two-letter code of ISO 3166-1.
    public let country: String
    /// Which plates have it.
    public let name: String
    /// `L` a letter, `D` a digit, `N` either; separators left out.
    public let pattern: String

    /// Every known format, by country.
    public static let all: [PlateFormat] = {
        guard
            let url = Bundle.module.url(forResource: "plate_formats", withExtension: "csv", subdirectory: "Resources"),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else { fatalError("Resources/plate_formats.csv of the module Identity is missing; install the program again.") }
        return text.split(whereSeparator: \.isNewline).dropFirst().filter { !$0.hasPrefix("#") }.compactMap { line in
            let fields = line.split(separator: ",").map(String.init)
            return fields.count == 3 ? PlateFormat(country: fields[0], name: fields[1], pattern: fields[2]) : nil
        }
    }()

    /// The plate that a reading shows under this format, with the characters that had to be taken for others; nil when it
    /// cannot be one.
    func fit(_ plate: [UInt8]) -> (text: [UInt8], repairs: [VehicleRepair])? {
        guard plate.count == pattern.utf8.count else { return nil }
        var text = plate
        var repairs: [VehicleRepair] = []
        for (place, kind) in pattern.utf8.enumerated() {
            let isDigit = plate[place] < UInt8(ascii: "A")
            guard kind != UInt8(ascii: "N"), isDigit != (kind == UInt8(ascii: "D")) else { continue }
            guard let other = VehicleText.counterpart(plate[place]) else { return nil }
            text[place] = other
            repairs.append(VehicleRepair(place + 1, plate[place], other))
        }
        return (text, repairs)
    }
}
