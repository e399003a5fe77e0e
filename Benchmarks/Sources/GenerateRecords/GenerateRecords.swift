import Foundation
import GeneratedContent

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
            if !isShared { last = SerialShapes.serial(&generator) }
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

    private static let guns = [
        "Taurus,PT 92,9 mm,pistol", "Taurus,82,.38 Special,revolver", "Rossi,68,.38 Special,revolver",
        "Glock,17,9 mm,pistol", "Smith & Wesson,10,.38 Special,revolver", "Bersa,Thunder 9,9 mm,pistol",
        "Beretta,92 FS,9 mm,pistol", "Colt,1911,.45 ACP,pistol", "Ruger,P95,9 mm,pistol",
        "Mossberg,500,12 gauge,shotgun", "Remington,870,12 gauge,shotgun", "CZ,75,9 mm,pistol",
        "Norinco,AK-47,7.62x39,rifle", "Browning,Hi-Power,9 mm,pistol", "Winchester,94,.30-30,rifle",
    ]
    private static let places = ["Northport", "Eastbridge", "San Ejemplo", "Vila Modelo", "Puerto Prueba"]
    private static let classes = ["stolen", "stolen", "stolen", "lost", "seized", "trafficked"]

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func flush(_ rows: inout String) {
        FileHandle.standardOutput.write(Data(rows.utf8))
        rows = ""
    }
}
