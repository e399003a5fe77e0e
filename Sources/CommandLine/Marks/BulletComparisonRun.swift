import Foundation
import Surfaces
import Toolmarks

/// Compares two bullets land by land and tells what came of it.
struct BulletComparisonRun {
    let first: String
    let second: String
    let scans: ScanOptions
    let striated: StriatedOptions

    private struct Answer: Encodable {
        var first: [String?]
        var second: [String?]
        var score: Double
        var comparison: BulletComparison
        var method: String
    }

    func report(json: Bool, picture: String?) throws {
        let one = try BulletLands(first, options: scans, striated: striated)
        let other = try BulletLands(second, options: scans, striated: striated)
        let result = try BulletComparison(
            one.lands.map { $0?.profile }, other.lands.map { $0?.profile }, comparer: striated.comparer
        )
        if let picture { try draw(result, one, other, to: picture) }
        if json {
            let answer = Answer(
                first: one.lands.map { $0?.path }, second: other.lands.map { $0?.path }, score: result.score,
                comparison: result, method: striated.method(for: .land)
            )
            Terminal.print(try JSONText.text(answer))
            return
        }
        for line in lines(result, one, other) { Terminal.print(line) }
        if let picture { Terminal.print("Picture: \(picture)") }
    }

    private func lines(_ result: BulletComparison, _ one: BulletLands, _ other: BulletLands) -> [String] {
        var lines = ["Scores of all pairs of lands, A down, B across:", ""]
        var table = TextTable(headings: ["A \\ B"] + other.lands.indices.map { "\($0 + 1)" })
        for place in one.lands.indices {
            table.add(
                ["\(place + 1)"]
                    + other.lands.indices.map { column in
                        let pair = result.pairs.first { $0.first == place && $0.second == column }
                        guard let score = pair?.comparison?.score else { return "-" }
                        let isBest = result.matched.contains { $0.first == place && $0.second == column }
                        return StriatedScan.text(score, 2) + (isBest ? "*" : "")
                    }
            )
        }
        lines += table.lines
        lines += [
            "", "The lands fit best when land 1 of A goes with land \(result.best.offset + 1) of B (marked *):",
            "mean score \(StriatedScan.text(result.score, 2)) of \(result.best.pairs) pairs, mean correlation "
                + "\(StriatedScan.text(result.best.meanCorrelation, 2)); "
                + "\(StriatedScan.text(result.difference, 2)) above all other pairs.",
        ]
        let isClear = result.score >= 0.5 && result.difference >= 0.2 && result.best.pairs >= 3
        lines.append(
            isClear
                ? "The lands of both bullets agree in one order, as those of one barrel do."
                : "No order of the lands stands out. That does not exclude one barrel: marks wear and change."
        )
        return lines
    }

    private func draw(_ result: BulletComparison, _ one: BulletLands, _ other: BulletLands, to path: String) throws {
        var pictures: [Picture] = []
        for pair in result.matched {
            guard let comparison = pair.comparison, let a = one.lands[pair.first], let b = other.lands[pair.second]
            else { continue }
            pictures.append(try comparison.picture(of: a.profile, and: b.profile, names: (a.name, b.name)))
        }
        try Data(Picture.stacked(pictures, gap: 24).png()).write(to: URL(filePath: path), options: .atomic)
    }
}

/// The lands of one bullet in their order.
struct BulletLands {
    /// nil for a land without a usable scan.
    let lands: [StriatedScan?]

    /// Reads the scans of a folder, or those a list names: a text file with one file a line.
    ///
    /// The order is that of the last number in each name (`..._Land4.x3p` is the fourth land) where all have one of their
    /// own; then missing lands are known. Else it is that of the names.
    init(_ path: String, options: ScanOptions, striated: StriatedOptions) throws {
        let files = try Self.files(path)
        guard !files.isEmpty else { throw CommandFailure("\(path) holds no scans (.x3p).") }
        var lands: [StriatedScan?] = []
        let extraction = striated.extraction(for: .land)
        for file in Self.placed(files) {
            guard let file else {
                lands.append(nil)
                continue
            }
            do {
                let scan = try StriatedScan(file, options: options, extraction: extraction)
                for warning in scan.warnings { Terminal.report("Warning: \(file): \(warning)") }
                for remark in scan.remarks { Terminal.report("Warning: \(remark)") }
                lands.append(scan)
            } catch {
                Terminal.report("Warning: \(file): left out: \(error)")
                lands.append(nil)
            }
        }
        self.lands = lands
    }

    private static func files(_ path: String) throws -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFailure("\(path) is neither a folder nor a list of scans.")
        }
        if isFolder.boolValue {
            return try FileManager.default.contentsOfDirectory(atPath: path)
                .filter { $0.lowercased().hasSuffix(".x3p") && !$0.hasPrefix(".") }.sorted()
                .map { URL(filePath: path).appending(path: $0).path(percentEncoded: false) }
        }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw CommandFailure("\(path) is no list of scans: give a folder, or a text file with one scan a line.")
        }
        let base = URL(filePath: path).deletingLastPathComponent()
        return text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty && !$0.hasPrefix("#") }
            .map { $0.hasPrefix("/") ? $0 : base.appending(path: $0).path(percentEncoded: false) }
    }

    /// The most lands that rifling has.
    private static let mostLands = 32

    private static func placed(_ files: [String]) -> [String?] {
        let numbers = files.map { file in
            let name = URL(filePath: file).deletingPathExtension().lastPathComponent
            return name.split(whereSeparator: { !$0.isASCII || !$0.isNumber }).last.flatMap { Int($0) }
        }
        let known = numbers.compactMap(\.self)
        guard known.count == files.count, Set(known).count == files.count, let most = known.max(),
            known.allSatisfy({ (1...mostLands).contains($0) })
        else { return files }
        var places = [String?](repeating: nil, count: most)
        for (file, number) in zip(files, known) { places[number - 1] = file }
        return places
    }
}
