extension X3PDocument {
    /// The profile in the file. Throws when the file holds something else, or when its positions have unequal steps.
    public func profile() throws(SurfacesError) -> ProfileMap {
        guard feature == .profile else {
            throw SurfacesError(code: .wrongFeature, detail: "The file holds no profile (PRF) but \(feature.rawValue).")
        }
        let map = try surface()
        // A profile may lie across, as one column of many rows.
        return ProfileMap(pitch: map.columns > 1 ? map.pitchX : map.pitchY, values: map.values)
    }

    /// The valid points with their places in space, micrometres, after rotation and offset.
    ///
    /// Works for every kind of file. Position = R (increment x stored) + offset; source: ISO 25178-72.
    public func points() -> [SurfacePoint] {
        let (columns, rows) =
            switch dimensions {
            case .matrix(let x, let y, _): (x, y)
            case .list(let count): (count, 1)
            }
        let rotation = axes.rotation.flatMap { $0.count == 9 ? $0 : nil } ?? [1, 0, 0, 0, 1, 0, 0, 0, 1]
        let (lateral, height) = (units.lateralFactor, units.heightFactor)
        var points: [SurfacePoint] = []
        points.reserveCapacity(z.count)
        for index in 0..<z.count where validity?[index] ?? true {
            let a = (x?[index] ?? Double(index % columns)) * axes.x.increment * lateral
            let b = (y?[index] ?? Double(index / columns % rows)) * axes.y.increment * lateral
            let c = z[index] * axes.z.increment * height
            guard a.isFinite, b.isFinite, c.isFinite else { continue }
            points.append(
                SurfacePoint(
                    x: rotation[0] * a + rotation[1] * b + rotation[2] * c + axes.x.offset * lateral,
                    y: rotation[3] * a + rotation[4] * b + rotation[5] * c + axes.y.offset * lateral,
                    z: rotation[6] * a + rotation[7] * b + rotation[8] * c + axes.z.offset * height
                )
            )
        }
        return points
    }
}
