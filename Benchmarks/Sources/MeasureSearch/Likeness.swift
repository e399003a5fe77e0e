import Foundation
import Surfaces
import Toolmarks

/// How much pairs of generated firings agree, beside pairs of real ones.
enum Likeness {
    static func measure(folder: String) throws {
        let real = try LabelledScans(folder: folder)
        report("real", try real.maps.map { try PreparedMark($0) }, real.sources)
        for toolClass in ToolClass.all {
            for share in [0.0, 0.4] where toolClass == .granular || toolClass == .parallel || share == 0 {
                var marks: [PreparedMark] = []
                var sources: [String] = []
                for number in 1...8 {
                    let tool = GeneratedTool(
                        toolClass, seed: GeneratedTool.seed(7, toolClass, number), subclass: 3, subclassShare: share
                    )
                    for firing in 0..<3 {
                        marks.append(try PreparedMark(tool.firing(firing).prepared(pitch: 6.25)))
                        sources.append("\(number)")
                    }
                }
                report("\(toolClass), subclass share \(share)", marks, sources)
            }
        }
    }

    private static func report(_ name: String, _ marks: [PreparedMark], _ sources: [String]) {
        var counts: [Bool: [Double]] = [:]
        var scores: [Bool: [Double]] = [:]
        for one in marks.indices {
            for other in marks.indices where other > one {
                guard let result = try? CellComparison().compare(marks[one], marks[other]) else { continue }
                let matches = sources[one] == sources[other]
                counts[matches, default: []].append(Double(result.registeredCount))
                scores[matches, default: []].append(result.score)
            }
        }
        print(name)
        for matches in [true, false] {
            let text = matches ? "matching" : "other"
            print(
                "  \(text) count \(spread(counts[matches] ?? [], "%.0f")), score \(spread(scores[matches] ?? [], "%.3f"))"
            )
        }
    }

    private static func spread(_ values: [Double], _ format: String) -> String {
        let sorted = values.sorted()
        return [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1].map { part in
            String(format: format, sorted[Int(part * Double(sorted.count - 1))])
        }.joined(separator: " ")
    }
}
