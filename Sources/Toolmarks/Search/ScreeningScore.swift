/// How well the coarse form of a mark agrees with that of another at the best of all arrangements.
public struct ScreeningScore: Hashable, Sendable, Codable {
    /// Points that agree less points that do not, by the square root of their number.
    ///
    /// If neighbouring points were independent, the score of strangers at one arrangement would have the mean 0 and the
    /// deviation 1. The best of thousands of arrangements of strangers lies near 2.5 to 4, that of matches above.
    public let value: Double
    /// The rotation of the candidate that lays it on the query, degrees from the x axis towards the y axis.
    public let rotation: Double
    /// Points measured on both sides.
    public let points: Int
    /// The part of those points whose signs agree.
    public let agreement: Double

    /// No arrangement agrees better than chance, or nowhere enough points meet.
    public static let none = ScreeningScore(value: 0, rotation: 0, points: 0, agreement: 0)
}
