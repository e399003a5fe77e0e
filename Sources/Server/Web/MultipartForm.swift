import Foundation
import Hummingbird
import NIOCore
import Registry
import Storage

/// Reads a form with a file (`multipart/form-data`, RFC 7578), streaming the file to the blob store.
///
/// The form's secret must come before the file: a file from a foreign page is refused before a byte of it is kept.
struct MultipartForm {
    /// The fields before and after the file.
    var fields = FormFields()
    /// The name the browser gives the file.
    var fileName = ""
    /// The file's media type as the browser states it.
    var mediaType = ""
    /// The file's content, or only its hash where it was not to be kept; nil where no file was chosen.
    var blob: BlobHash?

    private static let longestHeader = 16_384
    private static let longestField = 65_536

    /// The boundary of a multipart request; nil for any other.
    static func boundary(of request: Request) -> String? {
        guard let type = request.headers[.contentType], type.lowercased().hasPrefix("multipart/form-data") else {
            return nil
        }
        guard let range = type.range(of: "boundary=", options: .caseInsensitive) else { return "" }
        let value = type[range.upperBound...].prefix { $0 != ";" }
        return value.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
    }

    /// Reads the form of a session.
    /// - Parameters:
    ///   - limit: largest file, bytes.
    ///   - keepsFile: whether the file goes to the blob store; else only its hash is taken.
    /// - Throws: `Problem` for a form without the session's secret, or one that is malformed or too large.
    static func read(
        _ request: Request, _ context: WebContext, _ site: Site, limit: Int, keepsFile: Bool = true
    ) async throws -> MultipartForm {
        guard let session = context.session else { throw RegistryError(.unauthenticated) }
        guard let boundary = boundary(of: request), !boundary.isEmpty, boundary.utf8.count <= 70 else {
            throw malformed
        }
        var form = MultipartForm()
        var source = ByteStream(request.body)
        let delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter has no line break before it.
        source.prepend([13, 10])
        try await source.skip(through: delimiter, limit: longestHeader)
        while try await source.take(2) == [13, 10] {
            let header = String(
                decoding: try await source.take(through: [13, 10, 13, 10], limit: longestHeader), as: UTF8.self
            )
            let name = parameter("name", in: header)
            guard let fileName = parameter("filename", in: header) else {
                let value = try await source.take(through: delimiter, limit: longestField)
                form.fields.append(name ?? "", String(decoding: value, as: UTF8.self))
                continue
            }
            guard SignInService.isGenuine(formSecret: form.fields.exact("csrf") ?? "", of: session) else {
                throw Problem.forgery
            }
            form.fileName = fileName
            form.mediaType = contentType(in: header)
            guard keepsFile else {
                let hash = try await hash(of: &source, through: delimiter, limit: limit)
                if !fileName.isEmpty { form.blob = hash }
                continue
            }
            let upload = try site.registry.blobs.startUpload(limit: limit)
            do {
                try await source.pass(through: delimiter) { try upload.append($0) }
                if fileName.isEmpty { upload.discard() } else { form.blob = try upload.finish() }
            } catch {
                upload.discard()
                throw error
            }
        }
        guard SignInService.isGenuine(formSecret: form.fields.exact("csrf") ?? "", of: session) else {
            throw Problem.forgery
        }
        return form
    }

    /// The SHA-256 of the bytes before the delimiter.
    private static func hash(
        of source: inout ByteStream, through delimiter: [UInt8], limit: Int
    ) async throws -> BlobHash? {
        var hash = SHA256.Stream()
        var count = 0
        try await source.pass(through: delimiter) { piece in
            count += piece.count
            guard count <= limit else { throw Problem.tooLarge }
            piece.withUnsafeBytes { hash.update($0) }
        }
        return BlobHash(Hexadecimal.encode(hash.finish()))
    }

    static let malformed = Problem(
        code: "invalid", status: .badRequest, failures: [FieldFailure("form", "invalid")]
    )

    private static func parameter(_ name: String, in header: String) -> String? {
        guard
            let line = header.split(separator: "\r\n").first(where: {
                $0.lowercased().hasPrefix("content-disposition:")
            }), let range = line.range(of: " \(name)=\"")
        else { return nil }
        return String(line[range.upperBound...].prefix { $0 != "\"" })
    }

    private static func contentType(in header: String) -> String {
        header.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-type:") }
            .map { $0.dropFirst("content-type:".count).trimmingCharacters(in: .whitespaces) } ?? ""
    }
}

/// The bytes of a request's body, taken piece by piece up to a delimiter.
private struct ByteStream {
    private var pieces: RequestBody.AsyncIterator
    private var waiting: [UInt8] = []

    init(_ body: RequestBody) {
        pieces = body.makeAsyncIterator()
    }

    mutating func prepend(_ bytes: [UInt8]) { waiting = bytes + waiting }

    mutating func take(_ count: Int) async throws -> [UInt8] {
        while waiting.count < count { try await fill() }
        defer { waiting.removeFirst(count) }
        return Array(waiting.prefix(count))
    }

    /// The bytes before the delimiter, which is taken too.
    mutating func take(through delimiter: [UInt8], limit: Int) async throws -> [UInt8] {
        var taken: [UInt8] = []
        try await pass(through: delimiter) { piece in
            guard taken.count + piece.count <= limit else { throw Problem.tooLarge }
            taken += piece
        }
        return taken
    }

    mutating func skip(through delimiter: [UInt8], limit: Int) async throws {
        _ = try await take(through: delimiter, limit: limit)
    }

    /// Hands on the bytes before the delimiter in pieces, and takes the delimiter.
    mutating func pass(through delimiter: [UInt8], _ body: (ArraySlice<UInt8>) throws -> Void) async throws {
        while true {
            if let start = waiting.firstRange(of: delimiter) {
                try body(waiting[..<start.lowerBound])
                waiting.removeFirst(start.upperBound)
                return
            }
            // The end may hold the beginning of the delimiter.
            let safe = max(0, waiting.count - delimiter.count + 1)
            try body(waiting[..<safe])
            waiting.removeFirst(safe)
            try await fill()
        }
    }

    private mutating func fill() async throws {
        guard let piece = try await pieces.next(isolation: #isolation) else { throw MultipartForm.malformed }
        waiting += piece.readableBytesView
    }
}
