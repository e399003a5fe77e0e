extension X3PDocument {
    /// A new document that holds a map of heights, in metres and type D, which every program reads.
    ///
    /// Reading it back gives the same map to the bit. Throws when the map holds reflectance, which x3p has no place for.
    public init(_ map: SurfaceMap, metadata: SurfaceMetadata = SurfaceMetadata()) throws(SurfacesError) {
        guard map.kind == .height else {
            throw SurfacesError(
                code: .wrongFeature,
                detail: "An x3p file holds heights; a \(map.kind) map is written as a picture or a matrix."
            )
        }
        func lateral(_ pitch: Double) -> X3PAxis {
            X3PAxis(isIncremental: true, dataType: .float64, increment: pitch * 1e-6)
        }
        self.init(
            feature: .surface,
            axes: X3PAxes(
                x: lateral(map.pitchX),
                y: lateral(map.pitchY),
                z: X3PAxis(isIncremental: false, dataType: .float64)
            ),
            dimensions: .matrix(x: map.columns, y: map.rows, z: 1),
            z: .float64(map.values.map { Double($0) * 1e-6 })
        )
        self.metadata = metadata
    }

    /// The document with lengths in metres, as the standard requires, where the file has micrometres.
    ///
    /// Stored values stay as they are; increments and offsets are divided by a million, and the comment of Record2 says
    /// so. A document in metres comes back unchanged.
    public func correctingUnits() -> X3PDocument {
        guard units != .metres else { return self }
        var corrected = self
        var what: [String] = []
        if units.lateralIsMicrometres {
            for path in [\X3PAxes.x, \X3PAxes.y] {
                corrected.axes[keyPath: path].increment /= 1e6
                corrected.axes[keyPath: path].offset /= 1e6
            }
            what.append("lengths along x and y")
        }
        if units.heightIsMicrometres {
            corrected.axes.z.increment /= 1e6
            corrected.axes.z.offset /= 1e6
            what.append("heights")
        }
        corrected.units = .metres
        let note = "Corrected from micrometres to metres: \(what.joined(separator: " and "))."
        let comment = description.text("Record2", "Comment").map { "\($0) \(note)" } ?? note
        corrected.description.setText(comment, "Record2", "Comment")
        return corrected
    }
}
