import CDeflate

@testable import Surfaces

/// Makes zip archives with every freedom the format allows.
struct ZipFile {
    struct Entry {
        var name: String
        var content: [UInt8]
        var isDeflated = true
        /// Sizes and checksum stand behind the content instead of before it.
        var hasDescriptor = false
        /// Sizes and place stand in the 64-bit form.
        var isWide = false
        /// What the directory states in place of the true size.
        var statedSize: Int?
        var flags: UInt16 = 0
        var method: UInt16?
    }

    var entries: [Entry] = []
    /// Bytes before the archive.
    var preamble: [UInt8] = []
    var comment: [UInt8] = []
    /// The end record in the 64-bit form.
    var isWide = false

    init(_ entries: [(String, [UInt8])] = []) {
        self.entries = entries.map { Entry(name: $0.0, content: $0.1) }
    }

    func make() -> [UInt8] {
        var file = Bytes()
        file.add(preamble)
        var directory = Bytes()
        for entry in entries {
            let packed = entry.isDeflated ? Self.deflated(entry.content) : entry.content
            let checksum = entry.content.withUnsafeBytes { UInt32(libdeflate_crc32(0, $0.baseAddress, $0.count)) }
            let size = entry.statedSize ?? entry.content.count
            let place = file.bytes.count - preamble.count
            let flags = entry.flags | (entry.hasDescriptor ? 8 : 0)
            let method = entry.method ?? (entry.isDeflated ? 8 : 0)
            file.add(UInt32(0x0403_4B50))
            for value: UInt16 in [20, flags, method, 0, 0x21] { file.add(value) }
            for value in [Int(checksum), packed.count, size] {
                file.add(entry.hasDescriptor ? 0 : UInt32(truncatingIfNeeded: value))
            }
            file.add(UInt16(entry.name.utf8.count))
            file.add(UInt16(0))
            file.add(entry.name)
            file.add(packed)
            if entry.hasDescriptor {
                for value in [0x0807_4B50, checksum, UInt32(packed.count), UInt32(size)] { file.add(value) }
            }
            directory.add(UInt32(0x0201_4B50))
            for value: UInt16 in [20, 20, flags, method, 0, 0x21] { directory.add(value) }
            directory.add(checksum)
            for value in [packed.count, size] {
                directory.add(entry.isWide ? .max : UInt32(truncatingIfNeeded: value))
            }
            directory.add(UInt16(entry.name.utf8.count))
            for value: UInt16 in [entry.isWide ? 28 : 0, 0, 0, 0] { directory.add(value) }
            directory.add(UInt32(0))
            directory.add(entry.isWide ? .max : UInt32(place))
            directory.add(entry.name)
            if entry.isWide {
                directory.add(UInt16(1))
                directory.add(UInt16(24))
                for value in [size, packed.count, place] { directory.add(UInt64(value)) }
            }
        }
        let start = file.bytes.count - preamble.count
        file.add(directory.bytes)
        if isWide {
            let place = file.bytes.count - preamble.count
            file.add(UInt32(0x0606_4B50))
            file.add(UInt64(44))
            for value: UInt16 in [45, 45] { file.add(value) }
            for value: UInt32 in [0, 0] { file.add(value) }
            for value in [entries.count, entries.count, directory.bytes.count, start] { file.add(UInt64(value)) }
            file.add(UInt32(0x0706_4B50))
            file.add(UInt32(0))
            file.add(UInt64(place))
            file.add(UInt32(1))
        }
        file.add(UInt32(0x0605_4B50))
        file.add(UInt32(0))
        for _ in 0..<2 { file.add(isWide ? .max : UInt16(entries.count)) }
        file.add(isWide ? .max : UInt32(directory.bytes.count))
        file.add(isWide ? .max : UInt32(start))
        file.add(UInt16(comment.count))
        file.add(comment)
        return file.bytes
    }

    static func deflated(_ content: [UInt8]) -> [UInt8] {
        let compressor = libdeflate_alloc_compressor(6)
        defer { libdeflate_free_compressor(compressor) }
        let room = libdeflate_deflate_compress_bound(compressor, content.count)
        return [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
            filled = content.withUnsafeBytes {
                libdeflate_deflate_compress(compressor, $0.baseAddress, $0.count, buffer.baseAddress, room)
            }
        }
    }
}
