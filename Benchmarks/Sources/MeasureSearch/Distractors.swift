import Foundation
import Surfaces
import Toolmarks

/// Marks of tools that never were, one firing of each, among which others are looked for.
struct Distractors {
    let settings: ScreeningSettings

    /// One tool in two is granular as those of the real scans, the others are of all classes.
    static func tool(_ number: Int) -> GeneratedTool {
        let toolClass = number % 2 == 0 ? .granular : ToolClass.all[number / 2 % ToolClass.all.count]
        return GeneratedTool(toolClass, seed: GeneratedTool.seed(2_026, toolClass, number))
    }

    /// The surface from which a screening form is made: at the pitch that screening filters at.
    func surface(_ number: Int, firing: Int = 0) -> SurfaceMap {
        Distractors.tool(number).firing(firing).prepared(pitch: settings.pitch / 2)
    }

    /// The forms of many, from a file if it holds them, else made and written to it.
    func forms(_ count: Int, cache: String?, threads: Int) async throws -> [ScreeningForm] {
        var forms: [ScreeningForm] = []
        if let cache, let data = try? Data(contentsOf: URL(filePath: cache)) {
            let bytes = [UInt8](data)
            var place = 0
            while place < bytes.count, forms.count < count {
                let end = place + 1 + 1_024 * Int(bytes[place]) * Int(bytes[place])
                guard end <= bytes.count, let form = ScreeningForm(bytes: bytes[place..<end]) else { break }
                forms.append(form)
                place = end
            }
        }
        guard forms.count < count else { return forms }
        let start = ContinuousClock.now
        let known = forms.count
        let block = (count - known + threads - 1) / threads
        forms += try await withThrowingTaskGroup(of: (Int, [ScreeningForm]).self) { group in
            for thread in 0..<threads {
                let range =
                    (known + thread * block)..<max(known + thread * block, min(count, known + (thread + 1) * block))
                group.addTask { (thread, try range.map { try ScreeningForm(surface($0), settings: settings) }) }
            }
            var parts: [(Int, [ScreeningForm])] = []
            for try await part in group { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        print("\(count - known) distractors generated in \(text(seconds)) s on \(threads) threads")
        if let cache { try Data(forms.flatMap(\.bytes)).write(to: URL(filePath: cache), options: .atomic) }
        return forms
    }
}

func text(_ value: Double, _ digits: Int = 1) -> String { String(format: "%.\(digits)f", value) }
