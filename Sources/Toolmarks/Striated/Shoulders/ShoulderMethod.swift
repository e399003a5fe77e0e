/// How the groove shoulders at both sides of a land are found.
///
/// The choice decides the result more than anything else: a piece of shoulder left in is the highest thing in the
/// signature, and a land cut too short loses its marks. `MeasureStriated --methods` compares them.
public enum ShoulderMethod: String, Sendable, Hashable, Codable, CaseIterable {
    /// Grow outwards from the middle along a robust second-degree curve until heights leave it upwards for good.
    case growth
    /// Residuals of a robust local regression over three quarters of the profile against a limit
    /// (Rice, Genschel, Hofmann 2020, doi:10.1080/2330443X.2020.1837286 compare such rules).
    case localRegression
    /// The lowest points inside the first maxima from both ends of a twice smoothed profile
    /// (Hare, Hofmann, Carriquiry 2017, doi:10.1214/17-AOAS1080).
    case rollingMinimum
    /// The last strong bends from the middle outwards: change points of the second differences.
    case secondDifference
    /// No shoulders: the whole profile is the mark.
    case none
}

extension ShoulderMethod {
    /// The points of a profile between the shoulders.
    ///
    /// - Parameters:
    ///   - profile: heights in micrometres with the land's form taken away, NaN where missing.
    ///   - pitch: distance between points, micrometres.
    func land(in profile: [Float], pitch: Double) -> Range<Int> {
        guard let first = profile.firstIndex(where: { !$0.isNaN }),
            let last = profile.lastIndex(where: { !$0.isNaN })
        else { return 0..<0 }
        let measured = first..<last + 1
        let found =
            switch self {
            case .growth: LandGrowth(profile, pitch: pitch, measured: measured).land
            case .localRegression: LandResiduals.land(in: profile, pitch: pitch, measured: measured)
            case .rollingMinimum: LandMinima.land(in: profile, pitch: pitch, measured: measured)
            case .secondDifference: LandBends.land(in: profile, pitch: pitch, measured: measured)
            case .none: measured
            }
        guard self != .none else { return found }
        // The outermost micrometres are the foot of the shoulder.
        let margin = Int((5 / pitch).rounded())
        return found.count > 4 * margin ? found.lowerBound + margin..<found.upperBound - margin : found
    }
}
