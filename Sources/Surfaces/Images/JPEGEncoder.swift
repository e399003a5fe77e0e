import CJPEG

extension Picture {
    /// The picture as a JPEG file without any metadata.
    ///
    /// - Parameter quality: 1 to 100, as libjpeg counts.
    /// - Throws: `tooLarge` when libjpeg-turbo cannot make the file.
    public func jpeg(quality: Int = 82) throws(SurfacesError) -> [UInt8] {
        guard let compressor = unsafe tjInitCompress() else {
            throw SurfacesError(code: .tooLarge, detail: "There is not enough memory to pack the picture.")
        }
        defer { unsafe _ = tjDestroy(compressor) }
        let sampling = Int32(TJSAMP_420.rawValue)
        let room = Int(tjBufSize(Int32(width), Int32(height), sampling))
        var status: Int32 = -1
        let file = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
            var start = buffer.baseAddress
            var size = UInt(room)
            status = unsafe bytes.withUnsafeBufferPointer { source in
                unsafe tjCompress2(
                    compressor,
                    source.baseAddress,
                    Int32(width),
                    0,
                    Int32(height),
                    Int32(TJPF_RGB.rawValue),
                    &start,
                    &size,
                    sampling,
                    Int32(max(1, min(100, quality))),
                    TJFLAG_NOREALLOC | TJFLAG_ACCURATEDCT
                )
            }
            filled = status == 0 ? Int(size) : 0
        }
        guard status == 0 else {
            throw SurfacesError(code: .tooLarge, place: "picture", detail: "The picture cannot be packed as JPEG.")
        }
        return file
    }
}
