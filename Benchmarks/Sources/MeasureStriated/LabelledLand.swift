import Foundation
import Surfaces

/// A scan of a land whose source is known.
struct LabelledLand {
    var name: String
    var barrel: String
    var bullet: String
    var family: String
    var kind = ""
    var map: SurfaceMap

    /// Reads the scans of a folder and their truth.
    static func read(_ folder: String) throws -> [LabelledLand] {
        let text = try String(contentsOfFile: folder + "/truth.csv", encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map { $0.split(separator: ",").map(String.init) }
        guard let heading = lines.first, let scan = heading.firstIndex(of: "scan"),
            let bullet = heading.firstIndex(of: "bullet"), let family = heading.firstIndex(of: "groove_family")
        else { return [] }
        let barrel = heading.firstIndex(of: "barrel")
        return try lines.dropFirst().map { row in
            LabelledLand(
                name: row[scan], barrel: barrel.map { row[$0] } ?? "", bullet: row[bullet], family: row[family],
                map: try SurfaceFile.read(at: folder + "/" + row[scan]).surface
            )
        }
    }

    /// Whether two lands are compared at all: never within one bullet.
    func isCompared(with other: LabelledLand) -> Bool { barrel != other.barrel || bullet != other.bullet }

    /// Whether one land of one barrel made both.
    func matches(_ other: LabelledLand) -> Bool { barrel == other.barrel && family == other.family }
}
