import Hummingbird
import NIOCore
import Registry
import Surfaces
import Storage

/// What the microscope's script fetches beside its page, with the session of the browser.
struct MicroscopeRoutes {
    let site: Site

    func add(to router: Router<WebContext>) {
        router.get("/microscope/:mark/tiles/:level/:column/:row", use: tile)
        router.get("/microscope/:mark/picture", use: picture)
        router.get("/comparisons/:first/:second/result.json", use: result)
        router.get("/comparisons/:first/:second/bullets.json", use: bullets)
    }

    /// One tile of a mark's prepared surface, in the form that `SurfaceTile.bytes` states. The query names the
    /// preparation, so that a surface is never put together from two.
    private func tile(_ request: Request, _ context: WebContext) async throws -> Response {
        let number = context.part("mark")
        let mark = try await site.registry.comparisons.mark(number, context.requireActor())
        if let asked = request.query["preparation"], asked != "\(mark.preparation)" {
            throw RegistryError(.illegalState, subject: number)
        }
        let surface = try await site.registry.comparisons.surface(of: mark)
        guard let level = Int(context.part("level")), let column = Int(context.part("column")),
            let row = Int(context.part("row")), let tile = surface.tile(level: level, column: column, row: row)
        else { throw RegistryError(.notFound, subject: number) }
        return Self.bytes(try tile.bytes(), "application/octet-stream")
    }

    /// The prepared surface as a picture, for browsers that cannot draw it.
    private func picture(_ request: Request, _ context: WebContext) async throws -> Response {
        let mark = try await site.registry.comparisons.mark(context.part("mark"), context.requireActor())
        return Self.bytes(try site.registry.comparisons.picture(of: mark), "image/png")
    }

    private func result(_ request: Request, _ context: WebContext) async throws -> Response {
        let marks = try await marks(context)
        return JSONAnswer.response(PairWire(try await site.registry.comparisons.comparison(marks.0, marks.1)))
    }

    private func bullets(_ request: Request, _ context: WebContext) async throws -> Response {
        let marks = try await marks(context)
        let found = try await site.registry.comparisons.bullets(marks.0, marks.1, context.requireActor())
        return JSONAnswer.response(found.map(BulletsWire.init))
    }

    private func marks(_ context: WebContext) async throws -> (ComparedMark, ComparedMark) {
        let actor = try context.requireActor()
        return try await (
            site.registry.comparisons.mark(context.part("first"), actor),
            site.registry.comparisons.mark(context.part("second"), actor)
        )
    }

    static func bytes(_ bytes: [UInt8], _ type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
