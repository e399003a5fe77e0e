/// A filter by wavelengths: what is shorter than one cut-off and what is longer than the other is taken away.
///
/// Cut-offs follow ISO 16610: half of the amplitude passes at the cut-off. Programs whose Gaussian has the standard
/// deviation lambda / (2 pi), such as the R package cmcR, mean another thing by the same number; see
/// `isoCutoff(forStandardDeviationRule:)`.
public struct SurfaceFilter: Sendable, Hashable, Codable {
    /// Waves shorter than this are taken away, micrometres; nil keeps them.
    public var shortCutoff: Double?
    /// Waves longer than this are taken away, micrometres; nil keeps them.
    public var longCutoff: Double?
    /// Degree of the local polynomial for the long waves: 0 (ISO 16610-61), 1 or 2 (ISO 16610-31 regression).
    public var order: Int
    /// Whether the long waves are found robustly (ISO 16610-31), without regard for pits and dust.
    public var robust: Bool

    /// A filter from its cut-offs in micrometres.
    public init(shortCutoff: Double? = nil, longCutoff: Double? = nil, order: Int = 0, robust: Bool = false) {
        self.shortCutoff = shortCutoff
        self.longCutoff = longCutoff
        self.order = order
        self.robust = robust
    }

    /// The ISO 16610 cut-off of a Gaussian that a program with the rule sigma = lambda / (2 pi) calls lambda.
    ///
    /// At its nominal wavelength such a filter passes 60.7 % and not 50 %. Its "16 to 500" is 13.6 to 424.7 here.
    public static func isoCutoff(forStandardDeviationRule wavelength: Double) -> Double {
        // lambda_ISO = sigma * pi * sqrt(2 / ln 2), with sigma = lambda / (2 pi).
        wavelength / (2 * 0.693_147_180_559_945_3).squareRoot()
    }
}

extension SurfaceFilter: PreparationOperation {
    func check() throws(SurfacesError) {
        for cutoff in [shortCutoff, longCutoff].compactMap({ $0 }) where !(cutoff > 0 && cutoff.isFinite) {
            throw .setting("filter", "The cut-off \(cutoff) is no wavelength. Give micrometres above zero.")
        }
        if let shortCutoff, let longCutoff, shortCutoff >= longCutoff {
            throw .setting("filter", "The short cut-off \(shortCutoff) is not below the long one, \(longCutoff).")
        }
        guard (0...2).contains(order) else {
            throw .setting("filter", "The degree \(order) is not known. Use 0, 1 or 2.")
        }
    }

    func run(on state: inout PreparationState, notes: inout StepNotes) {
        if let shortCutoff {
            if let smoother = smoother(for: state.map, cutoff: shortCutoff, order: 0) {
                let smooth = smoother.smooth(state.map.values)
                state.map.values = Self.merge(state.map.values, smooth) { $1 }
            } else {
                notes.remark("short-cutoff-below-pitch")
            }
        }
        if let longCutoff {
            guard let smoother = smoother(for: state.map, cutoff: longCutoff, order: order) else {
                // Waves that the points cannot carry are all there is: nothing remains above such a cut-off.
                notes.remark("long-cutoff-below-pitch")
                return
            }
            // The mean is taken off first: sums of small numbers keep more digits.
            let mean = state.map.values.lazy.filter { !$0.isNaN }.reduce(into: (sum: 0.0, count: 0)) {
                $0.sum += Double($1)
                $0.count += 1
            }
            let middle = Float(mean.sum / Double(max(1, mean.count)))
            let centred = state.map.values.map { $0 - middle }
            if robust {
                let result = RobustGaussian.smooth(centred, with: smoother)
                state.map.values = Self.merge(centred, result.values, -)
                notes.add("rounds", Double(result.rounds), "")
            } else {
                state.map.values = Self.merge(centred, smoother.smooth(centred), -)
            }
        }
        notes.addRoughness(of: state.map)
    }

    private func smoother(for map: SurfaceMap, cutoff: Double, order: Int) -> GaussianSmoother? {
        GaussianSmoother(
            cutoff: cutoff,
            order: order,
            columns: map.columns,
            rows: map.rows,
            pitchX: map.pitchX,
            pitchY: map.pitchY
        )
    }

    private static func merge(_ values: [Float], _ smooth: [Float], _ rule: (Float, Float) -> Float) -> [Float] {
        var result = values
        for place in result.indices where !result[place].isNaN { result[place] = rule(values[place], smooth[place]) }
        return result
    }
}
