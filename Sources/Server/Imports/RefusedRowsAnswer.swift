import DelimitedText
import Hummingbird
import NIOCore
import Registry

/// The refused rows of an import as a file in the columns of the original, each with its reasons in front, so that
/// they can be corrected and imported again.
enum RefusedRowsAnswer {
    private static let rowsPerStep = 1_000

    static func response(_ site: Site, job: ImportJob, actor: Actor, language: Language) throws -> Response {
        let columns = [language.text("import.refused-row"), language.text("import.refused-reasons")]
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"refused.csv\"",
            ],
            body: .init { writer in
                try await writer.write(bytes([columns + job.headings]))
                var last = 0
                while true {
                    let verdicts = try await site.registry.imports.verdicts(
                        job.id, refusedOnly: true, after: last, limit: rowsPerStep, actor
                    )
                    guard let end = verdicts.last else { break }
                    try await writer.write(bytes(verdicts.map { row($0, language) }))
                    last = end.row
                }
                try await writer.finish(nil)
            }
        )
    }

    private static func row(_ verdict: ImportVerdict, _ language: Language) -> [String] {
        let reasons = verdict.failures.map { failure in
            "\(language.importFieldLabel(failure.field)): \(language.failure(failure.code, failure.arguments))"
                + (failure.value.map { " (\($0))" } ?? "")
        }
        return ["\(verdict.row)", reasons.joined(separator: "; ")] + verdict.fields
    }

    private static func bytes(_ rows: [[String]]) throws -> ByteBuffer {
        ByteBuffer(bytes: try DelimitedWriter.bytes(rows, format: DelimitedFormat()))
    }
}
