import CDeflate

extension ZipArchive {
    /// Deflate cannot shrink bytes below this part of their size; an entry that announces more lies.
    private static let largestRatio = 1_032

    /// Fails unless an entry can be read and can hold what it announces; returns where its bytes lie.
    func contents(of entry: ZipEntry) throws(SurfacesError) -> Range<Int> {
        guard !entry.isEncrypted, entry.method == 0 || entry.method == 8 else {
            let way = entry.isEncrypted ? "encrypted" : "packed by method \(entry.method)"
            throw problem(.unsupported, entry, "The entry is \(way). Pack the archive again, plain or deflated.")
        }
        let reader = LittleEndianReader(bytes: bytes)
        guard reader.byte32(entry.headerOffset) == 0x0403_4B50,
            let nameLength = reader.byte16(entry.headerOffset + 26),
            let extraLength = reader.byte16(entry.headerOffset + 28)
        else {
            throw problem(.malformed, entry, "The directory points to a place where no entry begins.")
        }
        let start = entry.headerOffset + 30 + Int(nameLength) + Int(extraLength)
        guard start <= bytes.count, entry.compressedSize <= bytes.count - start else {
            throw problem(.truncated, entry, "The entry is cut off. Fetch the file again from its source.")
        }
        let (most, overflow) = entry.compressedSize.multipliedReportingOverflow(by: Self.largestRatio)
        let possible = entry.method == 0 ? entry.size == entry.compressedSize : overflow || entry.size <= most
        guard possible else {
            let sizes = "\(entry.compressedSize) bytes cannot hold the \(entry.size) announced"
            throw problem(.malformed, entry, "The sizes of the entry contradict each other: \(sizes).")
        }
        return start..<start + entry.compressedSize
    }

    /// The inflated bytes of an entry, at most `limit` of them.
    func extract(_ entry: ZipEntry, limit: Int) throws(SurfacesError) -> [UInt8] {
        let range = try contents(of: entry)
        guard entry.size <= limit else {
            throw problem(.tooLarge, entry, "The entry inflates to \(entry.size) bytes; at most \(limit) are read.")
        }
        return try extract(entry, from: range, elements: entry.size, zero: UInt8(0))
    }

    /// The inflated bytes of an entry as numbers of a type that any bits make, in the byte order of the machine.
    ///
    /// The caller has compared `elements` times the size of a number with `entry.size`.
    func extract<Element: BitwiseCopyable>(
        _ entry: ZipEntry,
        from range: Range<Int>,
        elements: Int,
        zero: Element
    ) throws(SurfacesError) -> [Element] {
        var failure: Failure? = nil
        let values = unsafe [Element](unsafeUninitializedCapacity: elements) { buffer, count in
            let target = unsafe UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: entry.size)
            failure = unsafe bytes.withUnsafeBytes { source in
                unsafe Self.inflate(UnsafeRawBufferPointer(rebasing: source[range]), method: entry.method, into: target)
            }
            count = failure == nil ? elements : 0
        }
        switch failure {
        case nil: return values
        case .memory: throw problem(.tooLarge, entry, "There is not enough memory to inflate the entry.")
        case .damaged: throw problem(.malformed, entry, "The entry is damaged. Fetch the file again from its source.")
        case .wrongSize:
            throw problem(.malformed, entry, "The entry does not inflate to the \(entry.size) bytes it announces.")
        }
    }

    private enum Failure { case memory, damaged, wrongSize }

    private static func inflate(
        _ source: UnsafeRawBufferPointer,
        method: UInt16,
        into target: UnsafeMutableRawBufferPointer
    ) -> Failure? {
        guard method == 8 else {
            unsafe target.copyMemory(from: source)
            return nil
        }
        guard let decompressor = unsafe libdeflate_alloc_decompressor() else { return .memory }
        defer { unsafe libdeflate_free_decompressor(decompressor) }
        // An empty buffer has no address, and the library wants one.
        var spare: UInt8 = 0
        let result = unsafe withUnsafeMutablePointer(to: &spare) { pointer in
            unsafe libdeflate_deflate_decompress(
                decompressor,
                source.baseAddress,
                source.count,
                target.baseAddress ?? UnsafeMutableRawPointer(pointer),
                target.count,
                nil
            )
        }
        switch result {
        case LIBDEFLATE_SUCCESS: return nil
        case LIBDEFLATE_BAD_DATA: return .damaged
        default: return .wrongSize
        }
    }

    /// Whether the checksum that the archive keeps fits the bytes of an entry.
    static func fits(_ entry: ZipEntry, _ bytes: UnsafeRawBufferPointer) -> Bool {
        unsafe UInt32(libdeflate_crc32(0, bytes.baseAddress, bytes.count)) == entry.checksum
    }

    private func problem(_ code: SurfacesError.Code, _ entry: ZipEntry, _ detail: String) -> SurfacesError {
        SurfacesError(code: code, file: file, place: entry.name, detail: detail)
    }
}
