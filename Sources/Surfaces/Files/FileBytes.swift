#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Loads whole files.
enum FileBytes {
    /// The bytes of a file. Its size is looked at first, so that nothing beyond the limit is loaded.
    static func read(_ path: String, limit: Int) throws(SurfacesError) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { _ = close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw unreadable(path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw SurfacesError(code: .unreadable, file: path, detail: "This is no file. Name a file.")
        }
        let size = Int(status.st_size)
        guard size <= limit else {
            let detail = "The file has \(size) bytes; at most \(limit) are read."
            throw SurfacesError(code: .tooLarge, file: path, detail: detail)
        }
        var failed = false
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            while filled < size {
                let target = unsafe buffer.baseAddress.map { unsafe $0 + filled }
                // A process that holds the file changes no length here: what is missing then shows as damage.
                let count = unsafe platformRead(descriptor, target, size - filled)
                guard count > 0 else {
                    failed = count < 0
                    break
                }
                filled += count
            }
        }
        guard !failed else { throw unreadable(path) }
        return bytes
    }

    private static func platformRead(_ file: Int32, _ target: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
        #if canImport(Darwin)
            unsafe Darwin.read(file, target, count)
        #elseif canImport(Musl)
            unsafe Musl.read(file, target, count)
        #else
            unsafe Glibc.read(file, target, count)
        #endif
    }

    private static func unreadable(_ path: String) -> SurfacesError {
        let reason = unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "unknown reason"
        return SurfacesError(code: .unreadable, file: path, detail: "The file cannot be opened: \(reason).")
    }
}
