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

    // Resumable uploads, tus 1.0.
    static let tusResumable = known("Tus-Resumable")
    static let tusVersion = known("Tus-Version")
    static let tusExtension = known("Tus-Extension")
    static let tusMaxSize = known("Tus-Max-Size")
    static let uploadOffset = known("Upload-Offset")
    static let uploadLength = known("Upload-Length")
    static let uploadMetadata = known("Upload-Metadata")
    static let uploadExpires = known("Upload-Expires")
    /// The number of the mark that a finished upload belongs to.
    static let uploadMark = known("Upload-Mark")
}
