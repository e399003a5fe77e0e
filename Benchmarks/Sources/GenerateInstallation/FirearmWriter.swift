import Firearms
import Foundation
import GeneratedContent
import InstallationDatabase
import Matching

/// Writes records of firearms with the keys they are found by.
struct FirearmWriter {
    let database: InstallationDatabase
    let bureau: String

    private static let guns: [(make: String, code: String, model: String, type: FirearmType)] = [
        ("Taurus", "taurus", "PT 92", .pistol), ("Glock", "glock", "17", .pistol), ("Rossi", "rossi", "68", .revolver),
        ("Bersa", "bersa", "Thunder 9", .pistol), ("Beretta", "beretta", "92 FS", .pistol),
    ]

    func add(_ count: Int) throws {
        try database.run(
            "CREATE TEMP TABLE drawn_keys (kind INTEGER, folded TEXT, normalised TEXT, record INTEGER, traits INTEGER)")
        var random = SplitMix64(state: 5)
        let first = try database.integer("SELECT COALESCE(MAX(sequence), 0) FROM firearm_records") + 1
        for place in 0..<count {
            let sequence = first + Int64(place)
            let serial = SerialShapes.serial(&random)
            let gun = Self.guns[Int(random.next() % UInt64(Self.guns.count))]
            try insert(sequence, place, serial, gun, &random)
            let traits = SerialTraits(makeCode: gun.code, calibreCode: "9mm", type: gun.type, isOpen: true)
            for key in SerialKeys.keys(for: SerialPattern(serial)) {
                try database.run(
                    "INSERT INTO drawn_keys VALUES (?, ?, ?, ?, ?)",
                    [
                        .integer(Int64(key.kind.rawValue)), .text(key.folded), .text(key.normalised),
                        .integer(sequence),
                        .integer(key.kind == .forward ? Int64(traits.rawValue) : 0),
                    ]
                )
            }
        }
        try database.run(
            """
            INSERT INTO serial_keys (kind, folded, normalised, record, traits)
            SELECT kind, folded, normalised, record, traits FROM drawn_keys ORDER BY kind, folded, normalised, record
            """
        )
        try database.run("DROP TABLE drawn_keys")
    }

    private func insert(
        _ sequence: Int64, _ place: Int, _ serial: String,
        _ gun: (make: String, code: String, model: String, type: FirearmType), _ random: inout SplitMix64
    ) throws {
        let document = """
            {"recordClass":"stolen","firearm":{"type":"\(gun.type.rawValue)","make":"\(gun.make)",\
            "makeCode":"\(gun.code)","model":"\(gun.model)","calibre":"9 mm",\
            "numbers":[{"part":"frame","text":"\(serial)","state":"legible"}]},\
            "eventDate":"\(GeneratedRecord.day(random.next()))","purpose":"identify-objects",\
            "handling":"official-use-only","retentionUntil":"2031-01-01"}
            """
        let id = (0..<2).flatMap { _ in withUnsafeBytes(of: random.next()) { Array($0) } }
        try database.run(
            """
            INSERT INTO firearm_records (sequence, id, number, bureau, class, status, handling, hidden_from, \
            retention_until, version, serial, make, make_code, model, calibre, calibre_code, type, country, document, \
            created_at, changed_at)
            VALUES (?, ?, ?, ?, 'stolen', 'active', 0, '', '2031-01-01', 1, ?, ?, ?, ?, '9 mm', NULL, ?, NULL, ?, ?, ?)
            """,
            [
                .integer(sequence), .blob(id), .text(GeneratedRecord.number(bureau, "", place)), .text(bureau),
                .text(serial), .text(gun.make), .text(gun.code), .text(gun.model), .text(gun.type.rawValue),
                .text(document), .integer(GeneratedRecord.now), .integer(GeneratedRecord.now),
            ]
        )
    }
}
