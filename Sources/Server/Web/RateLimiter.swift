import Hummingbird
import Registry
import Synchronization

/// Keeps one user or one address from taking more than its share: a bucket of tokens each, refilled steadily.
final class RateLimiter: Sendable {
    private struct Bucket {
        var tokens: Double
        var filledAt: ContinuousClock.Instant
    }

    private let buckets = Mutex<[String: Bucket]>([:])
    private let settings: ServerSettings

    /// Buckets kept before full ones are thrown away.
    private static let mostBuckets = 20_000

    init(settings: ServerSettings) {
        self.settings = settings
    }

    /// Admits a request or refuses it: per user where somebody is signed in, per address otherwise, and sign-ins per
    /// address in any case.
    /// - Throws: `Problem` `rate-limited` with the seconds to wait.
    func admit(_ request: Request, _ context: WebContext) throws(Problem) {
        let address = context.remoteAddress?.ipAddress ?? "unknown"
        if request.uri.path == "/sign-in", request.method == .post {
            try take("sign-in \(address)", perMinute: settings.signInsPerMinute)
        }
        if let actor = context.actor {
            try take("user \(actor.name)", perMinute: settings.requestsPerMinute)
        } else if !request.uri.path.hasPrefix("/static/") {
            try take("address \(address)", perMinute: settings.anonymousRequestsPerMinute)
        }
    }

    /// Takes one token from a bucket that holds a minute's worth; 0 a minute means no limit.
    private func take(_ name: String, perMinute: Int) throws(Problem) {
        guard perMinute > 0 else { return }
        let now = ContinuousClock.now
        let rate = Double(perMinute) / 60
        let wait: Double? = buckets.withLock { buckets in
            if buckets.count > Self.mostBuckets {
                buckets = buckets.filter { now - $0.value.filledAt < .seconds(60) }
            }
            var bucket = buckets[name] ?? Bucket(tokens: Double(perMinute), filledAt: now)
            let elapsed = (now - bucket.filledAt).milliseconds / 1_000
            bucket.tokens = min(Double(perMinute), bucket.tokens + elapsed * rate)
            bucket.filledAt = now
            defer { buckets[name] = bucket }
            guard bucket.tokens >= 1 else { return (1 - bucket.tokens) / rate }
            bucket.tokens -= 1
            return nil
        }
        if let wait {
            throw Problem(
                code: "rate-limited", status: .tooManyRequests, retryAfterSeconds: max(1, Int(wait.rounded(.up)))
            )
        }
    }
}
