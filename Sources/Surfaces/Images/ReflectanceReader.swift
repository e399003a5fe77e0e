/// Reads pictures as maps of reflectance: what a microscope camera saw, not what the surface measures.
///
/// Brightness depends on the lighting, so such a map is labelled and is never mixed with heights.
enum ReflectanceReader {
    /// The kind of picture that some bytes begin as; nil for none.
    static func format(of bytes: [UInt8]) -> SurfaceFormat? {
        if bytes.starts(with: PNGDecoder.signature) { return .png }
        if JPEGDecoder.isJPEG(bytes) { return .jpeg }
        return TIFFDecoder.isTIFF(bytes) ? .tiff : nil
    }

    /// Reads a picture of a known kind.
    static func read(
        _ bytes: [UInt8],
        format: SurfaceFormat,
        options: SurfaceReadingOptions
    ) throws(SurfacesError) -> SurfaceFile {
        var warnings: [SurfaceWarning] = []
        let samples: ImageSamples
        var hadColour = false
        switch format {
        case .png: samples = try PNGDecoder.decode(bytes, limits: options.limits)
        case .jpeg: (samples, hadColour) = try JPEGDecoder.decode(bytes, limits: options.limits)
        default:
            let (decoded, pictures) = try TIFFDecoder.decode(bytes, limits: options.limits)
            samples = decoded
            if pictures > 1 {
                let detail = "The file holds \(pictures) pictures; the first one was read."
                warnings.append(SurfaceWarning(code: .ignored, detail: detail))
            }
        }
        if samples.hasColour || hadColour {
            warnings.append(
                SurfaceWarning(code: .coloursReduced, detail: "Colours were reduced to brightness (ITU-R BT.601).")
            )
        }
        let pitch = try PitchChoice.pitch(options, &warnings)
        let map = SurfaceMap(
            columns: samples.width,
            rows: samples.height,
            pitchX: pitch,
            pitchY: pitch,
            kind: .reflectance,
            values: samples.brightness()
        )
        return SurfaceFile(format: format, surface: map, document: nil, warnings: warnings)
    }
}

/// The distance between points for files that do not state it.
enum PitchChoice {
    /// The pitch that the user stated, else one micrometre and a warning.
    static func pitch(
        _ options: SurfaceReadingOptions,
        _ warnings: inout [SurfaceWarning]
    ) throws(SurfacesError) -> Double {
        guard let pitch = options.pitch else {
            warnings.append(
                SurfaceWarning(
                    code: .pitchAssumed,
                    detail: "The file does not state the distance between points; 1 micrometre is assumed."
                )
            )
            return 1
        }
        guard pitch > 0, pitch.isFinite else {
            throw .setting("pitch", "The pitch \(pitch) is no distance. Give micrometres above zero.")
        }
        return pitch
    }
}
