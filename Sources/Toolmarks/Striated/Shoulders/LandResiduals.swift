/// Finds a land as the longest stretch near a robust local regression.
enum LandResiduals {
    /// The longest stretch within four deviations, at least 2.5 micrometres; short gaps are bridged.
    static func land(in profile: [Float], pitch: Double, measured: Range<Int>) -> Range<Int> {
        let span = 0.75 * Double(measured.count) * pitch
        guard let smoother = ProfileSmoother(cutoff: span, pitch: pitch, order: 1) else { return measured }
        var kept = profile
        var residuals = profile
        for _ in 0..<8 {
            let smooth = smoother.smooth(kept)
            for place in profile.indices { residuals[place] = profile[place] - smooth[place] }
            let limit = 3 * Spread.deviation(residuals)
            for place in profile.indices { kept[place] = abs(residuals[place]) < limit ? profile[place] : .nan }
        }
        let limit = max(4 * Spread.deviation(residuals), 2.5)
        let gap = Int((60 / pitch).rounded())
        var best = measured.lowerBound..<measured.lowerBound
        var start: Int?
        var last = 0
        for place in measured where abs(residuals[place]) < limit {
            if start == nil || place - last > gap { start = place }
            last = place
            if let start, place + 1 - start > best.count { best = start..<place + 1 }
        }
        return best.isEmpty ? measured : best
    }
}
