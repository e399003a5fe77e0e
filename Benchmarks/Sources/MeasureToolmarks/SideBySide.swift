import Foundation
import Surfaces

/// The quick search beside the exhaustive one, pair by pair.
struct SideBySide {
    private struct Row {
        var matches: Bool
        var quick: [String: Double]
        var exhaustive: [String: Double]
    }

    private var rows: [Row] = []

    /// Reads two tables that `pairs csv=FILE` wrote, the second one with `exhaustive`.
    init(quick: String, exhaustive: String) throws {
        let (one, other) = (try Self.table(quick), try Self.table(exhaustive))
        for (names, row) in one.sorted(by: { $0.key < $1.key }) {
            guard let counterpart = other[names] else { throw ScanSet.Failure("\(names) is not in \(exhaustive)") }
            rows.append(Row(matches: row.matches, quick: row.values, exhaustive: counterpart.values))
        }
    }

    private static func table(_ path: String) throws -> [String: (matches: Bool, values: [String: Double])] {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
            .map { $0.split(separator: ",").map(String.init) }
        var table: [String: (matches: Bool, values: [String: Double])] = [:]
        for line in lines.dropFirst() {
            let values = zip(lines[0].dropFirst(3), line.dropFirst(3).compactMap { Double($0) })
            table[line[0] + "," + line[1]] = (
                line[2] == "true", Dictionary(values, uniquingKeysWith: { first, _ in first })
            )
        }
        return table
    }

    func report(plot path: String?) throws {
        for heading in ["original", "high", "registered", "score"] {
            let searches: [(String, KeyPath<Row, [String: Double]>)] = [
                ("quick", \.quick), ("exhaustive", \.exhaustive),
            ]
            for (name, part) in searches {
                let separation = Separation(
                    matching: rows.filter(\.matches).compactMap { $0[keyPath: part][heading] },
                    other: rows.filter { !$0.matches }.compactMap { $0[keyPath: part][heading] }
                )
                say("\(heading) \(name): \(separation.text)")
            }
            let matching = rows.filter(\.matches)
            let change = matching.map { ($0.quick[heading] ?? 0) - ($0.exhaustive[heading] ?? 0) }.sorted()
            say(
                "\(heading) of matching pairs, quick less exhaustive: least \(change[0]), median",
                "\(change[change.count / 2]), most \(change[change.count - 1])"
            )
        }
        guard let path else { return }
        func points(_ matches: Bool) -> [PlotPoint] {
            rows.filter { $0.matches == matches }
                .map { PlotPoint($0.exhaustive["registered"] ?? 0, $0.quick["registered"] ?? 0) }
        }
        let plot = Plot(
            title: "Registered cells of every pair",
            x: PlotAxis("exhaustive search at full resolution", range: 0...65),
            y: PlotAxis("coarse to fine", range: 0...65),
            series: [
                PlotSeries("non-matching", .points, points(false), colour: .vermilion),
                PlotSeries("matching", .points, points(true), colour: .blue),
            ],
            guides: [.line(PlotPoint(0, 0), PlotPoint(65, 65))],
            legend: .upperLeft
        )
        try Data(plot.draw(width: 700, height: 640).png()).write(to: URL(filePath: path))
    }
}
