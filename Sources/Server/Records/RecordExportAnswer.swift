import Hummingbird
import NIOCore
import Registry

/// An export as a streamed file; nothing of it is held in memory beyond a step.
enum RecordExportAnswer {
    static func response(_ site: Site, filter: RecordFilter, actor: Actor) throws -> Response {
        try Access.require(.exportRecords, actor)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"records.csv\"",
            ],
            body: .init { writer in
                var piece = try await site.registry.export.start(filter, actor)
                try await writer.write(ByteBuffer(bytes: piece.bytes))
                while let place = piece.next {
                    piece = try await site.registry.export.piece(filter, from: place, actor)
                    try await writer.write(ByteBuffer(bytes: piece.bytes))
                }
                try await writer.finish(nil)
            }
        )
    }
}
