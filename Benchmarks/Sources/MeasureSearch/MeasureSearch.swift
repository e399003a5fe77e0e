import Foundation
import Surfaces
import Toolmarks

/// Measures the generator and the search on a folder of real scans with a truth file.
///
///     MeasureSearch likeness FOLDER                            generated pairs beside real ones, by full comparison
///     MeasureSearch screen FOLDER [DISTRACTORS] [NAME=VALUE...]  where mates stand after screening
///
/// Values: cache=FILE threads=N full-circle=yes pitch= short= long= reach=
@main
struct MeasureSearch {
    static func main() async throws {
        let arguments = Array(Swift.CommandLine.arguments.dropFirst())
        guard arguments.count >= 2 else { return print("usage: MeasureSearch likeness|screen FOLDER ...") }
        var values: [String: String] = [:]
        for argument in arguments {
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 { values[parts[0]] = parts[1] }
        }
        let threads = Int(values["threads"] ?? "") ?? 1
        let count = arguments.dropFirst(2).compactMap { Int($0) }.first ?? 0
        var settings = values["full-circle"] == nil ? ScreeningSettings() : .fullCircle
        settings.pitch = values["pitch"].flatMap(Double.init) ?? settings.pitch
        settings.shortCutoff = values["short"].flatMap(Double.init) ?? settings.shortCutoff
        settings.longCutoff = values["long"].flatMap(Double.init) ?? settings.longCutoff
        settings.reach = values["reach"].flatMap(Double.init) ?? settings.reach
        switch arguments[0] {
        case "likeness": try Likeness.measure(folder: arguments[1])
        case "screen":
            let run = ScreeningRun(scans: try LabelledScans(folder: arguments[1]), settings: settings, threads: threads)
            try await run.measure(distractors: count, cache: values["cache"])
        default: print("There is no measurement '\(arguments[0])'.")
        }
    }
}
