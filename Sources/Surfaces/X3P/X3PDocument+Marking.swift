extension X3PDocument {
    /// The mask that lies beside the points (`bindata/mask.png` or `mask.bin`), turned as `surface()` turns the points;
    /// nil when there is none or it cannot be used. What is wrong with it is appended to `warnings`.
    ///
    /// The standard knows no masks; this follows the R package x3ptools and programs that read its files. In a picture
    /// of colours the background (`Record3/Mask/Background`, else `#cd7f32`) does not count and other colours are
    /// annotations. In one of black and white, white counts. In a binary mask a bit or byte other than 0 counts.
    public func marking(
        limits: SurfaceLimits = SurfaceLimits(),
        warnings: inout [SurfaceWarning]
    ) -> SurfaceMarking? {
        guard case .matrix(let columns, let rows, _) = dimensions else { return nil }
        let element = description.at("Record3", "Mask") ?? description.first("Mask")
        guard let entry = entries.first(where: { Self.isMask($0.name) }) else {
            // x3ptools always writes the colour of the background; only annotations speak of a picture.
            if element?.first("Annotations")?.elements.isEmpty == false {
                warnings.append(
                    SurfaceWarning(
                        code: .maskUnusable,
                        place: "Mask",
                        detail: "The description speaks of a mask that the archive does not hold; all points count."
                    )
                )
            }
            return nil
        }
        let grid = MaskGrid(columns: columns, rows: rows, turn: orientation.turn)
        if entry.name.lowercased().hasSuffix(".bin") {
            guard let inside = grid.binary(entry.bytes) else {
                let detail = "\(entry.bytes.count) bytes are no mask of \(columns) x \(rows) points; all points count."
                warnings.append(SurfaceWarning(code: .maskUnusable, place: entry.name, detail: detail))
                return nil
            }
            return SurfaceMarking(mask: inside)
        }
        do throws(SurfacesError) {
            let picture = try PNGDecoder.colours(entry.bytes, limits: limits)
            let (colours, isTransposed) = try grid.fitted(picture)
            if isTransposed {
                let detail = "The mask lies across the surface (\(picture.width) x \(picture.height)); it was turned."
                warnings.append(SurfaceWarning(code: .maskTransposed, place: entry.name, detail: detail))
            }
            return grid.marking(colours, element)
        } catch {
            let detail = "\(error.detail) All points count."
            warnings.append(SurfaceWarning(code: .maskUnusable, place: entry.name, detail: detail))
            return nil
        }
    }

    /// Puts a mask beside the points, white where points count, in place of one that is there.
    ///
    /// - Parameter mask: in the frame of `surface()`; it must have the size of the surface.
    /// - Throws: `badSetting` when it has another size.
    public mutating func setMask(_ mask: SurfaceMask) throws(SurfacesError) {
        guard case .matrix(let columns, let rows, _) = dimensions else {
            throw SurfacesError(code: .wrongFeature, detail: "A list of points has no mask.")
        }
        let grid = MaskGrid(columns: columns, rows: rows, turn: orientation.turn)
        guard let stored = grid.stored(mask) else {
            throw .setting("mask", "The mask has another size than the surface. Give one made for this surface.")
        }
        let bytes = try stored.png()
        entries.removeAll { Self.isMask($0.name) }
        entries.append(X3PEntry(name: "bindata/mask.png", bytes: bytes))
        description.change(["Record3"]) { $0.remove("Mask") }
    }

    private static func isMask(_ name: String) -> Bool {
        ["mask.png", "mask.bin"].contains(X3PReader.lastPart(name).lowercased())
    }
}
