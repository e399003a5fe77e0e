/// Addresses that a request names to be led to afterwards. Only paths of this site are followed: anything else would
/// let a link to the sign-in page end at somebody else's.
enum LocalPath {
    private static let longest = 2_000

    /// The text where it is a path of this site, with or without a query; nil for anything else.
    ///
    /// `//host` and `/\host` name another site to browsers (WHATWG URL standard, section 4.4), which also drop tabs and
    /// line breaks; so a backslash and everything that is not printable ASCII is refused.
    static func checked(_ text: String?) -> String? {
        guard let text, text.utf8.count <= longest, text.hasPrefix("/"), !text.hasPrefix("//") else { return nil }
        let isPlain = text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
        return isPlain ? text : nil
    }
}
