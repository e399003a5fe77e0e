import Firearms
import Foundation
import Matching

/// Measures the index over serial numbers, 3 % of them partial: memory, the time to build it, and how long each kind of search takes.
///
///     swift run -c release MeasureSerialIndex [RECORDS] [SEARCHES] [--export FOLDER]
///
/// With `--export` the records and the searches are written as files for a comparison with another program.
@main
struct MeasureSerialIndex {
    static func main() throws {
        let arguments = Swift.CommandLine.arguments.dropFirst()
        let numbers = arguments.compactMap { Int($0) }
        let count = numbers.first ?? 10_000_000
        let searches = numbers.dropFirst().first ?? 2_000
        let entries = generate(count)
        if let flag = arguments.firstIndex(of: "--export"), flag + 1 < Swift.CommandLine.arguments.count {
            try export(entries, searches, to: URL(filePath: Swift.CommandLine.arguments[flag + 1]))
            return
        }
        var figures: [String: Double] = ["records": Double(count)]
        let index = build(entries, &figures)
        for misreading in Misreading.all { measure(misreading, entries, index, searches, &figures) }
        measureChanges(index, entries, &figures)
        try measureSnapshot(index, &figures)
        Bar.report(figures, records: count)
        let json = try JSONSerialization.data(withJSONObject: figures, options: .sortedKeys)
        print(String(decoding: json, as: UTF8.self))
    }

    private static func generate(_ count: Int) -> [SerialIndexEntry] {
        var shapes = SerialShapes()
        var generator = SplitMix64(state: 11)
        return (0..<count).map { record in
            var serial = shapes.next()
            // 3 % are recorded with unreadable places.
            if record % 33 == 0 { serial = Misreading.obscured(serial, &generator) }
            return SerialIndexEntry(
                record: Int64(record + 1), serial: SerialPattern(String(decoding: serial, as: UTF8.self))
            )
        }
    }

    private static func build(_ entries: [SerialIndexEntry], _ figures: inout [String: Double]) -> SerialIndex {
        let before = residentBytes()
        var index = SerialIndex()
        let started = clock()
        let time = ContinuousClock().measure { index = SerialIndex(entries) }
        figures["build_s"] = time / .seconds(1)
        figures["build_processor_s"] = Double(clock() - started) / Double(CLOCKS_PER_SEC)
        figures["bytes_a_record"] = Double(index.memoryBytes) / Double(index.count)
        figures["resident_bytes_a_record"] = Double(residentBytes() - before) / Double(index.count)
        print(
            "build \(text(figures["build_s"])) s, of the processor \(text(figures["build_processor_s"])) s;",
            "bytes a record: counted \(text(figures["bytes_a_record"])),",
            "resident \(text(figures["resident_bytes_a_record"]))"
        )
        return index
    }

    private static func measure(
        _ misreading: Misreading, _ entries: [SerialIndexEntry], _ index: SerialIndex, _ searches: Int,
        _ figures: inout [String: Double]
    ) {
        var times: [Double] = []
        var missed = 0
        var total = 0
        let clock = ContinuousClock()
        for (record, pattern) in readings(misreading, entries, searches) {
            let start = clock.now
            let answer = index.find(pattern, limit: 100, steps: misreading.steps)
            times.append((clock.now - start) / .microseconds(1))
            total += answer.total
            if !answer.isCutOff, !answer.matches.contains(where: { $0.record == record }) { missed += 1 }
        }
        times.sort()
        let p50 = times[times.count / 2]
        let p99 = times[times.count * 99 / 100]
        let key = misreading.name.replacing(" ", with: "_").replacing(",", with: "")
        figures[key + "_p50_us"] = p50
        figures[key + "_p99_us"] = p99
        figures[key + "_missed"] = Double(missed)
        let mean = Double(total) / Double(times.count)
        print(
            "\(misreading.name): p50 \(text(p50)), p99 \(text(p99)), longest \(text(times.last)) us;",
            "\(text(mean)) numbers found on average, \(missed) missed"
        )
    }

