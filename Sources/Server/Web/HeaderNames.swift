import HTTPTypes

extension HTTPField.Name {
    /// The parts are constant and valid; a name that were not would fail the first test of any page.
    private static func known(_ name: String) -> HTTPField.Name {
        HTTPField.Name(name) ?? .server
    }

    static let requestIdentifier = known("X-Request-Id")
    static let forgerySecret = known("X-CSRF-Token")
    static let idempotencyKey = known("Idempotency-Key")
    static let referrerPolicy = known("Referrer-Policy")
    static let crossOriginOpenerPolicy = known("Cross-Origin-Opener-Policy")
    static let secFetchSite = known("Sec-Fetch-Site")
}
