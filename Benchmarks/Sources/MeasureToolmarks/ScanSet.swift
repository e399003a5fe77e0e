import Foundation
import Surfaces

/// Scans of a folder whose `truth.csv` names the source of each.
struct ScanSet {
    let names: [String]
    let sources: [String]
    let maps: [SurfaceMap]

    init(folder: String, source column: String = "source") throws {
        let lines = try String(contentsOfFile: folder + "/truth.csv", encoding: .utf8)
            .split(whereSeparator: \.isNewline).map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        guard let at = lines.first?.firstIndex(where: { $0 == column }) else { throw Failure("no column \(column)") }
        names = lines.dropFirst().map { String($0[0]) }
        sources = lines.dropFirst().map { String($0[at]) }
        maps = try names.map { try SurfaceFile.read(at: folder + "/" + $0).surface }
    }

    struct Failure: Error {
        let text: String
        init(_ text: String) { self.text = text }
    }

    /// Every pair of two scans, the first with the lower number.
    var pairs: [(Int, Int)] {
        names.indices.flatMap { one in names.indices.filter { $0 > one }.map { (one, $0) } }
    }
}
