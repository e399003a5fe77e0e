import Synchronization

/// Counts and times of requests, in the text format that Prometheus reads.
final class Metrics: Sendable {
    private struct Key: Hashable {
        var method: String
        var route: String
        var status: Int
    }

    private struct Histogram {
        var buckets = [Int](repeating: 0, count: Metrics.bounds.count)
        var count = 0
        var sum = 0.0
    }

    private struct State {
        var requests: [Key: Int] = [:]
        var times: [String: Histogram] = [:]
        var gauges: [String: Double] = [:]
        var underWay = 0
    }

    /// Upper bounds of the time buckets, seconds.
    static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

    private let state = Mutex(State())

    /// Counts a request that begins to be answered.
    func begin() {
        state.withLock { $0.underWay += 1 }
    }

    /// Counts one answered request.
    func count(method: String, route: String, status: Int, _ elapsed: Duration) {
        let seconds = elapsed.milliseconds / 1_000
        state.withLock { state in
            state.underWay -= 1
            state.requests[Key(method: method, route: route, status: status), default: 0] += 1
            var histogram = state.times[route] ?? Histogram()
            if let bucket = Self.bounds.firstIndex(where: { seconds <= $0 }) { histogram.buckets[bucket] += 1 }
            histogram.count += 1
            histogram.sum += seconds
            state.times[route] = histogram
        }
    }

    /// Sets a value that goes up and down.
    func set(_ gauge: String, _ value: Double) {
        state.withLock { $0.gauges[gauge] = value }
    }

    /// The exposition, format version 0.0.4.
    func text() -> String {
        let state = state.withLock { $0 }
        var lines = ["# HELP cartouche_requests_total Requests answered.", "# TYPE cartouche_requests_total counter"]
        for (key, count) in state.requests.sorted(by: { "\($0.key)" < "\($1.key)" }) {
            let labels = "method=\"\(key.method)\",route=\"\(key.route)\",status=\"\(key.status)\""
            lines.append("cartouche_requests_total{\(labels)} \(count)")
        }
        lines.append("# HELP cartouche_request_seconds Time to answer, seconds.")
        lines.append("# TYPE cartouche_request_seconds histogram")
        for (route, histogram) in state.times.sorted(by: { $0.key < $1.key }) {
            var total = 0
            for (bound, count) in zip(Self.bounds, histogram.buckets) {
                total += count
                lines.append("cartouche_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(total)")
            }
            lines.append("cartouche_request_seconds_bucket{route=\"\(route)\",le=\"+Inf\"} \(histogram.count)")
            lines.append("cartouche_request_seconds_sum{route=\"\(route)\"} \(histogram.sum)")
            lines.append("cartouche_request_seconds_count{route=\"\(route)\"} \(histogram.count)")
        }
        lines.append("# HELP cartouche_requests_under_way Requests being answered.")
        lines.append("# TYPE cartouche_requests_under_way gauge")
        lines.append("cartouche_requests_under_way \(state.underWay)")
        for (gauge, value) in state.gauges.sorted(by: { $0.key < $1.key }) {
            lines.append("# TYPE \(gauge) gauge")
            lines.append("\(gauge) \(value)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
