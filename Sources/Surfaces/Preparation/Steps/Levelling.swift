/// Taking away the overall form of a surface: its tilt, its dome, or a smooth polynomial.
public struct Levelling: Sendable, Hashable, Codable {
    /// The form that is taken away.
    public enum Form: Sendable, Hashable, Codable {
        /// A plane.
        case plane
        /// A part of a sphere, for domed primers; a flat surface is a sphere without curvature and is fitted as well.
        case sphere
        /// A polynomial of a total degree from 0 (a height) to 8.
        case polynomial(degree: Int)
    }

    /// The form that is taken away.
    public var form: Form
    /// Whether outliers lose their weight (median regression, then Tukey's biweight) or count fully (least squares).
    public var robust: Bool

    /// A levelling from its form; robust unless told otherwise.
    public init(_ form: Form, robust: Bool = true) {
        self.form = form
        self.robust = robust
    }
}

extension Levelling: PreparationOperation {
    func check() throws(SurfacesError) {
        if case .polynomial(let degree) = form, !(0...8).contains(degree) {
            throw .setting("level", "The degree \(degree) is not known. Use 0 to 8.")
        }
    }

    func run(on state: inout PreparationState, notes: inout StepNotes) throws(SurfacesError) {
        let surface = try FormFit(form: form, robust: robust).fit(state.map)
        surface.subtract(from: &state.map)
        notes.add("tilt-x", surface.tiltX, "um/mm")
        notes.add("tilt-y", surface.tiltY, "um/mm")
        if let radius = surface.radius { notes.add("radius", radius, "um") }
        notes.add("scatter", surface.scatter, state.map.kind.unit)
        notes.addRoughness(of: state.map)
    }
}
