/// Keeps the waves between two cut-offs in cross-cuts.
enum BandPass {
    /// The waves of every cross-cut between the cut-offs of an extraction, NaN where the cross-cut has no value.
    ///
    /// The long waves are found twice more without the points that stand far out, so that a remnant of a shoulder or a
    /// scratch does not bend its surroundings (robust filter in the sense of ISO 16610-31).
    static func waves(of bands: ProfileStack, _ extraction: SignatureExtraction) -> ProfileStack {
        var waves = bands
        if let long = ProfileSmoother(cutoff: extraction.longCutoff, pitch: bands.pitch, order: 1) {
            var kept = bands
            for round in 0..<3 {
                let smooth = long.smooth(kept)
                for place in waves.values.indices { waves.values[place] = bands.values[place] - smooth.values[place] }
                guard round < 2 else { break }
                let limit = 4 * Spread.deviation(waves.values)
                for place in kept.values.indices {
                    kept.values[place] = abs(waves.values[place]) < limit ? bands.values[place] : .nan
                }
            }
        }
        guard let short = ProfileSmoother(cutoff: extraction.shortCutoff, pitch: bands.pitch) else { return waves }
        let smooth = short.smooth(waves)
        for place in waves.values.indices where !bands.values[place].isNaN {
            waves.values[place] = smooth.values[place]
        }
        return waves
    }
}
