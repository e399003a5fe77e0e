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
        // The comparison of If-Match is the strong one (RFC 9110, section 13.1.1): a weak tag names no version.
        guard header.count > 2, header.hasPrefix("\""), header.hasSuffix("\""),
            let version = Int(header.dropFirst().dropLast())
        else {
            throw Problem(
                code: "invalid", status: .badRequest, failures: [FieldFailure("If-Match", "invalid", value: header)]
            )
        }
        return version
    }

    /// Whether the client has this version already: `If-None-Match` names it, alone or in a list (RFC 9110, section
    /// 13.1.2, which compares weakly).
    static func matches(_ request: Request, version: Int) -> Bool {
        guard let header = request.headers[.ifNoneMatch] else { return false }
        return header.split(separator: ",").contains { item in
            let name = item.filter { $0 != " " && $0 != "\t" }
            return name == "*" || name.trimmingPrefix("W/") == text(version)
        }
    }

    /// The answer to a client that has this version already.
    static func notModified(_ version: Int) -> Response {
        Response(status: .notModified, headers: [.eTag: text(version), .cacheControl: "no-store"])
    }
}
