import Foundation
import Surfaces
import Toolmarks

/// Measures the generator and the search on a folder of real scans with a truth file.
///
///     MeasureSearch likeness FOLDER                            generated pairs beside real ones, by full comparison
///     MeasureSearch screen FOLDER [DISTRACTORS] [NAME=VALUE...]  where mates stand after screening
///     MeasureSearch recall FOLDER [DISTRACTORS] [NAME=VALUE...]  and what full comparison makes of the shortlist
///
/// Values: cache=FILE for the distractors' forms, threads=N, generated=N queries besides the real ones, shortlist=N,
/// full-circle=yes, and pitch= short= long= reach= in micrometres for other settings than the standard ones.
@main
struct MeasureSearch {
    static func main() async throws {
        let arguments = Array(Swift.CommandLine.arguments.dropFirst())
        guard arguments.count >= 2 else { return print("usage: MeasureSearch likeness|screen|recall FOLDER ...") }
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
        let generated = Int(values["generated"] ?? "") ?? 100
        switch arguments[0] {
        case "likeness": try Likeness.measure(folder: arguments[1])
        case "screen":
            let run = ScreeningRun(scans: try LabelledScans(folder: arguments[1]), settings: settings, threads: threads)
            try await run.measure(distractors: count, cache: values["cache"], generated: generated)
        case "recall":
            let run = FullRecall(
                scans: try LabelledScans(folder: arguments[1]), settings: settings, threads: threads,
                shortlist: Int(values["shortlist"] ?? "") ?? 200
            )
            try await run.measure(distractors: count, cache: values["cache"], generated: generated)
        default: print("There is no measurement '\(arguments[0])'.")
        }
    }
}
