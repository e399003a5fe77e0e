import Hummingbird
import NIOCore

/// For those who keep the server running: `/healthz`, `/readyz`, `/metrics`.
struct HealthRoutes {
    let site: Site

    func add(to router: Router<WebContext>) {
        router.get("/healthz") { _, _ in Self.text("ok\n") }
        router.get("/readyz") { _, _ in
            await site.isReady()
                ? Self.text("ready\n") : Self.text("the database does not answer\n", status: .serviceUnavailable)
        }
        router.get("/metrics") { _, _ in
            site.metrics.set("cartouche_event_listeners", Double(site.events.all.count))
            return Self.text(site.metrics.text(), type: "text/plain; version=0.0.4; charset=utf-8")
        }
    }

    private static func text(
        _ text: String, status: HTTPResponse.Status = .ok, type: String = "text/plain; charset=utf-8"
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }
}
