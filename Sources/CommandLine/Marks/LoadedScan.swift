import Surfaces
import Toolmarks

/// A scan as read from its file.
struct LoadedScan: Sendable {
    let path: String
    let file: SurfaceFile

    /// The sides beyond this ratio make a land out of a scan of unknown kind.
    private static let longScan = 1.5

    init(_ path: String, options: ScanOptions) throws(SurfacesError) {
        self.path = path
        file = try SurfaceFile.read(at: path, options: options.reading)
    }

    /// The kind of mark, told from the shape of the scan.
    var likelyKind: ToolmarkKind {
        let sides = (file.surface.extentX + file.surface.pitchX, file.surface.extentY + file.surface.pitchY)
        return max(sides.0, sides.1) > Self.longScan * min(sides.0, sides.1) ? .land : .breechFace
    }

    /// The file's name without its folder.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension ReadySurface {
    /// What was done, for people: `already prepared, compared as it is`.
    var sentence: String {
        let share = "\(NumberText.percent(state.validShare)) measured"
        guard !records.isEmpty else { return "\(share), compared as it is" }
        let steps = records.map(\.step.name).joined(separator: ", ")
        let remarks = records.flatMap(\.remarks)
        return "\(share), \(state.stage == .raw ? "raw" : "with its form"): prepared here (\(steps))"
            + (remarks.isEmpty ? "" : "; \(remarks.joined(separator: ", "))")
    }
}
