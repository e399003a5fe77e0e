/// One entry as the directory of a zip archive describes it.
struct ZipEntry: Sendable, Hashable {
    /// The name with forward slashes, without `./` and leading slashes.
    var name: String
    /// 0 stored, 8 deflated; nothing else is read.
    var method: UInt16
    var isEncrypted: Bool
    var checksum: UInt32
    var compressedSize: Int
    var size: Int
    /// Where the local header begins, in bytes from the beginning of the file.
    var headerOffset: Int

    /// Whether the entry only stands for a folder.
    var isFolder: Bool { name.isEmpty || name.hasSuffix("/") }

    /// Whether the entry is a trace of an operating system and no part of the document.
    var isLitter: Bool {
        let parts = name.split(separator: "/")
        guard let last = parts.last else { return true }
        return parts.first == "__MACOSX" || last.hasPrefix("._") || last == ".DS_Store" || last == "Thumbs.db"
            || last == "desktop.ini"
    }

    /// Brings the many ways of writing a path into one.
    static func normalised(_ name: String) -> String {
        var parts = name.split(whereSeparator: { $0 == "/" || $0 == "\\" })[...]
        parts.removeAll { $0 == "." }
        let path = parts.joined(separator: "/")
        return name.hasSuffix("/") || name.hasSuffix("\\") ? path + "/" : path
    }
}
