import Foundation

/// One event of a stream of server-sent events.
public struct ServerEvent: Sendable, Hashable {
    /// The kind of event, "message" when the server names none.
    public var name = "message"

    /// The identifier that a client sends back to resume, nil when there is none.
    public var identifier: String?

    /// The data, lines joined by line feeds.
    public var data = ""

    /// An event named "message" without data.
    public init() {}
}

extension HTTPClient {
    /// Opens a stream of server-sent events and gives each event as it arrives.
    ///
    /// The connection ends when the stream is let go.
    ///
    /// - Parameters:
    ///   - path: the path of the stream.
    ///   - headers: further fields, such as Last-Event-ID.
    /// - Returns: the events, once the server has answered with status 200. The stream throws ``HTTPFailure`` when the
    ///   connection breaks.
    /// - Throws: ``HTTPFailure`` when there is no answer or one with another status.
    public func events(
        _ path: String,
        headers: HeaderFields = [:]
    ) async throws -> AsyncThrowingStream<ServerEvent, any Error> {
        let accept = HeaderFields(dictionaryLiteral: ("Accept", "text/event-stream"))
        let request = completed(ClientRequest("GET", path, headers: accept.merging(headers)))
        let (events, continuation) = AsyncThrowingStream<ServerEvent, any Error>.makeStream()
        // A live stream may be silent for as long as a test goes on.
        let socket = try await onOwnThread { [port] in try LoopbackSocket(port: port, timeout: .seconds(600)) }
        continuation.onTermination = { _ in socket.end() }
        try await withCheckedThrowingContinuation { (opened: CheckedContinuation<Void, any Error>) in
            let thread = Thread { [port] in
                let connection = HTTPConnection(socket: socket, port: port)
                do {
                    try connection.write(request)
                    let head = try connection.readHead(answering: "GET")
                    guard head.status == 200 else {
                        throw HTTPFailure("the stream \(path) was answered with status \(head.status)")
                    }
                } catch {
                    opened.resume(throwing: error)
                    return
                }
                opened.resume()
                do {
                    var parser = EventParser()
                    while let piece = try connection.readPiece() {
                        for event in parser.take(piece) { continuation.yield(event) }
                    }
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: error)
                }
            }
            thread.start()
        }
        return events
    }
}

/// Takes a stream of server-sent events apart (WHATWG HTML, section 9.2.6).
struct EventParser {
    private var line: [UInt8] = []
    private var event = ServerEvent()
    private var hasData = false
    private var lastWasCarriageReturn = false

    /// The events that these bytes complete.
    mutating func take(_ bytes: [UInt8]) -> [ServerEvent] {
        var complete: [ServerEvent] = []
        for byte in bytes {
            defer { lastWasCarriageReturn = byte == 0x0D }
            if byte == 0x0A && lastWasCarriageReturn { continue }
            guard byte == 0x0A || byte == 0x0D else {
                line.append(byte)
                continue
            }
            if let event = endLine() { complete.append(event) }
        }
        return complete
    }

    private mutating func endLine() -> ServerEvent? {
        let text = String(decoding: line, as: UTF8.self)
        line.removeAll(keepingCapacity: true)
        guard !text.isEmpty else {
            defer {
                event = ServerEvent()
                hasData = false
            }
            return hasData ? event : nil
        }
        let colon = text.firstIndex(of: ":") ?? text.endIndex
        var value = text[colon...].dropFirst()
        if value.first == " " { value.removeFirst() }
        switch text[..<colon] {
        case "event": event.name = String(value)
        case "id": event.identifier = String(value)
        case "data":
            event.data += (hasData ? "\n" : "") + value
            hasData = true
        default: break  // Comments, `retry`, and fields of a later standard.
        }
        return nil
    }
}
