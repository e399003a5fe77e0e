/// What the points of a file are. Source: ISO 25178-72, element `FeatureType`.
public enum X3PFeature: String, Sendable, Hashable, CaseIterable {
    /// A surface: points on a grid.
    case surface = "SUR"
    /// A profile: points along a line.
    case profile = "PRF"
    /// A point cloud: points without neighbours.
    case pointCloud = "PCL"
}
