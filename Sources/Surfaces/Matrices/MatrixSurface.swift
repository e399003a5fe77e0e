/// Makes surfaces of plain matrices, which say nothing of units and steps.
enum MatrixSurface {
    /// Heights in micrometres become a map; what cannot be right is told.
    static func map(
        columns: Int,
        rows: Int,
        values: [Float],
        options: SurfaceReadingOptions,
        warnings: inout [SurfaceWarning]
    ) throws(SurfacesError) -> SurfaceMap {
        guard options.heightUnit > 0, options.heightUnit.isFinite else {
            throw .setting("height unit", "The unit \(options.heightUnit) is no length. Give micrometres above zero.")
        }
        let pitch = try PitchChoice.pitch(options, &warnings)
        let map = SurfaceMap(columns: columns, rows: rows, pitchX: pitch, pitchY: pitch, values: values)
        guard let range = map.range else {
            throw SurfacesError(code: .noValidPoints, detail: "None of the \(map.count) points holds a number.")
        }
        let extent = range.upperBound - range.lowerBound
        // No instrument resolves a ten-thousandth of a micrometre, and no mark is a decimetre high.
        if extent > 0, extent < 0.01 || extent > 100_000 {
            let text = FixedNumber.short(Double(extent), digits: 2)
            warnings.append(
                SurfaceWarning(
                    code: .valueAssumed,
                    detail: "Heights were taken as micrometres and span \(text); state their unit if that is not so."
                )
            )
        }
        return map
    }
}
