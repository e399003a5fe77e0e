extension X3PDocument {
    /// Reads an x3p file.
    ///
    /// `name` is what errors call the file. Throws when the file is no x3p file, damaged, contradicts itself or exceeds
    /// the limits; what can be read all the same becomes a warning.
    public static func read(
        _ bytes: [UInt8],
        name: String = "",
        options: SurfaceReadingOptions = SurfaceReadingOptions()
    ) throws(SurfacesError) -> X3PDocument {
        guard bytes.count <= options.limits.fileBytes else {
            let detail = "The file has \(bytes.count) bytes; at most \(options.limits.fileBytes) are read."
            throw SurfacesError(code: .tooLarge, file: name, detail: detail)
        }
        guard ZipArchive.isArchive(bytes) else {
            throw SurfacesError(
                code: .unknownFormat, file: name, detail: "This is no zip archive, so it is no x3p file.")
        }
        return try X3PReader.read(bytes, file: name, options: options)
    }
}
