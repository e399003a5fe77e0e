import Foundation
import Toolmarks

/// What a search found, for people and for programs.
struct SearchReport: Encodable {
    /// One mark of the list.
    struct Row: Encodable {
        let rank: Int
        let file: String
        /// Congruent cells of both directions, and how many cells could be looked for.
        let cells: Int
        let usableCells: Int
        let score: Double
        /// How the mark was turned to lie on the query, degrees.
        let rotation: Double?
        let screening: Double
        var picture: String?

        enum CodingKeys: String, CodingKey {
            case rank, file, cells, score, rotation, screening, picture
            case usableCells = "usable_cells"
        }
    }

    let query: String
    let candidates: Int
    let compared: Int
    let fullCircle: Bool
    var results: [Row]
    let failures: [SearchFolder.Failure]

    enum CodingKeys: String, CodingKey {
        case query, candidates, compared, results, failures
        case fullCircle = "full_circle"
    }

    static func row(rank: Int, file: String, _ hit: SearchHit) -> Row {
        Row(
            rank: rank,
            file: file,
            cells: hit.registeredCount,
            usableCells: hit.usableCount,
            score: hit.score,
            rotation: hit.registration?.rotation,
            screening: hit.screening.value
        )
    }

    /// The list for people.
    var lines: [String] {
        guard !results.isEmpty else { return ["No mark could be compared."] }
        var table = TextTable(headings: ["rank", "cells", "score", "rotation", "screening", "file"])
        for row in results {
            table.add([
                "\(row.rank)", "\(row.cells) of \(row.usableCells)", String(format: "%.3f", row.score),
                row.rotation.map { String(format: "%+.1f°", $0) } ?? "-", String(format: "%.1f", row.screening),
                row.file,
            ])
        }
        return table.lines
    }
}
