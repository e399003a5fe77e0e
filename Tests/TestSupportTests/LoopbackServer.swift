import Foundation
import TestSupport

/// A server that gives each connection the next of its answers, as bytes, and remembers what it was asked.
final class LoopbackServer: Sendable {
    let port: Int
    private let listener: Int32
    private let requests: AsyncStream<String>

    /// - Parameter answers: one list of pieces for each connection; a piece is one write.
    init(answers: [[String]]) throws {
        port = try FreePort.find()
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        self.listener = listener
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0, listen(listener, 8) == 0 else { throw ListenFailure() }
        let (requests, continuation) = AsyncStream<String>.makeStream()
        self.requests = requests
        let thread = Thread {
            for pieces in answers {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { break }
                continuation.yield(Self.readRequest(from: connection))
                for piece in pieces {
                    _ = Array(piece.utf8).withUnsafeBytes { write(connection, $0.baseAddress, $0.count) }
                }
                close(connection)
            }
            continuation.finish()
        }
        thread.start()
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// The requests, once all the answers are given.
    func allRequests() async -> [String] {
        await requests.reduce(into: []) { $0.append($1) }
    }

    private static func readRequest(from connection: Int32) -> String {
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let text = String(decoding: received, as: UTF8.self)
            if let head = text.range(of: "\r\n\r\n") {
                let length = text.range(of: "Content-Length: ").flatMap {
                    Int(text[$0.upperBound...].prefix { $0.isNumber })
                }
                if text[head.upperBound...].utf8.count >= length ?? 0 { return text }
            }
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return text }
            received += buffer[..<count]
        }
    }
}

struct ListenFailure: Error {}
