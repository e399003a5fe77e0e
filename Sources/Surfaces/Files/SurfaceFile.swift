/// A surface as read from a file, with what the file says about it.
public struct SurfaceFile: Sendable {
    /// The kind of file.
    public var format: SurfaceFormat
    /// The values: heights in micrometres, or reflectance of a picture.
    public var surface: SurfaceMap
    /// Everything else in an x3p file; nil for other kinds.
    public var document: X3PDocument?
    /// The mask and the annotations that lie beside the points; nil when there are none.
    public var marking: SurfaceMarking?
    /// What was not as it should be, in the order in which it was found.
    public var warnings: [SurfaceWarning]

    /// Reads a surface from the bytes of a file; the kind is told by the content, not by the name.
    ///
    /// `name` is what errors call the file. Throws when the file is of no known kind, damaged, beyond the limits, or
    /// holds no surface.
    public static func read(
        _ bytes: [UInt8],
        name: String = "",
        options: SurfaceReadingOptions = SurfaceReadingOptions()
    ) throws(SurfacesError) -> SurfaceFile {
        guard bytes.count <= options.limits.fileBytes else {
            let most = options.limits.fileBytes
            let detail = "The file has \(bytes.count) bytes; at most \(most) are read."
            throw SurfacesError(code: .tooLarge, file: name, detail: detail)
        }
        do throws(SurfacesError) {
            return try content(of: bytes, name: name, options: options)
        } catch {
            var named = error
            named.file = name
            throw named
        }
    }

    /// Reads a surface from a file.
    public static func read(
        at path: String,
        options: SurfaceReadingOptions = SurfaceReadingOptions()
    ) throws(SurfacesError) -> SurfaceFile {
        try read(FileBytes.read(path, limit: options.limits.fileBytes), name: path, options: options)
    }

    private static func content(
        of bytes: [UInt8],
        name: String,
        options: SurfaceReadingOptions
    ) throws(SurfacesError) -> SurfaceFile {
        if ZipArchive.isArchive(bytes) {
            let document = try X3PReader.read(bytes, file: name, options: options)
            let surface = try document.surface()
            var warnings = document.warnings
            let marking = document.marking(limits: options.limits, warnings: &warnings)
            return SurfaceFile(
                format: .x3p,
                surface: surface,
                document: document,
                marking: marking,
                warnings: warnings
            )
        }
        if NumPyReader.isNumPy(bytes) { return try NumPyReader.read(bytes, options: options) }
        if let format = ReflectanceReader.format(of: bytes) {
            return try ReflectanceReader.read(bytes, format: format, options: options)
        }
        if let table = try TableReader.read(bytes, options: options) { return table }
        throw SurfacesError(
            code: .unknownFormat,
            detail: "The file is none that holds a surface. Read are x3p, NumPy (.npy), CSV, PNG, TIFF and JPEG."
        )
    }
}
