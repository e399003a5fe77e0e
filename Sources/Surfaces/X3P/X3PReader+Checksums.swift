extension X3PReader {
    /// Compares the checksum of the description with the one that the file named in Record4 holds.
    ///
    /// The name is fixed by the standard, so it is not looked up in a description that is not yet trusted.
    mutating func verifyDescription(_ bytes: [UInt8]) throws(SurfacesError) {
        guard let entry = entry("md5checksum.hex") else {
            if options.verifiesChecksums {
                warn(.checksumMissing, "md5checksum.hex", "The description carries no checksum; it cannot be verified.")
            }
            return
        }
        used.insert(entry.name)
        guard options.verifiesChecksums else { return }
        let text = try archive.extract(entry, limit: 1 << 16)
        try compare(MD5(bytes), with: String(decoding: text, as: UTF8.self), mainEntry.name, recordedIn: entry.name)
    }

    /// Compares the checksum of a binary entry with what the description says, or, where it says nothing, with the
    /// checksum of the archive.
    mutating func verify(
        _ entry: ZipEntry,
        _ bytes: UnsafeRawBufferPointer,
        stated: String?
    ) throws(SurfacesError) {
        guard options.verifiesChecksums else { return }
        if let stated, Self.digits(stated) != nil {
            unsafe try compare(MD5(bytes), with: stated, entry.name, recordedIn: mainEntry.name)
            return
        }
        warn(.checksumMissing, entry.name, "No checksum is recorded for the points; the archive's own was verified.")
        if unsafe !ZipArchive.fits(entry, bytes) {
            try mismatch(entry.name, "The checksum of the archive does not fit: the points were damaged.")
        }
    }

    private mutating func compare(
        _ found: MD5,
        with stated: String,
        _ place: String,
        recordedIn record: String
    ) throws(SurfacesError) {
        guard let digits = Self.digits(stated) else {
            warn(.checksumMissing, record, "What should be a checksum is none; \(place) cannot be verified.")
            return
        }
        guard digits != found.hexadecimal else { return }
        try mismatch(
            place,
            "The checksum does not fit (recorded \(digits), found \(found.hexadecimal)): "
                + "the content was changed after it was recorded. Compare it with the original."
        )
    }

    private mutating func mismatch(_ place: String, _ detail: String) throws(SurfacesError) {
        if options.isStrict { throw problem(.checksum, place, detail) }
        warn(.checksumMismatch, place, detail)
    }

    /// The first 32 hexadecimal digits in a row, in small letters; md5sum's file name after them does not count.
    private static func digits(_ text: String) -> String? {
        var run: [UInt8] = []
        for byte in text.utf8 {
            guard (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20) else {
                if run.count == 32 { break }
                run = []
                continue
            }
            run.append(byte >= 0x41 && byte <= 0x46 ? byte | 0x20 : byte)
        }
        return run.count == 32 ? String(decoding: run, as: UTF8.self) : nil
    }
}
