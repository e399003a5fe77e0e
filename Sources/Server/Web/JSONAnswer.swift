import Foundation
import Hummingbird
import NIOCore

/// Answers in JSON.
enum JSONAnswer {
    /// - Parameter headers: for example an entity tag or a location.
    static func response(
        _ value: some Encodable, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        do {
            return response(json: try encoder.encode(value), status: status, headers: headers)
        } catch {
            return Response(status: .internalServerError)
        }
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
