import Hummingbird
import Registry

/// Entity tags (RFC 9110, section 8.8.3) that state a version: `"3"`.
enum EntityTag {
    static func text(_ version: Int) -> String { "\"\(version)\"" }

    /// The version a change is made on, from `If-Match`.
    /// - Throws: `Problem` with status 428 where the header is missing, `invalid` where it is no version.
    static func version(of request: Request) throws(Problem) -> Int {
        guard let header = request.headers[.ifMatch] else {
            throw Problem(
                code: "invalid", status: .preconditionRequired, failures: [FieldFailure("If-Match", "required")]
            )
        }
        guard let version = Int(header.trimmingPrefix("W/").filter { $0 != "\"" }) else {
            throw Problem(
                code: "invalid", status: .badRequest, failures: [FieldFailure("If-Match", "invalid", value: header)]
            )
        }
        return version
    }

    /// Whether the client has this version already.
    static func matches(_ request: Request, version: Int) -> Bool {
        request.headers[.ifNoneMatch] == text(version)
    }
}
