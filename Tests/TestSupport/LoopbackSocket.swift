import Foundation

/// A stream socket to a port of this machine. Every call blocks; use it on a thread of its own.
final class LoopbackSocket: Sendable {
    private let descriptor: Int32

    /// Connects to a port of 127.0.0.1.
    ///
    /// - Parameter timeout: how long one later call may wait for the other side.
    init(port: Int, timeout: Duration) throws(HTTPFailure) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .system("make a socket") }
        var limit = timeval(tv_sec: Int(timeout.components.seconds), tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
        var yes: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        let result = Self.withLoopbackAddress(port: port) { connect(descriptor, $0, $1) }
        // The descriptor is set, so `deinit` runs and closes it when this throws.
        guard result == 0 else { throw .system("connect to port \(port)") }
    }

    deinit {
        close(descriptor)
    }

    /// Sends all the bytes.
    func send(_ bytes: [UInt8]) throws(HTTPFailure) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                let rest = UnsafeRawBufferPointer(rebasing: buffer[sent...])
                return Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
            }
            if count > 0 {
                sent += count
            } else if errno != EINTR {
                throw .system("send to the server")
            }
        }
    }

    /// Waits for bytes. Empty at the end of the stream.
    func receive() throws(HTTPFailure) -> [UInt8] {
        while true {
            var failure: Int32 = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
                let received = recv(descriptor, buffer.baseAddress, buffer.count, 0)
                if received < 0 { failure = errno }
                count = max(received, 0)
            }
            if failure == 0 { return bytes }
            if failure != EINTR {
                errno = failure
                throw .system("receive from the server")
            }
        }
    }

    /// Ends the connection in both directions; a call that waits on another thread returns.
    func end() {
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Calls with the socket address of a port of 127.0.0.1.
    static func withLoopbackAddress<Value>(
        port: Int,
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Value
    ) -> Value {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
