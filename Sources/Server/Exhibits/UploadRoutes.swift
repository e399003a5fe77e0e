import Foundation
import Hummingbird
import NIOCore
import Registry
import Storage

/// Scans that arrive in several requests, by the tus protocol 1.0.0 (https://tus.io/protocols/resumable-upload) with the
/// extensions creation, expiration and termination: `/api/v1/uploads` for programs and `/uploads` for pages.
///
/// `Upload-Metadata` says where the scan belongs: `mark`, or `exhibit`, `kind` and `label` of a new mark; and `filename`,
/// `pitch` and `heightUnit` where they are known.
struct UploadRoutes {
    let site: Site
    /// What stands before the addresses, `/api/v1` or nothing.
    let prefix: String

    /// The media type of the bytes of an upload.
    static let contentType = "application/offset+octet-stream"
    private static let version = "1.0.0"

    func add(to router: some RouterMethods<WebContext>) {
        router.on("/uploads", method: .options, use: options)
        router.post("/uploads", use: create)
        router.head("/uploads/:id", use: state)
        router.patch("/uploads/:id", use: append)
        router.delete("/uploads/:id", use: abandon)
    }

    private func options(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try context.requireActor()
        var response = answer(.noContent)
        response.headers[.tusVersion] = Self.version
        response.headers[.tusExtension] = "creation,expiration,termination"
        response.headers[.tusMaxSize] = "\(site.registry.settings.largestScanBytes)"
        return response
    }

    private func create(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        try checkVersion(request)
        let metadata = Self.metadata(request.headers[.uploadMetadata] ?? "")
        guard let size = request.headers[.uploadLength].flatMap({ Int($0) }), size >= 0 else {
            throw Problem(
                code: "invalid", status: .badRequest, failures: [FieldFailure("Upload-Length", "required")]
            )
        }
        guard size <= site.registry.settings.largestScanBytes else { throw Problem.tooLarge }
        let upload = try await site.registry.scanUploads.begin(
            Self.target(metadata), name: metadata["filename"] ?? "scan", size: size,
            reading: FormFields(metadata).scanReading(), actor
        )
        var response = answer(.created, upload)
        response.headers[.location] = "\(prefix)/uploads/\(upload.id)"
        return response
    }

    private func state(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let upload = try await site.registry.scanUploads.upload(context.identifier("id"), actor)
        var response = answer(.ok, upload)
        response.headers[.uploadLength] = "\(upload.size)"
        return response
    }

    private func append(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        try checkVersion(request)
        guard request.headers[.contentType] == Self.contentType else {
            throw Problem(code: "invalid", status: .unsupportedMediaType)
        }
        guard let offset = request.headers[.uploadOffset].flatMap({ Int($0) }), offset >= 0 else {
            throw Problem(
                code: "invalid", status: .badRequest, failures: [FieldFailure("Upload-Offset", "required")]
            )
        }
        let id = try context.identifier("id")
        let uploads = site.registry.scanUploads
        let upload: ScanUpload
        do {
            upload = try await uploads.append(to: id, at: offset, actor) { writer in
                for try await piece in request.body { try writer.append(piece.readableBytesView) }
            }
        } catch let error as StorageError where error.code == .wrongOffset {
            throw Problem(
                code: "illegal-state", status: .conflict,
                failures: [FieldFailure("Upload-Offset", "wrong-offset", value: "\(offset)")]
            )
        }
        var response = answer(.noContent, upload)
        if let added = try await uploads.finish(id, actor) { response.headers[.uploadMark] = "\(added.mark)" }
        return response
    }

    private func abandon(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try checkVersion(request)
        try await site.registry.scanUploads.abandon(context.identifier("id"), actor)
        return answer(.noContent)
    }

    private func answer(_ status: HTTPResponse.Status, _ upload: ScanUpload? = nil) -> Response {
        var response = Response(status: status, headers: [.cacheControl: "no-store"])
        response.headers[.tusResumable] = Self.version
        if let upload {
            response.headers[.uploadOffset] = "\(upload.offset)"
            response.headers[.uploadExpires] = HTTPDate.text(upload.expiresAt)
        }
        return response
    }

    private func checkVersion(_ request: Request) throws {
        guard request.headers[.tusResumable] == Self.version else {
            throw Problem(
                code: "invalid", status: .preconditionFailed,
                failures: [
                    FieldFailure("Tus-Resumable", "not-allowed", value: request.headers[.tusResumable] ?? "")
                ])
        }
    }

    private static func target(_ metadata: [String: String]) throws(RegistryError) -> ScanTarget {
        if let text = metadata["mark"] {
            guard let number = MarkNumber(text) else { throw RegistryError(.notFound, subject: text) }
            return .mark(number)
        }
        let missing = ["exhibit", "kind", "label"].filter { (metadata[$0] ?? "").isEmpty }
        guard missing.isEmpty, let exhibit = metadata["exhibit"], let kind = metadata["kind"],
            let label = metadata["label"]
        else { throw RegistryError(.invalid, failures: missing.map { FieldFailure($0, "required") }) }
        return .newMark(exhibit: exhibit, kind: kind, label: label)
    }

    /// Names and values of `Upload-Metadata`: `name base64, name base64`; what is no base64 is left out.
    static func metadata(_ header: String) -> [String: String] {
        var values: [String: String] = [:]
        for pair in header.split(separator: ",") {
            let parts = pair.split(separator: " ")
            guard let name = parts.first else { continue }
            guard parts.count > 1 else {
                values[String(name)] = ""
                continue
            }
            if let data = Data(base64Encoded: String(parts[1])) {
                values[String(name)] = String(decoding: data, as: UTF8.self)
            }
        }
        return values
    }
}

/// Dates in the headers of HTTP (RFC 9110, section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
    static func text(_ moment: Moment) -> String {
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1_000)
        return date.formatted(
            Date.VerbatimFormatStyle(
                format: """
                    \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .defaultDigits) \
                    \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
                    \(second: .twoDigits) GMT
                    """,
                locale: Locale(identifier: "en_US_POSIX"), timeZone: TimeZone(secondsFromGMT: 0) ?? .current,
                calendar: Calendar(identifier: .gregorian)
            )
        )
    }
}
