import Firearms
import Foundation
import Identity
import Matching

/// Measures the indexes behind one check of everything, together in memory: documents, vehicles, persons and firearms;
/// the memory they take, and how long a look-up takes that finds nothing. Times are of the processor.
///
///     swift run -c release MeasureChecks [MILLIONS OF DOCUMENTS] [VEHICLES] [PERSONS] [FIREARMS]
@main
struct MeasureChecks {
    private static let lookups = 2_000_000

    static func main() throws {
        let numbers = Swift.CommandLine.arguments.dropFirst().compactMap { Double($0) }
        func count(_ place: Int, _ otherwise: Double) -> Int {
            Int((numbers.count > place ? numbers[place] : otherwise) * 1_000_000)
        }
        let (documents, vehicles) = (count(0, 20), count(1, 5))
        let (persons, firearms) = (count(2, 10), count(3, 10))
        let start = processorSeconds()
        let objects = points(documents: documents, vehicles: vehicles)
        print(
            "documents and vehicles: \(objects.count) numbers in \(seconds(since: start)) s, \(objects.memoryBytes >> 20) MiB"
        )
        let personStart = processorSeconds()
        let people = PersonRecords.index(persons)
        print("persons: \(people.count) names in \(seconds(since: personStart)) s, \(people.memoryBytes >> 20) MiB")
        let serialStart = processorSeconds()
        let serials = serials(firearms)
        print(
            "firearms: \(serials.count) numbers in \(seconds(since: serialStart)) s, \(serials.memoryBytes >> 20) MiB")
        print("resident memory: \(residentKibibytes() >> 10) MiB")
        measure("document, nothing found", objects) { Numbers.document(unrecorded: $0) }
        measure("document, found", objects) { Numbers.document($0 % documents) }
        withExtendedLifetime((people, serials)) {}
    }

    private static func points(documents: Int, vehicles: Int) -> PointIndex {
        var entries: [PointEntry] = []
        entries.reserveCapacity(documents + 3 * vehicles)
        for number in 0..<documents { entries.append(PointEntry(Numbers.document(number), row: Int64(number))) }
        for number in 0..<vehicles {
            let row = Int64(documents + number)
            for key in Numbers.vehicle(number) { entries.append(PointEntry(key, row: row)) }
        }
        return PointIndex(entries)
    }

    private static func serials(_ count: Int) -> SerialIndex {
        var builder = SerialIndexBuilder()
        builder.reserveCapacity(count)
        for number in 0..<count {
            builder.add(record: Int64(number), normalised: Numbers.serial(number), traits: SerialTraits(rawValue: 0))
        }
        return builder.build()
    }

    /// One look-up as a check makes it: the number itself, and the seven blocks of a range it may lie in.
    private static func measure(_ name: String, _ index: PointIndex, _ key: (Int) -> PointKey) {
        let keys = (0..<lookups).map(key)
        var found = 0
        let start = processorSeconds()
        for key in keys { found += index.rows(key).count }
        let each = (processorSeconds() - start) / Double(lookups) * 1e6
        print(
            "\(name): \((each * 1_000).rounded() / 1_000) µs a key, 8 keys a document \((each * 8_000).rounded() / 1_000) µs; \(found) found"
        )
    }
}

/// The processor time of the program so far, seconds.
func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

func seconds(since start: Double) -> Double { ((processorSeconds() - start) * 10).rounded() / 10 }

/// The memory of the program that is in use, KiB.
func residentKibibytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
}
