import Firearms
import Identity
import Testing

@testable import Registry

@Suite("One field for everything")
struct QuickEntryTests {
    /// What was understood, in a line.
    private static func understood(_ text: String) -> String {
        let entry = QuickEntry(text)
        var parts: [String] = []
        if entry.zone != nil { parts.append("zone") }
        if let firearm = entry.firearm { parts.append("serial \(firearm.serial ?? "-") \(firearm.make ?? "")") }
        if let document = entry.document { parts.append("document \(document)") }
        if let vehicle = entry.vehicle {
            parts.append(
                [
                    vehicle.vin.map { "vin \($0)" }, vehicle.plate.map { "plate \($0)" },
                    vehicle.engine.map { "engine \($0)" },
                ].compactMap { $0 }.joined(separator: " "))
        }
        if let person = entry.person { parts.append("person \(person.name) \(person.birthDate?.description ?? "")") }
        return parts.map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: "; ")
    }

    @Test(
        "what was typed is understood",
        arguments: [
            ("THX4?921 Taurus 9 mm", "serial THX4?921 Taurus"),
            ("FK123456", "serial FK123456; document FK123456; plate FK123456"),
            ("BRA2E19", "serial BRA2E19; document BRA2E19; plate BRA2E19"),
            ("1M8GDM9AXKP042788", "vin 1M8GDM9AXKP042788"),
            ("passport FK 123456", "document FK 123456"), ("Placa: ABC1234", "plate ABC1234"),
            ("engine 2TR8812345", "engine 2TR8812345"), ("serial 12345", "serial 12345"),
            ("Ana María Ficticia", "person Ana María Ficticia"),
            ("Ficticia 12.03.1984", "person Ficticia 1984-03-12"),
            ("1984-03-12 Ana Ficticia", "person Ana Ficticia 1984-03-12"),
            ("Иван Вымышленный", "person Иван Вымышленный"),
            ("Smith Wesson", "serial - Smith Wesson"), ("nombre Ana", "person Ana"),
            (
                "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10", "zone"
            ),
            ("", ""), ("   ", ""),
        ]
    )
    func understood(text: String, meaning: String) { #expect(Self.understood(text) == meaning) }

    @Test("hostile text is understood as something or nothing, and never stops the program")
    func hostile() {
        for text in [
            String(repeating: "<", count: 5_000), "\u{0}\u{1}", "<<<", "passport", "plate", "🚗🚗🚗", "\u{202E}abc 1",
        ] {
            _ = QuickEntry(text)
        }
    }
}
