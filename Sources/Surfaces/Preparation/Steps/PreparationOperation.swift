/// What every kind of step can do; `PreparationStep` passes on to these.
protocol PreparationOperation {
    /// Refuses settings that make no sense, before any work is done.
    func check() throws(SurfacesError)
    /// Changes the surface and notes what was found.
    func run(on state: inout PreparationState, notes: inout StepNotes) throws(SurfacesError)
}

/// The surface between two steps.
struct PreparationState {
    var map: SurfaceMap
    /// Where the first point of the map lies in the original scan, micrometres.
    var origin = PlanePoint(x: 0, y: 0)
    /// What the search for the mark found, in the coordinates of the original scan.
    var breechFace: BreechFace?
}

/// Collects what a step found.
struct StepNotes {
    private(set) var findings: [StepFinding] = []
    private(set) var remarks: [String] = []

    mutating func add(_ name: String, _ value: Double, _ unit: String) {
        findings.append(StepFinding(name: name, value: value, unit: unit))
    }

    mutating func remark(_ code: String) { remarks.append(code) }

    /// The root mean square of the values, called Sq in ISO 25178-2.
    mutating func addRoughness(of map: SurfaceMap) {
        var sum = 0.0
        var squares = 0.0
        var count = 0.0
        for value in map.values where !value.isNaN {
            sum += Double(value)
            squares += Double(value) * Double(value)
            count += 1
        }
        guard count > 0 else { return }
        let mean = sum / count
        add("root-mean-square", max(0, squares / count - mean * mean).squareRoot(), map.kind.unit)
    }
}

extension SurfaceKind {
    /// The unit of the values: micrometres for heights, none for brightness.
    var unit: String { self == .height ? "um" : "" }
}

extension SurfacesError {
    /// A setting of a preparation step that makes no sense.
    static func setting(_ place: String, _ detail: String) -> SurfacesError {
        SurfacesError(code: .badSetting, place: place, detail: detail)
    }
}