    private static func measureChanges(
        _ index: SerialIndex, _ entries: [SerialIndexEntry], _ figures: inout [String: Double]
    ) {
        var changed = index
        var entries = entries
        var generator = SplitMix64(state: 3)
        let changes = 10_000
        var longest = Duration.zero
        let time = ContinuousClock().measure {
            for _ in 0..<changes {
                let record = Int64.random(in: 1...Int64(entries.count), using: &generator)
                let other = Int.random(in: entries.indices, using: &generator)
                let serial = entries[other].serial
                entries[Int(record) - 1] = SerialIndexEntry(record: record, serial: serial)
                let one = ContinuousClock().measure { changed.set(record: record, serials: [serial]) }
                longest = max(longest, one)
            }
        }
        figures["change_us"] = time / .microseconds(changes)
        figures["longest_change_us"] = longest / .microseconds(1)
        print(
            "change of a record: mean \(text(figures["change_us"])) us,",
            "longest \(text(figures["longest_change_us"])) us"
        )
        let afterwards = Misreading.all.filter { ["exact", "one edit", "3 unreadable"].contains($0.name) }
        for misreading in afterwards {
            let renamed = Misreading(
                name: "after \(changes) changes: " + misreading.name, steps: misreading.steps, read: misreading.read
            )
            var ignored: [String: Double] = [:]
            measure(renamed, entries, changed, 1_000, &ignored)
        }
    }

    private static func measureSnapshot(_ index: SerialIndex, _ figures: inout [String: Double]) throws {
        guard let file = tmpfile() else { throw CocoaError(.fileWriteUnknown) }
        defer { fclose(file) }
        let writing = try ContinuousClock().measure {
            try index.writeSnapshot(position: 0) { bytes in
                guard fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count else {
                    throw CocoaError(.fileWriteUnknown)
                }
            }
        }
        rewind(file)
        var read = SerialIndex()
        let reading = try ContinuousClock().measure {
            read = try SerialIndex.readSnapshot { buffer in
                guard fread(buffer.baseAddress, 1, buffer.count, file) == buffer.count else {
                    throw CocoaError(.fileReadCorruptFile)
                }
            }.index
        }
        figures["snapshot_write_s"] = writing / .seconds(1)
        figures["snapshot_read_s"] = reading / .seconds(1)
        print(
            "snapshot of \(read.count) numbers: written in \(text(figures["snapshot_write_s"])) s,",
            "read in \(text(figures["snapshot_read_s"])) s"
        )
    }

    private static func readings(
        _ misreading: Misreading, _ entries: [SerialIndexEntry], _ searches: Int
    ) -> [(record: Int64, pattern: SerialPattern)] {
        var generator = SplitMix64(state: 7)
        var readings: [(record: Int64, pattern: SerialPattern)] = []
        while readings.count < searches {
            let entry = entries[Int.random(in: entries.indices, using: &generator)]
            guard entry.serial.hasUnreadablePlaces == misreading.isOfPartialRecord else { continue }
            guard let read = misreading.read(Array(entry.serial.normalised.utf8), &generator) else { continue }
            readings.append((entry.record, SerialPattern(String(decoding: read, as: UTF8.self))))
        }
        return readings
    }

    private static func export(_ entries: [SerialIndexEntry], _ searches: Int, to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let lines = entries.filter { !$0.serial.hasUnreadablePlaces }.map { "\($0.record)\t\($0.serial.normalised)\n" }
            .joined()
        try Data(lines.utf8).write(to: folder.appending(path: "records.tsv"))
        for misreading in Misreading.all
        where !misreading.name.hasPrefix("everything") && !misreading.isOfPartialRecord {
            let lines = readings(misreading, entries, searches).map { "\($0.record)\t\($0.pattern.normalised)\n" }
            let name = misreading.name.replacing(" ", with: "_") + ".tsv"
            try Data(lines.joined().utf8).write(to: folder.appending(path: name))
        }
    }

    private static func residentBytes() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) * 1024
    }

    private static func text(_ value: Double?) -> String { String(format: "%.1f", value ?? 0) }
}
