/// How the server listens and what it allows. The program's configuration documents each.
public struct ServerSettings: Sendable, Hashable {
    /// Address to listen on.
    public var host = "127.0.0.1"
    /// Port to listen on; 0 takes a free one.
    public var port = 8080
    /// Whether all data are invented: shows a banner and the demo sign-ins.
    public var isDemonstration = false
    /// Whether browsers reach the server through TLS only: cookies are then `Secure`.
    public var isBehindTLS = false
    /// The address by which others reach the installation, such as `https://notices.example.org`, for links in answers to
    /// programs; nil for that of the request.
    public var publicAddress: String?
    /// The path below which anybody reads public notices, without a slash at its end; nil to show none.
    public var publicNoticesPath: String? = "/notices/v1"
    /// A port that serves public notices and nothing else; 0 for none.
    public var publicNoticesPort = 0
    /// Requests a signed-in user or token may make in a minute; 0 for no limit.
    public var requestsPerMinute = 3_000
    /// Requests an address may make in a minute without signing in; 0 for no limit.
    public var anonymousRequestsPerMinute = 600
    /// Sign-ins an address may try in a minute; 0 for no limit.
    public var signInsPerMinute = 30
    /// Marks that are correlated at the same time beside the server, one thread of low priority each; 0 leaves all to
    /// workers of their own.
    public var correlationWorkers = 1
    /// Sign-ins shown on the sign-in page of a demonstration.
    public var demonstrationAccounts: [DemonstrationAccount] = []

    /// A sign-in of the invented world.
    public struct DemonstrationAccount: Sendable, Hashable {
        /// Sign-in name.
        public var name: String
        /// Password, which is published.
        public var password: String
        /// Code of the role, for example `bureau-desk`.
        public var role: String
        /// ISO 3166-1 alpha-2 code of the bureau's country; empty for the coordination centre.
        public var countryCode: String
        /// Name of the bureau.
        public var bureau: String

        /// Names one sign-in; `role` is a role's code, `countryCode` ISO 3166-1 alpha-2 or empty.
        public init(name: String, password: String, role: String, countryCode: String, bureau: String) {
            self.name = name
            self.password = password
            self.role = role
            self.countryCode = countryCode
            self.bureau = bureau
        }
    }

    /// The defaults.
    public init() {}
}
