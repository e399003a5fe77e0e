import Foundation
import Hummingbird
import NIOCore
import Registry

/// Answers a repeated request with an `Idempotency-Key` as it was answered the first time.
struct IdempotencyMiddleware: RouterMiddleware {
    let site: Site

    @concurrent
    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard request.method == .post, let key = request.headers[.idempotencyKey], let actor = context.actor else {
            return try await next(request, context)
        }
        var request = request
        let digest = try await Self.identity(of: &request)
        if let kept = try await site.registry.idempotency.begin(key, request: digest, actor) {
            return Self.response(kept)
        }
        do {
            let response = try await next(request, context)
            let kept = KeptAnswer(
                status: response.status.code, body: try await Self.text(of: response),
                location: response.headers[.location], entityTag: response.headers[.eTag]
            )
            try await site.registry.idempotency.finish(key, kept, actor)
            return Self.response(kept)
        } catch {
            try await site.registry.idempotency.release(key, actor)
            throw error
        }
    }

    /// What makes two requests the same: method, address, version and body. A file that is sent stays a stream and
    /// counts by its type and length.
    private static func identity(of request: inout Request) async throws -> [UInt8] {
        let type = request.headers[.contentType] ?? ""
        let head = "\(request.method.rawValue) \(request.uri.string)\n\(request.headers[.ifMatch] ?? "")\n"
        guard type.isEmpty || type.contains("json") else {
            return Array("\(head)\(type)\n\(request.headers[.contentLength] ?? "")".utf8)
        }
        do {
            let body = try await request.body.collect(upTo: JSONBody.largest)
            request.body = RequestBody(buffer: body)
            return Array(head.utf8) + Array(body.readableBytesView)
        } catch is NIOTooManyBytesError {
            throw Problem.tooLarge
        }
    }

    private static func response(_ kept: KeptAnswer) -> Response {
        var response = Response(
            status: .init(code: kept.status), headers: [.cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: kept.body))
        )
        if !kept.body.isEmpty { response.headers[.contentType] = "application/json; charset=utf-8" }
        response.headers[.location] = kept.location
        response.headers[.eTag] = kept.entityTag
        return response
    }

    private static func text(of response: Response) async throws -> String {
        let writer = CollectingWriter()
        try await response.body.write(writer)
        return String(buffer: writer.collected)
    }
}

/// Takes the body of an answer into memory. Used by one task at a time.
private final class CollectingWriter: ResponseBodyWriter {
    var collected = ByteBuffer()

    func write(_ buffer: ByteBuffer) async throws {
        var buffer = buffer
        collected.writeBuffer(&buffer)
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
