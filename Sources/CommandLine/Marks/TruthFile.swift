import DelimitedText
import Foundation

/// Which scans come from which tool, as a file of the user says.
struct TruthFile {
    /// A scan of the file that was found in the folder.
    struct Scan: Sendable {
        /// The name as written.
        var name: String
        var path: String
        /// What made the mark: scans of one source match.
        var source: String
        /// What is independent of all others: the source, or the barrel that holds several sources.
        var group: String
        /// Scans of one item are not compared with each other: lands of one bullet.
        var item: String?
    }

    let scans: [Scan]
    /// What could not be used, a sentence each.
    let problems: [String]
    /// Whether the columns are those of lands of bullets.
    let isOfLands: Bool

    private static let scanHeadings = ["scan", "file", "filename", "file_name", "name", "image", "path", "x3p", "id"]
    private static let sourceHeadings = [
        "groove_family", "source", "slide", "tool", "gun", "firearm", "pistol", "weapon", "barrel", "class", "label",
    ]
    private static let groupHeadings = ["group", "barrel"]

    /// Reads the file and looks for its scans in a folder and the folders below.
    /// - Throws: `DelimitedTextError`; ``CommandFailure`` where a column is missing.
    init(_ path: String, scans folder: String) throws {
        let file = try LabelledFile(path, headings: [])
        guard let first = file.rows.first else { throw CommandFailure("\(path) holds no row below its headings.") }
        func heading(_ names: [String]) -> String? { names.first { first.has($0) } }
        guard let scanHeading = heading(Self.scanHeadings) else {
            throw CommandFailure(
                "\(path) has no column that names the scans. Call it one of: "
                    + Self.scanHeadings.joined(separator: ", ") + "."
            )
        }
        guard let sourceHeading = heading(Self.sourceHeadings) else {
            throw CommandFailure(
                "\(path) has no column that names the source of each scan. Call it one of: "
                    + Self.sourceHeadings.joined(separator: ", ") + "."
            )
        }
        let groupHeading = heading(Self.groupHeadings)
        let index = ScanFolder(folder)
        var scans: [Scan] = []
        var problems: [String] = []
        var seen: Set<String> = []
        for row in file.rows {
            let name = row[scanHeading]
            // Lands are counted anew in every barrel.
            let barrel = sourceHeading == "groove_family" ? row.filled("barrel").map { $0 + "/" } ?? "" : ""
            let source = row[sourceHeading].isEmpty ? "" : barrel + row[sourceHeading]
            guard !name.isEmpty, !source.isEmpty else {
                problems.append("\(path), line \(row.line): the scan or its source is empty.")
                continue
            }
            switch index.find(name) {
            case .found(let place) where !seen.insert(place).inserted:
                problems.append("\(path), line \(row.line): \"\(name)\" stands there twice; the first counts.")
            case .found(let place):
                let item = ["barrel", "bullet", "instrument"].compactMap { row.filled($0) }
                scans.append(
                    Scan(
                        name: name, path: place, source: source,
                        group: groupHeading.flatMap { row.filled($0) } ?? source,
                        item: row.filled("bullet").map { _ in item.joined(separator: "/") }
                    )
                )
            case .missing: problems.append("\(path), line \(row.line): no scan \"\(name)\" in \(folder).")
            case .ambiguous(let places):
                problems.append(
                    "\(path), line \(row.line): \"\(name)\" may be \(places.prefix(3).joined(separator: " or ")); name "
                        + "its folder."
                )
            }
        }
        // Groups that hold everything say nothing of independence.
        if Set(scans.map(\.group)).count < 4, Set(scans.map(\.source)).count > Set(scans.map(\.group)).count {
            for place in scans.indices { scans[place].group = scans[place].source }
        }
        self.scans = scans
        self.problems = problems
        isOfLands = first.has("groove_family") || first.has("bullet") && first.has("land")
    }
}

/// The scans of a folder by every way in which a table may name them.
struct ScanFolder {
    enum Finding {
        case found(String)
        case missing
        case ambiguous([String])
    }

    private var places: [String: Set<String>] = [:]
    private static let endings = ["x3p", "npy", "csv", "png", "tif", "tiff", "jpg", "jpeg"]

    init(_ folder: String) {
        let root = URL(filePath: folder, directoryHint: .isDirectory)
        let files = FileManager.default.enumerator(atPath: root.path(percentEncoded: false))
        while let relative = files?.nextObject() as? String {
            guard Self.endings.contains((relative as NSString).pathExtension.lowercased()) else { continue }
            let path = root.path(percentEncoded: false) + relative
            let stem = (relative as NSString).deletingPathExtension
            for key in [relative, stem, (relative as NSString).lastPathComponent, (stem as NSString).lastPathComponent]
            {
                places[key.lowercased(), default: []].insert(path)
            }
        }
    }

    func find(_ name: String) -> Finding {
        let key = name.lowercased().replacing("\\", with: "/")
        let short = key.hasPrefix("./") ? String(key.dropFirst(2)) : key
        for candidate in [short, (short as NSString).lastPathComponent] {
            guard let found = places[candidate] else { continue }
            // A table of truth may lie beside its scans under the name of one of them.
            let scans = found.count > 1 ? found.filter { $0.lowercased().hasSuffix(".x3p") } : found
            return scans.count == 1 ? .found(scans.first ?? "") : .ambiguous(found.sorted())
        }
        return .missing
    }
}
