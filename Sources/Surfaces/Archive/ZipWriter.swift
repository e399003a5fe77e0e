import CDeflate

/// Makes zip archives in memory: deflated where that helps, without times, so that equal content gives equal bytes.
struct ZipWriter {
    private var output: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0
    private let level: Int32

    /// `level` is libdeflate's, 1 (quick) to 12 (small).
    init(level: Int = 6) { self.level = Int32(max(1, min(12, level))) }

    /// Appends an entry. Throws when the archive would need the 64-bit form, or when memory is short.
    mutating func append(_ name: String, _ content: [UInt8]) throws(SurfacesError) {
        let packed = try deflated(content, name)
        let isDeflated = packed.count < content.count
        let bytes = isDeflated ? packed : content
        guard content.count < Int(UInt32.max), output.count + bytes.count + directory.count < Int(UInt32.max) - 65_536,
            count < 65_534, name.utf8.count < 65_535
        else {
            throw SurfacesError(code: .tooLarge, place: name, detail: "An archive of 4 GiB or more is not written.")
        }
        let checksum = unsafe content.withUnsafeBytes { unsafe UInt32(libdeflate_crc32(0, $0.baseAddress, $0.count)) }
        var header: [UInt8] = []
        header.add16(20)
        // Bit 11: the name is UTF-8.
        header.add16(name.utf8.allSatisfy { $0 < 0x80 } ? 0 : 1 << 11)
        header.add16(isDeflated ? 8 : 0)
        header.add16(0)
        // 1 January 1980.
        header.add16(1 << 5 | 1)
        header.add32(checksum)
        header.add32(UInt32(bytes.count))
        header.add32(UInt32(content.count))
        header.add16(UInt16(name.utf8.count))
        header.add16(0)
        directory.add32(0x0201_4B50)
        directory.add16(20)
        directory += header
        directory.add16(0)
        directory.add16(0)
        directory.add16(0)
        directory.add32(0)
        directory.add32(UInt32(output.count))
        directory += Array(name.utf8)
        output.add32(0x0403_4B50)
        output += header
        output += Array(name.utf8)
        output += bytes
        count += 1
    }

    /// The archive.
    consuming func finish() -> [UInt8] {
        let start = output.count
        output += directory
        output.add32(0x0605_4B50)
        output.add32(0)
        output.add16(UInt16(count))
        output.add16(UInt16(count))
        output.add32(UInt32(directory.count))
        output.add32(UInt32(start))
        output.add16(0)
        return output
    }

    private func deflated(_ content: [UInt8], _ name: String) throws(SurfacesError) -> [UInt8] {
        guard let compressor = unsafe libdeflate_alloc_compressor(level) else {
            throw SurfacesError(code: .tooLarge, place: name, detail: "There is not enough memory to pack the entry.")
        }
        defer { unsafe libdeflate_free_compressor(compressor) }
        let room = unsafe libdeflate_deflate_compress_bound(compressor, content.count)
        return unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
            filled = unsafe content.withUnsafeBytes {
                unsafe libdeflate_deflate_compress(compressor, $0.baseAddress, $0.count, buffer.baseAddress, room)
            }
        }
    }
}

extension [UInt8] {
    fileprivate mutating func add16(_ value: UInt16) {
        append(UInt8(truncatingIfNeeded: value))
        append(UInt8(truncatingIfNeeded: value >> 8))
    }

    fileprivate mutating func add32(_ value: UInt32) {
        add16(UInt16(truncatingIfNeeded: value))
        add16(UInt16(truncatingIfNeeded: value >> 16))
    }
}
