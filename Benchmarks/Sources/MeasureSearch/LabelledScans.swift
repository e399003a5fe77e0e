import Foundation
import Surfaces

/// A folder of scans with a `truth.csv` of the columns scan and source.
struct LabelledScans {
    let names: [String]
    let sources: [String]
    let maps: [SurfaceMap]

    init(folder: String) throws {
        let url = URL(filePath: folder)
        let lines = try String(contentsOf: url.appending(path: "truth.csv"), encoding: .utf8)
            .split(whereSeparator: \.isNewline).dropFirst()
        let rows = lines.map { $0.split(separator: ",").map(String.init) }
        names = rows.map { $0[0] }
        sources = rows.map { $0[1] }
        maps = try names.map { try SurfaceFile.read(at: url.appending(path: $0).path).surface }
    }
}
