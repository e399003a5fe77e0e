import Foundation
import GeneratedContent
import Identity
import Matching

/// Measures the index over names of persons: memory, the time to build it, how long a search takes, and how often the
/// person is among the first ten although the name was asked otherwise than it is recorded. Times are of the processor.
///
///     swift run -c release MeasurePersonIndex [PERSONS] [SEARCHES]
@main
struct MeasurePersonIndex {
    static func main() throws {
        let numbers = Swift.CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let count = numbers.first ?? 1_000_000
        let searches = numbers.dropFirst().first ?? 1_000
        var figures: [String: Double] = ["persons": Double(count)]
        let start = processorSeconds()
        var maker = PersonMaker(seed: 1)
        var random = SplitMix64(state: 2)
        var kept: [Int64: (InventedPerson, [String])] = [:]
        let step = max(1, count / (searches * 3))
        var builder = PersonIndexBuilder()
        builder.reserveCapacity(count)
        for record in 1...Int64(count) {
            let person = maker.next()
            let recorded = PersonMaker.recorded(person, &random)
            builder.add(
                PersonEntry(
                    record: record, name: PreparedName(recorded.joined(separator: " ")), birthDate: person.birthDate,
                    facts: PersonFacts(sex: person.sex, nationalities: [person.nationality])
                )
            )
            if record % Int64(step) == 0 { kept[record] = (person, recorded) }
        }
        figures["prepare_s"] = processorSeconds() - start
        let building = processorSeconds()
        let index = builder.build()
        figures["build_s"] = processorSeconds() - building
        figures["bytes_a_person"] = Double(index.memoryBytes) / Double(max(1, index.count))
        print(
            "\(index.count) persons: made and prepared \(text(figures["prepare_s"])) s, sorted \(text(figures["build_s"])) s,",
            "\(text(figures["bytes_a_person"])) bytes a person"
        )
        try measureSnapshot(index, &figures)
        for question in Question.all {
            for hasDate in [true, false] { measure(question, hasDate, index, kept, searches, &figures) }
        }
        let json = try JSONSerialization.data(withJSONObject: figures, options: .sortedKeys)
        print(String(decoding: json, as: UTF8.self))
    }

    /// What a restart takes that reads the names as they were prepared.
    private static func measureSnapshot(_ index: PersonIndex, _ figures: inout [String: Double]) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "persons-\(getpid()).index")
        defer { try? FileManager.default.removeItem(at: file) }
        _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        let output = try FileHandle(forWritingTo: file)
        let writing = processorSeconds()
        try index.writeSnapshot(position: 1) { try output.write(contentsOf: Data($0)) }
        try output.close()
        figures["snapshot_write_s"] = processorSeconds() - writing
        let input = try FileHandle(forReadingFrom: file)
        let reading = processorSeconds()
        let back = try PersonIndex.readSnapshot { buffer in
            guard let bytes = try input.read(upToCount: buffer.count), bytes.count == buffer.count else {
                throw SerialIndexSnapshotError(detail: "too short")
            }
            buffer.copyBytes(from: bytes)
        }.index
        figures["snapshot_read_s"] = processorSeconds() - reading
        print(
            "snapshot of \(back.count) names: written in \(text(figures["snapshot_write_s"])) s,",
            "read in \(text(figures["snapshot_read_s"])) s")
    }

    private static func measure(
        _ question: Question, _ hasDate: Bool, _ index: PersonIndex, _ kept: [Int64: (InventedPerson, [String])],
        _ searches: Int, _ figures: inout [String: Double]
    ) {
        var random = SplitMix64(state: 7)
        var times: [Double] = []
        var found = 0
        var foundOrNamesake = 0
        for record in kept.keys.sorted() where times.count < searches {
            guard let (person, recorded) = kept[record], let asked = question.ask(person, recorded, &random) else {
                continue
            }
            let sought = PreparedPerson(
                names: [PreparedName(asked.joined(separator: " "))], birthDate: hasDate ? person.birthDate : nil
            )
            let start = processorSeconds()
            let answer = index.find(sought, limit: 10)
            times.append(1000 * (processorSeconds() - start))
            let isFound = answer.matches.contains { $0.record == record }
            if isFound { found += 1 }
            // Without a date nothing tells namesakes apart: ten who agree as well as the one looked for are an answer.
            var comparer = PersonComparer()
            let own = comparer.compare(
                sought,
                PreparedPerson(names: [PreparedName(recorded.joined(separator: " "))], birthDate: person.birthDate)
            )
            let isCrowded = answer.matches.count == 10 && (answer.matches.last?.score ?? 0) >= own - 0.0001
            if isFound || isCrowded { foundOrNamesake += 1 }
            if !isFound, !isCrowded, Swift.CommandLine.arguments.contains("--missed") {
                print("  missed:", asked, recorded, own, answer.matches.first.map { "\($0.latin) \($0.score)" } ?? "-")
            }
        }
        times.sort()
        let p50 = times[times.count / 2]
        let p99 = times[times.count * 99 / 100]
        let key = (question.name + (hasDate ? ", date" : "")).replacing(" ", with: "_").replacing(",", with: "")
        figures[key + "_p50_ms"] = p50
        figures[key + "_p99_ms"] = p99
        figures[key + "_found"] = Double(found) / Double(times.count)
        figures[key + "_found_or_ten_as_good"] = Double(foundOrNamesake) / Double(times.count)
        print(
            "\(question.name), \(hasDate ? "with" : "without") date: p50 \(text(p50)), p99 \(text(p99)), longest",
            "\(text(times.last)) ms; among ten \(share(found, times.count)),",
            "or ten as good \(share(foundOrNamesake, times.count)) of \(times.count)"
        )
    }

    /// Time that this program has had the processor, so that other work on the machine does not count.
    private static func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

    private static func share(_ part: Int, _ whole: Int) -> String {
        String(format: "%.1f %%", 100 * Double(part) / Double(max(1, whole)))
    }

    private static func text(_ value: Double?) -> String { String(format: "%.2f", value ?? 0) }
}
