import Foundation

/// The conversation with a server broke off or was not HTTP.
public struct HTTPFailure: Error, Sendable, CustomStringConvertible {
    /// What was tried and what went wrong.
    public let description: String

    init(_ description: String) {
        self.description = description
    }

    /// The failure of a system call, with the reason that the system left.
    static func system(_ attempt: String) -> HTTPFailure {
        HTTPFailure("could not \(attempt): \(String(cString: strerror(errno)))")
    }
}
