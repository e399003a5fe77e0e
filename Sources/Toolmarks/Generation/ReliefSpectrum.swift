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
        Band(spacing: 104, relief: 0.55, texture: 0.20),
        Band(spacing: 52, relief: 0.55, texture: 0.20),
        Band(spacing: 26, relief: 0.45, texture: 0.26),
        Band(spacing: 13, relief: 0.28, texture: 0.28),
        Band(spacing: 6.5, relief: 0.11, texture: 0.24),
    ]

    /// The bands that a grid of the given pitch can show.
    static func bands(at pitch: Double) -> ArraySlice<Band> { bands.prefix { $0.spacing >= 0.8 * pitch } }
}
