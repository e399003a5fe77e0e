import Foundation

/// Finds ports that nothing listens on.
public enum FreePort {
    /// A port of 127.0.0.1 that was free a moment ago.
    ///
    /// Taken from below the range that the system gives to outgoing connections, so that none of those takes it before
    /// the server does.
    ///
    /// - Throws: ``HTTPFailure`` when a hundred ports in a row are taken.
    public static func find() throws(HTTPFailure) -> Int {
        for _ in 0..<100 {
            let port = Int.random(in: 15_000..<32_000)
            if isFree(port) { return port }
        }
        throw HTTPFailure("no free port found between 15000 and 32000")
    }

    private static func isFree(_ port: Int) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return LoopbackSocket.withLoopbackAddress(port: port) { bind(descriptor, $0, $1) } == 0
    }
}
