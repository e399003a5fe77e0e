/// A zip archive in memory: its directory, and entries on demand.
///
/// Source: PKWARE, .ZIP File Format Specification (APPNOTE), version 6.3.10. Read are stored and deflated entries, data
/// descriptors (sizes are taken from the directory), zip64, comments and bytes before the archive.
struct ZipArchive: Sendable {
    let bytes: [UInt8]
    /// The file as the caller named it, for messages.
    let file: String
    let entries: [ZipEntry]

    /// Whether some bytes begin, or end, as a zip archive does.
    static func isArchive(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    /// Reads the directory. Throws when it is missing, cut off, contradicts itself or exceeds the limits.
    init(_ bytes: [UInt8], file: String, limits: SurfaceLimits) throws(SurfacesError) {
        self.bytes = bytes
        self.file = file
        let reader = LittleEndianReader(bytes: bytes)
        guard let end = Self.endRecord(reader) else {
            throw SurfacesError(
                code: .truncated,
                file: file,
                detail: "The zip archive has no directory: the file is cut off. Fetch it again from its source."
            )
        }
        guard end.count <= limits.entries else {
            throw SurfacesError(
                code: .tooLarge,
                file: file,
                detail: "The archive announces \(end.count) entries; at most \(limits.entries) are read."
            )
        }
        guard let entries = Self.directory(reader, end: end) else {
            throw SurfacesError(
                code: .malformed,
                file: file,
                detail: "The directory of the zip archive contradicts itself. Fetch the file again from its source."
            )
        }
        self.entries = entries
    }

    /// Where the directory lies.
    private struct EndRecord {
        var count: Int
        var offset: Int
        /// Bytes that stand before the archive; all offsets count from its beginning.
        var shift: Int
    }

    private static func endRecord(_ reader: LittleEndianReader) -> EndRecord? {
        let count = reader.bytes.count
        guard count >= 22 else { return nil }
        // A comment of up to 65,535 bytes may follow the record of 22 bytes.
        for offset in stride(from: count - 22, through: max(0, count - 22 - 65_535), by: -1)
        where reader.bytes[offset] == 0x50 && reader.byte32(offset) == 0x0605_4B50 {
            guard let entries = reader.byte16(offset + 10), let size = reader.byte32(offset + 12),
                let start = reader.byte32(offset + 16)
            else { continue }
            if entries == .max || size == .max || start == .max, let record = wideEndRecord(reader, before: offset) {
                return record
            }
            let shift = offset - Int(size) - Int(start)
            guard shift >= 0 else { continue }
            return EndRecord(count: Int(entries), offset: Int(start) + shift, shift: shift)
        }
        return nil
    }

    /// The end record of a zip64 archive, found through the locator that stands before the plain one.
    private static func wideEndRecord(_ reader: LittleEndianReader, before offset: Int) -> EndRecord? {
        let locator = offset - 20
        guard reader.byte32(locator) == 0x0706_4B50, let stated = reader.byte64(locator + 8) else { return nil }
        for place in [stated, locator - 56] where reader.byte32(place) == 0x0606_4B50 {
            guard let entries = reader.byte64(place + 32), let start = reader.byte64(place + 48) else { return nil }
            let shift = place - stated
            let (directory, overflow) = start.addingReportingOverflow(shift)
            guard !overflow, shift >= 0 else { return nil }
            return EndRecord(count: entries, offset: directory, shift: shift)
        }
        return nil
    }

    private static func directory(_ reader: LittleEndianReader, end: EndRecord) -> [ZipEntry]? {
        var entries: [ZipEntry] = []
        var offset = end.offset
        for _ in 0..<end.count {
            guard reader.byte32(offset) == 0x0201_4B50, let flags = reader.byte16(offset + 8),
                let method = reader.byte16(offset + 10), let checksum = reader.byte32(offset + 16),
                let compressed = reader.byte32(offset + 20), let size = reader.byte32(offset + 24),
                let nameLength = reader.byte16(offset + 28), let extraLength = reader.byte16(offset + 30),
                let commentLength = reader.byte16(offset + 32), let header = reader.byte32(offset + 42)
            else { return nil }
            let nameStart = offset + 46
            let extraStart = nameStart + Int(nameLength)
            let next = extraStart + Int(extraLength) + Int(commentLength)
            guard next <= reader.bytes.count else { return nil }
            var wide = WideFields(reader, in: extraStart..<extraStart + Int(extraLength))
            guard let fullSize = wide.resolve(size), let fullCompressed = wide.resolve(compressed),
                let fullHeader = wide.resolve(header)
            else { return nil }
            let (place, overflow) = fullHeader.addingReportingOverflow(end.shift)
            guard !overflow else { return nil }
            entries.append(
                ZipEntry(
                    name: ZipEntry.normalised(decodedName(reader.bytes[nameStart..<extraStart])),
                    method: method,
                    isEncrypted: flags & 1 != 0,
                    checksum: checksum,
                    compressedSize: fullCompressed,
                    size: fullSize,
                    headerOffset: place
                )
            )
            offset = next
        }
        return entries
    }

    /// Names are UTF-8 where they can be; what is not is taken letter by letter, so that no two become one.
    private static func decodedName(_ bytes: ArraySlice<UInt8>) -> String {
        String(validating: bytes, as: UTF8.self) ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    /// The 64-bit values of an entry, in the order in which the plain fields say "look there".
    private struct WideFields {
        private var values: [Int?] = []

        init(_ reader: LittleEndianReader, in range: Range<Int>) {
            var offset = range.lowerBound
            while offset + 4 <= range.upperBound, let kind = reader.byte16(offset), let size = reader.byte16(offset + 2)
            {
                let start = offset + 4
                let end = min(start + Int(size), range.upperBound)
                if kind == 1 {
                    values = stride(from: start, through: end - 8, by: 8).map { reader.byte64($0) }
                    return
                }
                offset = start + Int(size)
            }
        }

        mutating func resolve(_ plain: UInt32) -> Int? {
            guard plain == .max else { return Int(plain) }
            return values.isEmpty ? nil : values.removeFirst()
        }
    }
}
