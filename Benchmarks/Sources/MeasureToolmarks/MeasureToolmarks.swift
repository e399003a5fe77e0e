import Foundation
import Surfaces
import Toolmarks

/// Measures the comparison of impressed marks on a folder of labelled scans.
///
///     MeasureToolmarks FOLDER speed|pairs|variants [NAME=VALUE...]
///     MeasureToolmarks QUICK.csv side-by-side exhaustive=EXHAUSTIVE.csv [plot=FILE.png]
@main
struct MeasureToolmarks {
    static func main() throws {
        let arguments = Swift.CommandLine.arguments.dropFirst()
        guard arguments.count >= 2, let folder = arguments.first else {
            say("usage: MeasureToolmarks FOLDER speed|pairs|variants [NAME=VALUE...]")
            return
        }
        let settings = Settings(arguments.dropFirst(2))
        if arguments.contains("side-by-side") {
            try SideBySide(quick: folder, exhaustive: settings.text["exhaustive"] ?? "").report(
                plot: settings.text["plot"])
            return
        }
        let set = try ScanSet(folder: folder)
        switch arguments[arguments.startIndex + 1] {
        case "speed": try speed(set, settings)
        case "variants": try variants(set, settings)
        default: try pairs(set, settings)
        }
    }

    static func speed(_ set: ScanSet, _ settings: Settings) throws {
        let start = clock()
        let marks = try set.maps.map { try PreparedMark($0, search: settings.search) }
        let prepared = seconds(since: start) / Double(marks.count)
        var times: [Double] = []
        let comparison = CellComparison(rule: settings.rule)
        for (one, other) in set.pairs {
            let start = clock()
            _ = try comparison.compare(marks[one], marks[other])
            times.append(seconds(since: start) * 1000)
        }
        times.sort()
        say(
            "prepare \(ms(prepared * 1000)) ms a mark; compare both directions: median \(ms(times[times.count / 2])) ms,",
            "p10 \(ms(times[times.count / 10])), p90 \(ms(times[times.count * 9 / 10])), largest \(ms(times[times.count - 1]))"
        )
    }

    static func ms(_ value: Double) -> String { String(format: "%.1f", value) }
    static func seconds(since start: clock_t) -> Double { Double(clock() - start) / Double(CLOCKS_PER_SEC) }

    static func pairs(_ set: ScanSet, _ settings: Settings) throws {
        let marks = try set.maps.map { try PreparedMark($0, search: settings.search) }
        var table = ResultTable()
        let start = clock()
        for (one, other) in set.pairs {
            let result = try CellComparison(rule: settings.rule).compare(marks[one], marks[other])
            table.add(
                result, matches: set.sources[one] == set.sources[other], names: (set.names[one], set.names[other]))
        }
        say("\(ms(seconds(since: start) * 1000 / Double(set.pairs.count))) ms a pair")
        table.report()
        if let path = settings.text["csv"] { try table.csv.write(toFile: path, atomically: true, encoding: .utf8) }
    }

    static func variants(_ set: ScanSet, _ settings: Settings) throws {
        let marks = try set.maps.map { try PreparedMark($0, search: settings.search) }
        for variant in Variant.all where settings.text["only"].map({ variant.name.contains($0) }) ?? true {
            if variant.needsFullCircle && settings.search.rotations != .fullCircle { continue }
            let changed = try set.maps.indices.map {
                try PreparedMark(variant.change(set.maps[$0], $0), search: settings.search)
            }
            let others =
                variant.changesBoth
                ? try set.maps.indices.map {
                    try PreparedMark(variant.change(set.maps[$0], $0 + 1_000), search: settings.search)
                } : marks
            var table = ResultTable()
            for one in set.names.indices {
                for other in set.names.indices where other > one || (!variant.keepsMatch && other == one) {
                    let result = try CellComparison(rule: settings.rule).compare(others[one], changed[other])
                    table.add(
                        result, matches: variant.keepsMatch && set.sources[one] == set.sources[other],
                        names: (set.names[one], set.names[other]))
                }
            }
            say("== \(variant.name)")
            table.report()
            if let path = settings.text["csv"] {
                try table.csv.write(toFile: "\(path)/\(variant.name).csv", atomically: true, encoding: .utf8)
            }
        }
    }
}

/// Settings given as NAME=VALUE.
struct Settings {
    var text: [String: String] = [:]
    var search = CellSearch()
    var rule = CongruenceRule()

    init(_ arguments: some Sequence<String>) {
        for argument in arguments {
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            text[parts[0]] = parts.count > 1 ? parts[1] : ""
        }
        func set(_ name: String, _ change: (Double) -> Void) {
            if let v = text[name].flatMap(Double.init) { change(v) }
        }
        set("pitch") { search.finePitch = $0 }
        set("coarse") { search.coarseFactor = Int($0) }
        set("overlap") { search.minimumOverlap = $0 }
        set("valid") { search.minimumValidShare = $0 }
        set("region") { search.regionFactor = $0 }
        set("cells") { (search.columns, search.rows) = (Int($0), Int($0)) }
        set("limit") { search.heightLimit = $0 }
        set("tolerance") { rule.positionTolerance = $0 }
        set("registered") { rule.registeredTolerance = $0 }
        set("correlation") { rule.minimumCorrelation = $0 }
        if text["circle"] != nil { search.rotations = .fullCircle }
        if text["depth"] == "exhaustive" { search.depth = .exhaustive }
    }
}

/// Figures of many pairs.
struct ResultTable {
    private var rows: [(names: (String, String), matches: Bool, values: [Double])] = []
    private static let headings = ["original", "high", "registered", "score", "usable", "comparable"]

    mutating func add(_ result: MarkComparison, matches: Bool, names: (String, String)) {
        let values = [
            Double(result.originalCount), Double(result.highCount), Double(result.registeredCount), result.score,
            Double(result.usableCount), Double(result.agreement?.comparableCount ?? 0),
        ]
        rows.append((names, matches, values))
    }

    func report() {
        for (index, heading) in ResultTable.headings.prefix(4).enumerated() {
            let separation = Separation(
                matching: rows.filter(\.matches).map { $0.values[index] },
                other: rows.filter { !$0.matches }.map { $0.values[index] })
            say(heading.padding(toLength: 12, withPad: " ", startingAt: 0), separation.text)
        }
    }

    var csv: String {
        "one,other,matches," + ResultTable.headings.joined(separator: ",") + "\n"
            + rows.map { row in
                "\(row.names.0),\(row.names.1),\(row.matches)," + row.values.map { "\($0)" }.joined(separator: ",")
                    + "\n"
            }.joined()
    }
}

/// Prints a line at once, also into a file.
func say(_ parts: String...) {
    FileHandle.standardOutput.write(Data((parts.joined(separator: " ") + "\n").utf8))
}
