/// The waves of a generated relief: fields of doubled spacings with the deviations measured on the Fadul scans.
struct ReliefSpectrum {
    /// The fields of one spacing.
    struct Band {
        /// The distance between nodes, micrometres.
        let spacing: Double
        /// The deviation of what the tool leaves, micrometres.
        let relief: Double
        /// The deviation of what the primer has of its own, micrometres.
        let texture: Double
    }

    /// From the waves of 256 to 500 micrometres to those of 16 to 32.
    static let bands = [
        Band(spacing: 104, relief: 0.95, texture: 0.34),
        Band(spacing: 52, relief: 0.96, texture: 0.34),
        Band(spacing: 26, relief: 0.72, texture: 0.40),
        Band(spacing: 13, relief: 0.37, texture: 0.36),
        Band(spacing: 6.5, relief: 0.12, texture: 0.28),
    ]

    /// The bands that a grid of the given pitch can show.
    static func bands(at pitch: Double) -> ArraySlice<Band> { bands.prefix { $0.spacing >= 0.8 * pitch } }
}
