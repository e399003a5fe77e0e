import Foundation
import InstallationDatabase

/// `GenerateInstallation DATA_FOLDER BUREAU [--persons N] [--documents N] [--vehicles N] [--firearms N]`
///
/// Fills an installation that 'cartouche set-up' has made with notices in force on invented persons, travel documents,
/// vehicles and firearms of one bureau, the same for the same numbers. The server must not run meanwhile.
@main
struct GenerateInstallation {
    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        func count(_ name: String) -> Int {
            guard let place = arguments.firstIndex(of: "--" + name), place + 1 < arguments.count else { return 0 }
            defer { arguments.removeSubrange(place...place + 1) }
            return Int(arguments[place + 1]) ?? 0
        }
        let counts = [count("persons"), count("documents"), count("vehicles"), count("firearms")]
        guard arguments.count == 2, counts.contains(where: { $0 > 0 }) else {
            let usage =
                "GenerateInstallation DATA_FOLDER BUREAU [--persons N] [--documents N] [--vehicles N] [--firearms N]\n"
            FileHandle.standardError.write(Data(usage.utf8))
            exit(64)
        }
        let start = ContinuousClock.now
        let database = try InstallationDatabase(arguments[0] + "/cartouche.sqlite")
        // A run that is cut off leaves a folder to be thrown away.
        for pragma in ["synchronous = OFF", "cache_size = -2000000", "temp_store = FILE"] {
            try database.run("PRAGMA \(pragma)")
        }
        let bureau = arguments[1]
        let writers: [(String, Int, (Int) throws -> Void)] = [
            ("persons", counts[0], { try PersonWriter(database: database, bureau: bureau).add($0) }),
            ("documents", counts[1], { try ObjectWriter(database: database, bureau: bureau).addDocuments($0) }),
            ("vehicles", counts[2], { try ObjectWriter(database: database, bureau: bureau).addVehicles($0) }),
            ("firearms", counts[3], { try FirearmWriter(database: database, bureau: bureau).add($0) }),
        ]
        for (name, count, write) in writers where count > 0 {
            try database.run("BEGIN IMMEDIATE")
            try write(count)
            try database.run("COMMIT")
            print("\(count) \(name) after \(start.duration(to: .now).formatted(.units(allowed: [.seconds])))")
        }
        try database.run("PRAGMA wal_checkpoint(TRUNCATE)")
    }
}

/// What every record of a generated installation has in common.
enum GeneratedRecord {
    static let now = Int64(Date().timeIntervalSince1970 * 1_000)

    /// A number of a record, in a year of its own so that it meets no other.
    static func number(_ bureau: String, _ series: String, _ place: Int) -> String {
        let digits = String(place)
        return "\(bureau)\(series)-2020-" + String(repeating: "0", count: max(0, 9 - digits.count)) + digits
    }

    /// A day of the years 2015 to 2024.
    static func day(_ bits: UInt64) -> String {
        func two(_ number: UInt64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(2015 + bits % 10)-\(two(1 + bits / 10 % 12))-\(two(1 + bits / 120 % 28))"
    }
}
