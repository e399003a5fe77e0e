/// A peak or a valley of a signature.
public struct Stria: Sendable, Hashable, Codable {
    /// Whether it stands up (peak) or lies low (valley).
    public var isPeak: Bool
    /// Where its highest or lowest point lies, micrometres from the first point of the signature.
    public var position: Double
    /// The height there, micrometres.
    public var height: Double
    /// Where it begins: halfway from the neighbour before, micrometres.
    public var start: Double
    /// Where it ends: halfway to the neighbour after.
    public var end: Double
}

/// Finds peaks and valleys.
enum StriaFinder {
    /// A rise smaller than this part of the standard deviation is no stria.
    private static let leastRise: Float = 0.4

    /// The striae of a profile in their order, peaks and valleys in turn.
    ///
    /// - Parameters:
    ///   - profile: heights in units of the standard deviation, NaN where missing.
    ///   - pitch: distance between points, micrometres.
    ///   - unit: micrometres in one unit of height.
    static func striae(of profile: [Float], pitch: Double, unit: Float) -> [Stria] {
        let smooth = ProfileSmoother(cutoff: 25, pitch: pitch)?.smooth(profile) ?? profile
        var turns: [(place: Int, isPeak: Bool)] = []
        var highest = -1
        var lowest = -1
        for place in smooth.indices where !profile[place].isNaN {
            if highest < 0 || smooth[place] > smooth[highest] { highest = place }
            if lowest < 0 || smooth[place] < smooth[lowest] { lowest = place }
            let wantsPeak = turns.last.map { !$0.isPeak }
            if wantsPeak != false, smooth[highest] - smooth[place] > leastRise, highest < place {
                turns.append((highest, true))
                (highest, lowest) = (place, place)
            } else if wantsPeak != true, smooth[place] - smooth[lowest] > leastRise, lowest < place {
                turns.append((lowest, false))
                (highest, lowest) = (place, place)
            }
        }
        return turns.indices.map { index in
            let place = turns[index].place
            let before =
                index > 0 ? turns[index - 1].place : max(0, 2 * place - (turns.dropFirst().first?.place ?? place))
            let after = index + 1 < turns.count ? turns[index + 1].place : min(profile.count - 1, 2 * place - before)
            return Stria(
                isPeak: turns[index].isPeak,
                position: Double(place) * pitch,
                height: Double(smooth[place] * unit),
                start: Double(before + place) / 2 * pitch,
                end: Double(place + after) / 2 * pitch
            )
        }
    }
}
