import Identity
import Matching

/// Invented numbers, the same in every run.
enum Numbers {
    private static func mixed(_ value: Int) -> UInt64 {
        var bits = UInt64(truncatingIfNeeded: value) &+ 0x9E37_79B9_7F4A_7C15
        bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
        return bits ^ bits >> 31
    }

    private static func digits(_ bits: UInt64, _ count: Int) -> [UInt8] {
        var rest = bits
        return (0..<count).map { _ in
            defer { rest /= 10 }
            return UInt8(48 + rest % 10)
        }
    }

    private static func letters(_ bits: UInt64, _ count: Int) -> [UInt8] {
        var rest = bits
        return (0..<count).map { _ in
            defer { rest /= 26 }
            return UInt8(65 + rest % 26)
        }
    }

    /// The key of a recorded document: two letters and seven digits.
    static func document(_ number: Int) -> PointKey {
        let bits = mixed(number)
        return PointKey(kind: 0, letters(bits >> 40, 2) + digits(bits & 0xFF_FFFF_FFFF, 7))
    }

    /// The key of a document that nobody recorded: another form.
    static func document(unrecorded number: Int) -> PointKey {
        let bits = mixed(number)
        return PointKey(kind: 0, letters(bits >> 40, 3) + digits(bits & 0xFF_FFFF_FFFF, 8))
    }

    /// The keys of a recorded vehicle: identification number, plate, engine.
    static func vehicle(_ number: Int) -> [PointKey] {
        let bits = mixed(number + 1 << 40)
        return [
            PointKey(kind: 2, letters(bits, 8) + digits(bits >> 20, 9)),
            PointKey(kind: 3, letters(bits >> 8, 3) + digits(bits >> 24, 4)),
            PointKey(kind: 4, letters(bits >> 16, 3) + digits(bits >> 12, 7)),
        ]
    }

    /// The serial number of a recorded firearm: three letters and six digits.
    static func serial(_ number: Int) -> String {
        let bits = mixed(number + 1 << 41)
        return String(decoding: letters(bits >> 40, 3) + digits(bits & 0xFF_FFFF_FFFF, 6), as: UTF8.self)
    }
}

/// Invented persons for their memory: two given and two family names of short lists, a date of birth.
enum PersonRecords {
    private static let given = [
        "Ana", "Bruno", "Carla", "Diego", "Elena", "Fabio", "Gabriela", "Hugo", "Irene", "Julio", "Karina", "Luis",
        "Maria", "Nicolas", "Olga", "Pablo", "Raquel", "Sergio", "Teresa", "Ulises", "Vera", "Walter",
    ]
    private static let family = [
        "Acosta", "Benitez", "Cardozo", "Duarte", "Estigarribia", "Ferreira", "Gonzalez", "Hernandez", "Ibarra",
        "Jara", "Krause", "Lopez", "Martinez", "Nunez", "Ortiz", "Pereira", "Quiroga", "Rojas", "Silva", "Torres",
        "Urbina", "Vargas", "Zarate", "Almeida", "Barreto", "Cabrera", "Dominguez", "Espinola", "Fretes",
    ]

    static func index(_ count: Int) -> PersonIndex {
        var builder = PersonIndexBuilder()
        builder.reserveCapacity(count)
        for number in 0..<count {
            let pick = number &* 2_654_435_761
            let name = PreparedName(
                given: "\(given[abs(pick) % given.count]) \(given[abs(pick / 31) % given.count])",
                family: "\(family[abs(pick / 997) % family.count]) \(family[abs(pick / 7_919) % family.count])"
            )
            let birth = PartialDate(
                year: 1940 + abs(pick / 13) % 68, month: 1 + abs(pick / 17) % 12, day: 1 + abs(pick / 19) % 28)
            builder.add(PersonEntry(record: Int64(number), name: name, birthDate: birth))
        }
        return builder.build()
    }
}
