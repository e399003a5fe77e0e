import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file through the system's calls, which Foundation's files do not offer: exclusive creation and fsync.
struct DurableFile {
    private let descriptor: Int32
    private let path: String

    /// A new file that only this user may read; throws when the name is taken, also by a link.
    static func create(_ path: String) throws -> DurableFile {
        try opened(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC)
    }

    static func openToRead(_ path: String) throws -> DurableFile {
        try opened(path, O_RDONLY | O_CLOEXEC)
    }

    /// A file that grows at its end, made when it is not there.
    static func openToAppend(_ path: String) throws -> DurableFile {
        try opened(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC)
    }

    /// Keeps other programs and threads from the file until it is closed, as far as they ask.
    /// - Throws: `StorageError` `busy` where another has it.
    func lock() throws {
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw StorageError(.busy, "\(path) is being written.", advice: "Try again in a moment.")
        }
    }

    private static func opened(_ path: String, _ flags: Int32) throws -> DurableFile {
        let descriptor = open(path, flags, 0o600)
        guard descriptor >= 0 else { throw StorageError.system("opened", path) }
        return DurableFile(descriptor: descriptor, path: path)
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            let written = systemWrite(descriptor, part.baseAddress, part.count)
            if written < 0 {
                if errno == EINTR { continue }
                throw StorageError.system("written", path)
            }
            rest = rest.dropFirst(written)
        }
    }

    /// The next bytes; nil at the end.
    func read(atMost count: Int) throws -> [UInt8]? {
        while true {
            var result = 0
            let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
                result = systemRead(descriptor, buffer.baseAddress, count)
                length = max(0, result)
            }
            if result > 0 { return piece }
            if result == 0 { return nil }
            guard errno == EINTR else { throw StorageError.system("read", path) }
        }
    }

    /// Reads the next bytes into the buffer; returns how many, 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = systemRead(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw StorageError.system("read", path) }
        }
    }

    func size() throws -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw StorageError.system("read", path) }
        return Int(status.st_size)
    }

    /// Returns when the content is on the disk.
    func synchronize() throws {
        guard fsync(descriptor) == 0 else { throw StorageError.system("made durable", path) }
    }

    func close() {
        _ = systemClose(descriptor)
    }
}

extension DurableFile {
    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    static func move(_ path: String, to target: String) throws {
        guard rename(path, target) == 0 else { throw StorageError.system("moved", path) }
    }

    static func remove(_ path: String) throws {
        guard unlink(path) == 0 || errno == ENOENT else { throw StorageError.system("removed", path) }
    }

    /// Makes a folder and those above it and returns when they are durable.
    static func makeFolder(_ path: String) throws {
        if exists(path) { return }
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        if parent != path { try makeFolder(parent) }
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw StorageError.system("made", path) }
        try synchronizeFolder(parent)
    }

    /// Returns when the names in the folder are on the disk.
    static func synchronizeFolder(_ path: String) throws {
        let folder = try opened(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { folder.close() }
        try folder.synchronize()
    }
}

// Inside the type the names of its own functions would hide the system's.
private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, start, count)
}

private func systemRead(_ descriptor: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, start, count)
}

private func systemClose(_ descriptor: Int32) -> Int32 {
    close(descriptor)
}

extension StorageError {
    /// The error of the system call that just failed.
    fileprivate static func system(_ deed: String, _ path: String) -> StorageError {
        let number = errno
        let code: Code =
            switch number {
            case ENOENT: .notFound
            case EEXIST: .alreadyExists
            case ENOSPC, EDQUOT: .full
            case EACCES, EPERM, ENOTDIR, EISDIR, ELOOP: .cannotOpen
            default: .io
            }
        return StorageError(
            code,
            "\(path) could not be \(deed): \(String(cString: strerror(number))).",
            advice: code == .full
                ? "Free space on the disk." : "Check that the path exists and may be used by this user."
        )
    }
}
