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
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: JSONBody.largest)
        } catch is NIOTooManyBytesError {
            throw Problem.tooLarge
        }
        let digest = Array("\(request.method.rawValue) \(request.uri.path)\n".utf8) + Array(body.readableBytesView)
        if let kept = try await site.registry.idempotency.begin(key, request: digest, actor) {
            return Self.response(kept)
        }
        request.body = RequestBody(buffer: body)
        do {
            let response = try await next(request, context)
            let location = response.headers[.location]
            let etag = response.headers[.eTag]
            let text = try await Self.text(of: response)
            let kept = KeptAnswer(status: response.status.code, body: text, location: location)
            try await site.registry.idempotency.finish(key, kept, actor)
            var answer = Self.response(kept)
            answer.headers[.eTag] = etag
            return answer
        } catch {
            try await site.registry.idempotency.release(key, actor)
            throw error
        }
    }

    private static func response(_ kept: KeptAnswer) -> Response {
        var response = Response(
            status: .init(code: kept.status),
            headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: kept.body))
        )
        if let location = kept.location { response.headers[.location] = location }
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
