import CSodium
import Dispatch

/// Passwords are kept as Argon2id strings (RFC 9106), made and verified by libsodium: 19 MiB of memory and two
/// passes, the first choice of the OWASP password storage guide.
enum Password {
    static let shortest = 12
    static let longest = 200

    private static let passes: UInt64 = 2
    private static let memoryBytes = 19 * 1024 * 1024

    /// One at a time, off the threads that answer requests: a burst of sign-ins must not stall checks.
    private static let queue = DispatchQueue(label: "cartouche.password")

    /// A hash string that carries its own salt and parameters.
    static func hash(_ password: String) async -> String {
        await withCheckedContinuation { continuation in
            queue.async {
                var output = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
                let length = UInt64(password.utf8.count)
                let failed = crypto_pwhash_str(&output, password, length, passes, memoryBytes)
                // Only running out of memory fails; an empty hash then matches no password.
                let text =
                    failed == 0
                    ? String(decoding: output.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) : ""
                continuation.resume(returning: text)
            }
        }
    }

    /// Whether the password is the one the hash was made from.
    static func verify(_ password: String, against hash: String) async -> Bool {
        await withCheckedContinuation { continuation in
            queue.async {
                let matches = crypto_pwhash_str_verify(hash, password, UInt64(password.utf8.count)) == 0
                continuation.resume(returning: matches)
            }
        }
    }

    /// A hash of nothing anybody types, verified when the user does not exist, so that the answer takes as long.
    static let decoy =
        "$argon2id$v=19$m=19456,t=2,p=1$WmJ1bGdvcnVzdGljYWxkZQ$"
        + "CcPmtVGHOnmnFDbsfAYbNb1lWcQSGr9CbdAYkS3p7y4"

    /// What is wrong with a new password: too short, too long, or the user's own name.
    static func failures(_ password: String, userName: String, field: String) -> [FieldFailure] {
        if password.count < shortest {
            return [FieldFailure(field, "too-short", arguments: ["minimum": "\(shortest)"])]
        }
        if password.utf8.count > longest {
            return [FieldFailure(field, "too-long", arguments: ["maximum": "\(longest)"])]
        }
        if password.lowercased().contains(userName.lowercased()) { return [FieldFailure(field, "contains-name")] }
        return []
    }
}
