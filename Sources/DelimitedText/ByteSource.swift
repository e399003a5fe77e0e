#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where the bytes of a file come from, read forward in pieces.
struct ByteSource: Sendable {
    /// An open file that closes itself with its last user.
    private final class Descriptor: Sendable {
        let number: Int32
        init(number: Int32) { self.number = number }
        deinit { close(number) }
    }

    private enum Origin: Sendable {
        case memory([UInt8])
        case file(Descriptor, isSeekable: Bool)
    }

    /// What people call the source: the path or a name.
    let name: String
    /// The size in bytes, nil for a pipe.
    let size: UInt64?
    private let origin: Origin
    private(set) var position: UInt64 = 0

    init(bytes: [UInt8], name: String) {
        self.name = name
        size = UInt64(bytes.count)
        origin = .memory(bytes)
    }

    init(path: String) throws(DelimitedTextError) {
        name = path
        let number = open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { throw Self.failure(path, "cannot be opened") }
        let descriptor = Descriptor(number: number)
        var status = stat()
        guard fstat(number, &status) == 0 else { throw Self.failure(path, "cannot be examined") }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            throw DelimitedTextError(
                code: .unreadable,
                file: path,
                detail: "This is a folder. Name one of the files in it."
            )
        }
        let isRegular = status.st_mode & S_IFMT == S_IFREG
        size = isRegular ? UInt64(status.st_size) : nil
        origin = .file(descriptor, isSeekable: isRegular)
    }

    /// Goes to an offset from the beginning.
    mutating func seek(to offset: UInt64) throws(DelimitedTextError) {
        guard offset != position else { return }
        guard let size else {
            throw DelimitedTextError(
                code: .unreadable,
                file: name,
                byte: offset,
                detail: "A pipe cannot be read from the middle. Save the data to a file first."
            )
        }
        guard offset <= size else {
            throw DelimitedTextError(
                code: .unreadable,
                file: name,
                byte: offset,
                detail: "The file has only \(size) bytes: it was changed since it was first read. Begin again."
            )
        }
        position = offset
    }

    /// Reads up to `count` bytes, fewer only at the end.
    mutating func read(upTo count: Int) throws(DelimitedTextError) -> [UInt8] {
        switch origin {
        case .memory(let bytes):
            let start = Int(position)
            let piece = Array(bytes[start..<min(start + count, bytes.count)])
            position += UInt64(piece.count)
            return piece
        case .file(let descriptor, let isSeekable):
            let start = position
            var problem: Int32?
            let piece = [UInt8](unsafeUninitializedCapacity: count) { target, filled in
                while filled < count, problem == nil, let base = target.baseAddress {
                    let room = count - filled
                    // Reading at an explicit place keeps copies of a reader independent of each other.
                    let got =
                        isSeekable
                        ? pread(descriptor.number, base + filled, room, off_t(start) + off_t(filled))
                        : Self.readOn(descriptor.number, base + filled, room)
                    if got > 0 {
                        filled += got
                    } else if got == 0 {
                        break
                    } else if errno != EINTR {
                        problem = errno
                    }
                }
            }
            if let problem { throw Self.failure(name, "cannot be read", problem) }
            position += UInt64(piece.count)
            return piece
        }
    }

    private static func readOn(_ number: Int32, _ target: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.read(number, target, count)
        #elseif canImport(Musl)
            Musl.read(number, target, count)
        #else
            Darwin.read(number, target, count)
        #endif
    }

    private static func failure(_ path: String, _ what: String, _ number: Int32 = errno) -> DelimitedTextError {
        let reason = String(cString: strerror(number))
        return DelimitedTextError(
            code: .unreadable,
            file: path,
            detail: "The file \(what): \(reason). Check the name and the permission to read it."
        )
    }
}
