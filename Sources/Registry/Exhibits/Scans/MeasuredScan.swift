import Surfaces

/// A scan as read from its file; a measured profile becomes a surface of one row.
struct MeasuredScan {
    let map: SurfaceMap
    let format: String
    let metadata: SurfaceMetadata?
    let warnings: [SurfaceWarning]

    /// - Throws: why the file cannot be read.
    init(_ bytes: [UInt8], name: String, reading: ScanReading, limits: SurfaceLimits) throws(SurfacesError) {
        let options = SurfaceReadingOptions(pitch: reading.pitch, heightUnit: reading.heightUnit ?? 1, limits: limits)
        do {
            let file = try SurfaceFile.read(bytes, name: name, options: options)
            map = file.surface.withoutInfinities
            format = file.format.rawValue
            metadata = file.document?.metadata
            warnings = file.warnings
        } catch {
            guard error.code == .wrongFeature else { throw error }
            let document = try X3PDocument.read(bytes, name: name, options: options)
            let profile = try document.profile()
            map =
                SurfaceMap(
                    columns: profile.values.count, rows: 1, pitchX: profile.pitch, pitchY: profile.pitch,
                    values: profile.values
                ).withoutInfinities
            format = SurfaceFormat.x3p.rawValue
            metadata = document.metadata
            warnings = document.warnings
        }
    }
}

extension SurfaceMap {
    /// Infinite heights, which some matrices hold, are as good as missing.
    fileprivate var withoutInfinities: SurfaceMap {
        guard values.contains(where: \.isInfinite) else { return self }
        var map = self
        map.values = values.map { $0.isInfinite ? .nan : $0 }
        return map
    }
}
