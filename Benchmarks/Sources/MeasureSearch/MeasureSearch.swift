import Foundation
import Surfaces
import Toolmarks

/// Measures the generator and the search.
///
///     MeasureSearch likeness FADUL             generated marks beside the real ones: agreement by full comparison
@main
struct MeasureSearch {
    static func main() throws {
        let arguments = Array(Swift.CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "likeness": try Likeness.measure(folder: arguments[1])
        default: print("usage: MeasureSearch likeness FOLDER")
        }
    }
}
