import CTIFF

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The bytes of a TIFF file as libtiff reads them, and the first thing it complained about.
final class TIFFSource {
    private let bytes: [UInt8]
    private var position = 0
    private var complaint: String?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Opens the file; nil when libtiff finds none. The source must outlive the handle.
    func open(largestAllocation: Int) -> OpaquePointer? {
        guard let options = unsafe TIFFOpenOptionsAlloc() else { return nil }
        defer { unsafe TIFFOpenOptionsFree(options) }
        let this = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe TIFFOpenOptionsSetMaxSingleMemAlloc(options, tmsize_t(largestAllocation))
        unsafe TIFFOpenOptionsSetErrorHandlerExtR(
            options,
            { _, user, _, format, arguments in
                if let arguments = unsafe arguments { unsafe TIFFSource.from(user)?.note(format, arguments) }
                return 1
            },
            this
        )
        unsafe TIFFOpenOptionsSetWarningHandlerExtR(options, { _, _, _, _, _ in 1 }, nil)
        // "m": the file is not mapped, since it is in memory already.
        return unsafe TIFFClientOpenExt(
            "picture",
            "rm",
            this,
            { source, target, count in unsafe tmsize_t(TIFFSource.from(source)?.read(target, Int(count)) ?? -1) },
            { _, _, _ in -1 },
            { source, offset, whence in unsafe TIFFSource.from(source)?.seek(offset, whence) ?? .max },
            { _ in 0 },
            { source in unsafe toff_t(TIFFSource.from(source)?.bytes.count ?? 0) },
            { _, _, _ in 0 },
            { _, _, _ in },
            options
        )
    }

    /// What is wrong with the file, in the words of libtiff.
    func problem() -> SurfacesError {
        SurfacesError(
            code: .malformed,
            detail: "The TIFF file is damaged or of a kind that is not read (\(complaint ?? "unknown reason")). "
                + "Export the picture as PNG."
        )
    }

    private static func from(_ pointer: UnsafeMutableRawPointer?) -> TIFFSource? {
        unsafe pointer.map { unsafe Unmanaged<TIFFSource>.fromOpaque($0).takeUnretainedValue() }
    }

    private func read(_ target: UnsafeMutableRawPointer?, _ count: Int) -> Int {
        guard let target = unsafe target, count > 0, position < bytes.count else { return 0 }
        let part = min(count, bytes.count - position)
        unsafe bytes.withUnsafeBytes { buffer in
            unsafe UnsafeMutableRawBufferPointer(start: target, count: part)
                .copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[position..<position + part]))
        }
        position += part
        return part
    }

    private func seek(_ offset: toff_t, _ whence: Int32) -> toff_t {
        let start = whence == SEEK_CUR ? position : whence == SEEK_END ? bytes.count : 0
        let (target, overflow) = start.addingReportingOverflow(Int(truncatingIfNeeded: offset))
        guard !overflow, target >= 0 else { return .max }
        position = target
        return toff_t(target)
    }

    private func note(_ format: UnsafePointer<CChar>?, _ arguments: CVaListPointer) {
        guard complaint == nil, let format = unsafe format else { return }
        var text = [CChar](repeating: 0, count: 256)
        _ = unsafe vsnprintf(&text, text.count, format, arguments)
        complaint = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
