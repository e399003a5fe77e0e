import Foundation

/// One connection to a server on this machine, kept open from request to request.
///
/// Every call blocks: use it inside ``onOwnThread(_:)``. For single requests ``HTTPClient`` is easier.
public final class HTTPConnection {
    private let socket: LoopbackSocket
    private var received: ArraySlice<UInt8> = []
    private var remaining = BodyLength.none
    private let port: Int

    private enum BodyLength {
        case none
        case bytes(Int)
        case chunks
        case untilEnd
    }

    /// Connects to a port of 127.0.0.1.
    ///
    /// - Parameters:
    ///   - port: the port.
    ///   - timeout: how long one read or write may wait for the server.
    /// - Throws: ``HTTPFailure`` when nothing listens there.
    public convenience init(port: Int, timeout: Duration = .seconds(30)) throws(HTTPFailure) {
        self.init(socket: try LoopbackSocket(port: port, timeout: timeout), port: port)
    }

    init(socket: LoopbackSocket, port: Int) {
        self.socket = socket
        self.port = port
    }

    /// Sends a request and waits for the whole answer.
    ///
    /// - Throws: ``HTTPFailure`` when the connection breaks or the answer is not HTTP.
    public func send(_ request: ClientRequest) throws(HTTPFailure) -> ClientResponse {
        try write(request)
        var response = try readHead(answering: request.method)
        while let piece = try readPiece() { response.body += piece }
        return response
    }

    /// Sends bytes as they are, for requests that no well-behaved client would write.
    ///
    /// - Throws: ``HTTPFailure`` when the connection breaks.
    public func send(raw bytes: [UInt8]) throws(HTTPFailure) {
        try socket.send(bytes)
    }

    /// Waits for the whole answer to a request that was sent as bytes.
    ///
    /// - Throws: ``HTTPFailure`` when the connection breaks or the answer is not HTTP.
    public func receive() throws(HTTPFailure) -> ClientResponse {
        var response = try readHead(answering: "GET")
        while let piece = try readPiece() { response.body += piece }
        return response
    }

    /// Sends the request without waiting for the answer.
    func write(_ request: ClientRequest) throws(HTTPFailure) {
        var headers = request.headers
        if headers["Host"] == nil { headers["Host"] = "127.0.0.1:\(port)" }
        let mayHaveBody = !["GET", "HEAD", "DELETE"].contains(request.method)
        if headers["Content-Length"] == nil, headers["Transfer-Encoding"] == nil, mayHaveBody || !request.body.isEmpty {
            headers["Content-Length"] = String(request.body.count)
        }
        var head = "\(request.method) \(request.path) HTTP/1.1\r\n"
        for field in headers.fields { head += "\(field.name): \(field.value)\r\n" }
        try socket.send(Array((head + "\r\n").utf8) + request.body)
    }

    /// Waits for the head of an answer, past interim answers.
    func readHead(answering method: String) throws(HTTPFailure) -> ClientResponse {
        while true {
            let first = try readLine()
            let parts = first.split(separator: " ", maxSplits: 2)
            guard parts.count >= 2, parts[0].hasPrefix("HTTP/1."), let status = Int(parts[1]) else {
                throw HTTPFailure("this is not the first line of an HTTP answer: \(first.prefix(200))")
            }
            var headers = HeaderFields()
            while true {
                let line = try readLine()
                if line.isEmpty { break }
                guard let colon = line.firstIndex(of: ":") else {
                    throw HTTPFailure("this is not a header field: \(line.prefix(200))")
                }
                let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                headers.fields.append((name: String(line[..<colon]), value: value))
            }
            if (100..<200).contains(status) { continue }
            remaining = bodyLength(status: status, headers: headers, method: method)
            return ClientResponse(status: status, headers: headers)
        }
    }

    /// RFC 9112, section 6.3: how far the body reaches.
    private func bodyLength(status: Int, headers: HeaderFields, method: String) -> BodyLength {
        if method == "HEAD" || status == 204 || status == 304 { return .none }
        if headers["Transfer-Encoding"]?.lowercased().hasSuffix("chunked") == true { return .chunks }
        if let length = headers["Content-Length"].flatMap({ Int($0) }) { return length == 0 ? .none : .bytes(length) }
        return .untilEnd
    }

    /// Waits for the next piece of the body, nil at its end.
    func readPiece() throws(HTTPFailure) -> [UInt8]? {
        switch remaining {
        case .none:
            return nil
        case .bytes(let count):
            let piece = try readSome(atMost: count)
            guard !piece.isEmpty else { throw HTTPFailure("the answer ends \(count) bytes early") }
            remaining = piece.count == count ? .none : .bytes(count - piece.count)
            return piece
        case .untilEnd:
            let piece = try readSome(atMost: .max)
            if piece.isEmpty { remaining = .none }
            return piece.isEmpty ? nil : piece
        case .chunks:
            return try readChunk()
        }
    }

    private func readChunk() throws(HTTPFailure) -> [UInt8]? {
        let line = try readLine()
        let digits = line.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces)
        guard let count = Int(digits, radix: 16), count >= 0 else {
            throw HTTPFailure("this is not the length of a chunk: \(line.prefix(100))")
        }
        if count == 0 {
            // Trailer fields may follow; an empty line ends them.
            while try !readLine().isEmpty {}
            remaining = .none
            return nil
        }
        var chunk: [UInt8] = []
        while chunk.count < count {
            let piece = try readSome(atMost: count - chunk.count)
            guard !piece.isEmpty else { throw HTTPFailure("the answer ends in the middle of a chunk") }
            chunk += piece
        }
        guard try readLine().isEmpty else { throw HTTPFailure("a chunk is longer than it says") }
        return chunk
    }

    private func readSome(atMost count: Int) throws(HTTPFailure) -> [UInt8] {
        if received.isEmpty { received = try socket.receive()[...] }
        let piece = received.prefix(count)
        received = received.dropFirst(piece.count)
        return Array(piece)
    }

    private func readLine() throws(HTTPFailure) -> String {
        while true {
            if let end = received.firstIndex(of: 0x0A) {
                var line = received[..<end]
                if line.last == 0x0D { line.removeLast() }
                received = received[(end + 1)...]
                return String(decoding: line, as: UTF8.self)
            }
            guard received.count < 1_048_576 else { throw HTTPFailure("a line of the answer is too long") }
            let more = try socket.receive()
            guard !more.isEmpty else { throw HTTPFailure("the server closed the connection") }
            received += more
        }
    }
}
