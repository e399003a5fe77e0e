import Foundation
import Hummingbird
import NIOCore

/// Answers in JSON.
enum JSONAnswer {
    /// - Parameter headers: for example an entity tag or a location.
    static func response(
        _ value: some Encodable, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        let json = bytes(value)
        return json.isEmpty
            ? Response(status: .internalServerError) : response(json: json, status: status, headers: headers)
    }

    /// A value in JSON; empty where it cannot be written, which no value of the API can.
    static func bytes(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { Array($0) } ?? []
    }

    /// The same for a value that is encoded already.
    static func response(
        json: some Sequence<UInt8>, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = "application/json; charset=utf-8"
        headers[.cacheControl] = "no-store"
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: json)))
    }
}
