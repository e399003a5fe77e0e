import Foundation

/// Writes a file of generated firearm records in the shapes that serials have, the same for the same seed:
///
///     swift run -c release GenerateRecords COUNT > FILE.csv
///
/// Three serials in a hundred are shared by two makes.
@main
struct GenerateRecords {
    static func main() {
        guard let count = Swift.CommandLine.arguments.dropFirst().first.flatMap({ Int($0) }), count > 0 else {
            FileHandle.standardError.write(Data("usage: GenerateRecords COUNT\n".utf8))
            exit(64)
        }
        var generator = SplitMix64(state: 20_230_312)
        var rows = "serial,make,model,calibre,type,class,event date,place,national reference\n"
        var last = ""
        for number in 0..<count {
            let gun = guns[Int(generator.next() % UInt64(guns.count))]
            let isShared = number > 0 && generator.next() % 100 < 3
            if !isShared { last = serial(&generator) }
            let day = 1 + Int(generator.next() % 28)
            let month = 1 + Int(generator.next() % 12)
            let year = 2015 + Int(generator.next() % 10)
            let place = places[Int(generator.next() % UInt64(places.count))]
            let recordClass = classes[Int(generator.next() % UInt64(classes.count))]
            rows += "\(last),\(gun),\(recordClass),\(year)-\(two(month))-\(two(day)),\(place),GEN-\(number)\n"
            if rows.utf8.count > 1 << 20 { flush(&rows) }
        }
        flush(&rows)
    }

    /// Shares in per cent; the rest is mixed.
    private static let shapes: [(share: Int, shape: String)] = [
        (28, "AAA99999"), (20, "999999"), (10, "99999"), (8, "A999999"), (8, "AA999999"), (4, "AA99999"),
        (4, "9999999"), (4, "AAA999"), (4, "99A99999"), (4, "A99999A"), (3, "AAAA999"), (3, "99999999"),
    ]

    private static let guns = [
        "Taurus,PT 92,9 mm,pistol", "Taurus,82,.38 Special,revolver", "Rossi,68,.38 Special,revolver",
        "Glock,17,9 mm,pistol", "Smith & Wesson,10,.38 Special,revolver", "Bersa,Thunder 9,9 mm,pistol",
        "Beretta,92 FS,9 mm,pistol", "Colt,1911,.45 ACP,pistol", "Ruger,P95,9 mm,pistol",
        "Mossberg,500,12 gauge,shotgun", "Remington,870,12 gauge,shotgun", "CZ,75,9 mm,pistol",
        "Norinco,AK-47,7.62x39,rifle", "Browning,Hi-Power,9 mm,pistol", "Winchester,94,.30-30,rifle",
    ]
    private static let places = ["Northport", "Eastbridge", "San Ejemplo", "Vila Modelo", "Puerto Prueba"]
    private static let classes = ["stolen", "stolen", "stolen", "lost", "seized", "trafficked"]

    private static func serial(_ generator: inout SplitMix64) -> String {
        var place = Int(generator.next() % 100)
        for (share, shape) in shapes {
            place -= share
            guard place < 0 else { continue }
            let bytes = shape.utf8.map { kind in
                kind == UInt8(ascii: "A")
                    ? UInt8(ascii: "A") + UInt8(generator.next() % 26)
                    : UInt8(ascii: "0") + UInt8(generator.next() % 10)
            }
            return String(decoding: bytes, as: UTF8.self)
        }
        return "000000"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func flush(_ rows: inout String) {
        FileHandle.standardOutput.write(Data(rows.utf8))
        rows = ""
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
