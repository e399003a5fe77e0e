/// The axis of a scan that the striae follow, but for a small angle.
public enum StriaeAxis: String, Sendable, Hashable, Codable {
    /// The striae run along x; a cross-section is a column of the scan.
    case x
    /// The striae run along y; a cross-section is a row of the scan.
    case y
}
