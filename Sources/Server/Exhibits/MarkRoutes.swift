import Hummingbird
import NIOCore
import Registry
import Storage
import Surfaces

/// Marks with their scans and preparations in the API: `/api/v1/marks/{number}`.
struct MarkRoutes {
    let site: Site

    private struct Added: Encodable {
        var mark: String
        var scan: String
    }

    func add(to api: RouterGroup<WebContext>) {
        api.get("/marks/:number", use: read)
        api.post("/marks/:number/scans", use: addScan)
        api.get("/marks/:number/scans/:scan", use: file)
        api.post("/marks/:number/scans/:scan/preparations", use: prepareAgain)
        api.put("/marks/:number/preparation", use: choose)
        api.get("/marks/:number/preparations/:version/:file", use: preparedFile)
    }

    private func read(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let detail = try await site.registry.marks.mark(context.markNumber(), actor)
        return JSONAnswer.response(MarkDetailAnswer(detail, in: site.language(context)))
    }

    /// The body is the file itself, `name` in the query what it is called; `pitch` and `unit` where it does not say.
    private func addScan(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        let number = try context.markNumber()
        let query = request.query
        let reading = try query.scanReading()
        let blob = try await site.registry.blobs.store(request.body, limit: site.registry.settings.largestScanBytes)
        let added = try await site.registry.marks.addScan(
            blob, name: query["name"] ?? "scan", reading: reading, to: .mark(number), actor
        )
        return JSONAnswer.response(
            Added(mark: "\(added.mark)", scan: "\(added.scan)"), status: .accepted,
            headers: [.location: "/api/v1/marks/\(added.mark)"]
        )
    }

    private func file(_ request: Request, _ context: WebContext) async throws -> Response {
        try await Self.download(site, context)
    }

    /// A scan as it arrived; no browser shows it in place.
    static func download(_ site: Site, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let text = context.part("scan")
        guard let sequence = Int64(text) else { throw RegistryError(.notFound, subject: text) }
        let found = try await site.registry.marks.file(ofScan: sequence, of: context.markNumber(), actor)
        let name = found.scan.fileName.map {
            $0.isASCII && ($0.isLetter || $0.isNumber || "._- ".contains($0)) ? $0 : "_"
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/octet-stream", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(String(name))\"",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: found.bytes))
        )
    }

    private func prepareAgain(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        let number = try context.markNumber()
        let text = context.part("scan")
        guard let scan = Int64(text) else { throw RegistryError(.notFound, subject: text) }
        var body = try await JSONBody.read(request)
        let region = body.object("region") { ExhibitInput.region(&$0) }
        try body.refuseFailures()
        try await site.registry.marks.prepareAgain(scan: scan, of: number, region: region, actor)
        return Response(status: .accepted, headers: [.location: "/api/v1/marks/\(number)"])
    }

    private func choose(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        let number = try context.markNumber()
        var body = try await JSONBody.read(request)
        let version = body.integer("version")
        if version == nil { body.note("version", "required") }
        try body.refuseFailures()
        try await site.registry.marks.choose(preparation: version ?? 0, of: number, actor)
        return try await read(request, context)
    }

    private func preparedFile(_ request: Request, _ context: WebContext) async throws -> Response {
        try await MarkPictures.preparation(site, context)
    }
}

extension WebContext {
    /// The number of a mark in the path; anything else leads nowhere.
    func markNumber() throws(RegistryError) -> MarkNumber {
        let text = part("number")
        guard let number = MarkNumber(text) else { throw RegistryError(.notFound, subject: text) }
        return number
    }
}

extension FormFields {
    /// The fields of a dictionary.
    init(_ values: [String: String]) {
        self.init()
        for (name, value) in values { append(name, value) }
    }

    /// What is stated about a scan's file that does not say it itself: `pitch` and `heightUnit`, micrometres.
    /// - Throws: `RegistryError` `invalid` for what is no number.
    func scanReading() throws(RegistryError) -> ScanReading {
        var reading = ScanReading()
        reading.pitch = try number("pitch")
        reading.heightUnit = try number("heightUnit")
        return reading
    }

    /// A number, with a decimal point or comma.
    /// - Throws: `RegistryError` `invalid` for anything else.
    func number(_ name: String) throws(RegistryError) -> Double? {
        guard let text = self[name] else { return nil }
        guard let value = Double(text.replacing(",", with: ".")), value.isFinite else {
            throw RegistryError(.invalid, failures: [FieldFailure(name, "not-a-number", value: text)])
        }
        return value
    }
}
