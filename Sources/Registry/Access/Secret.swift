import CSodium
import Storage

/// Random secrets for sessions, request forgery protection and API tokens. Only their SHA-256 is stored.
enum Secret {
    /// 32 random bytes as 43 characters of base64url without padding.
    static func make() -> String {
        var bytes = [UInt8](repeating: 0, count: 32)
        randombytes_buf(&bytes, bytes.count)
        var text = [CChar](repeating: 0, count: 64)
        sodium_bin2base64(&text, text.count, bytes, bytes.count, sodium_base64_VARIANT_URLSAFE_NO_PADDING)
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// What is stored of a secret.
    static func digest(_ secret: String) -> [UInt8] { SHA256.hash(Array(secret.utf8)) }

    /// Compares two secrets in time that does not depend on where they differ.
    static func equal(_ left: String, _ right: String) -> Bool {
        let left = Array(left.utf8)
        let right = Array(right.utf8)
        return left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }
}
