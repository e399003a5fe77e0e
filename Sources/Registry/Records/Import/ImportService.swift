import DelimitedText
import Foundation
public import Storage

/// Bringing a bureau's file of firearms, documents or vehicles into the registry: upload, mapping, dry run, run.
public struct ImportService: Sendable {
    let context: RegistryContext

    /// Rows kept with an import to show what its columns hold.
    private static let sampleRows = 5

    /// Takes a file that lies in the blob store and suggests how its columns map: as the bureau mapped the same
    /// headings before, otherwise from the headings themselves.
    /// - Parameters:
    ///   - fileName: what the user calls the file.
    ///   - blob: the file's content.
    ///   - objectKind: what the rows are, where they are not firearms.
    /// - Throws: `DelimitedTextError` for a file that is not delimited text, `RegistryError` `invalid` for one of objects
    ///   of which no heading tells; nothing is kept of it then.
    public func open(
        fileName: String, blob: BlobHash, objectKind: ObjectKind? = nil, _ actor: Actor
    ) async throws -> ImportJob {
        try Access.require(.importRecords, actor)
        let name = String(fileName.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "file").prefix(200)
        let (format, headings, samples) = try beginning(of: blob, named: String(name))
        let mapping: ImportMapping
        if let objectKind {
            guard objectKind.isNamed(by: headings) else {
                throw RegistryError(.invalid, failures: [FieldFailure("columns", "nothing-to-find-it-by")])
            }
            mapping = ImportMapping(
                columns: headings.map { _ in nil }, objectKind: objectKind, defaultObjectClass: objectKind.classes.first
            )
        } else {
            let saved = try await context.database.read {
                try ImportStore.savedMapping(headings: headings, bureau: actor.bureau, $0)
            }
            mapping = saved ?? .suggested(headings: headings)
        }
        let job = ImportJob(
            id: .make(), bureau: actor.bureau, user: actor.name, fileName: String(name), blob: blob,
            size: Int64(try context.blobs.size(blob)), format: format, headings: headings, samples: samples,
            mapping: mapping, state: .uploaded, progress: ImportProgress(),
            failure: nil, createdAt: context.now()
        )
        try await context.write(actor) { connection in
            try ImportStore.insert(job, connection)
            try connection.journal("import.open", "import:\(job.id)", ["size": "\(job.size)"])
        }
        return job
    }

    /// The headings and first rows of a file; its errors name it as the user does.
    private func beginning(
        of blob: BlobHash, named name: String
    ) throws(DelimitedTextError) -> (format: DelimitedFormat, headings: [String], samples: [[String]]) {
        do throws(DelimitedTextError) {
            var reader = try DelimitedReader(contentsOf: context.blobs.path(of: blob))
            guard let heading = try reader.next() else {
                throw DelimitedTextError(code: .empty, file: name, detail: "The file has no rows.")
            }
            var samples: [[String]] = []
            while samples.count < Self.sampleRows, let row = try reader.next() { samples.append(row.fields) }
            return (reader.format, heading.fields, samples)
        } catch {
            var named = error
            named.file = name
            throw named
        }
    }

    /// The import of an identifier, of the actor's own bureau.
    public func job(_ id: Identifier, _ actor: Actor) async throws -> ImportJob {
        try Access.require(.importRecords, actor)
        let job = try await context.database.read { try ImportStore.job(id, bureau: actor.bureau, $0) }
        guard let job else { throw RegistryError(.notFound, subject: "\(id)") }
        return job
    }

    /// The bureau's latest imports.
    public func latest(limit: Int = 20, _ actor: Actor) async throws -> [ImportJob] {
        try Access.require(.importRecords, actor)
        return try await context.database.read { try ImportStore.latest(bureau: actor.bureau, limit: limit, $0) }
    }

    /// Sets how the columns map; `remember` keeps it for the bureau's next file with the same headings.
    public func setMapping(
        _ mapping: ImportMapping, remember: Bool, _ id: Identifier, _ actor: Actor
    ) async throws {
        let job = try await job(id, actor)
        guard !job.state.isAtWork, job.state != .finished else { throw RegistryError(.illegalState, subject: "\(id)") }
        guard mapping.objectKind == job.mapping.objectKind else {
            throw RegistryError(.invalid, failures: [FieldFailure("columns", "not-allowed")])
        }
        let failures = mapping.failures(columnCount: job.headings.count)
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        try await context.write(actor) { connection in
            try ImportStore.setMapping(mapping, id, connection)
            try ImportStore.setState(.uploaded, id, connection)
            try ImportStore.setProgress(ImportProgress(), id, connection)
            try ImportStore.deleteVerdicts(id, connection)
            if remember, mapping.objectKind == nil {
                try ImportStore.saveMapping(mapping, headings: job.headings, bureau: actor.bureau, connection)
            }
            try connection.journal("import.map", "import:\(id)")
        }
    }

    /// Goes through the whole file without changing a record, and keeps a verdict for every row that would be
    /// refused or doubtful.
    public func tryOut(
        _ id: Identifier, _ actor: Actor, report: @escaping @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportJob {
        let job = try await job(id, actor)
        guard job.state == .uploaded || job.state == .tried || job.state == .trying else {
            throw RegistryError(.illegalState, subject: "\(id)")
        }
        try await context.write(actor) { connection in
            try ImportStore.deleteVerdicts(id, connection)
            try ImportStore.setProgress(ImportProgress(), id, connection)
            try ImportStore.setState(.trying, id, connection)
            try connection.journal("import.try", "import:\(id)")
        }
        var fresh = job
        fresh.progress = ImportProgress()
        return try await pass(fresh, actor, isDryRun: true, report)
    }

    private func pass(
        _ job: ImportJob, _ actor: Actor, isDryRun: Bool, _ report: @escaping @Sendable (ImportProgress) -> Void
    ) async throws -> ImportJob {
        switch job.mapping.objectKind {
        case nil:
            try await ImportRun(context: context, job: job, actor: actor, isDryRun: isDryRun, report: report).run()
        case .document:
            try await ObjectImportPass<TravelDocument>(
                context: context, job: job, actor: actor, isDryRun: isDryRun, report: report
            ).run()
        case .vehicle:
            try await ObjectImportPass<Vehicle>(
                context: context, job: job, actor: actor, isDryRun: isDryRun, report: report
            ).run()
        }
    }

    /// Enters the rows. An import that was interrupted goes on after the last row entered.
    public func run(
        _ id: Identifier, _ actor: Actor, report: @escaping @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportJob {
        var job = try await job(id, actor)
        guard job.state != .finished, job.state != .cancelled, job.state != .failed else {
            throw RegistryError(.illegalState, subject: "\(id)")
        }
        if job.state != .running {
            job.progress = ImportProgress()
            try await context.write(actor) { connection in
                try ImportStore.deleteVerdicts(id, connection)
                try ImportStore.setProgress(ImportProgress(), id, connection)
                try ImportStore.setState(.running, id, connection)
                try connection.journal("import.run", "import:\(id)")
            }
        }
        return try await pass(job, actor, isDryRun: false, report)
    }

    /// Stops an import where it is; rows already entered stay.
    public func cancel(_ id: Identifier, _ actor: Actor) async throws {
        let job = try await job(id, actor)
        try await context.write(actor) { connection in
            let state = try ImportStore.state(job.id, connection)
            guard state != .finished, state != .failed else { throw RegistryError(.illegalState, subject: "\(id)") }
            try ImportStore.setState(.cancelled, id, connection)
            try connection.journal("import.cancel", "import:\(id)")
        }
    }

    /// The bureau's import of the same file of firearms that was interrupted, if there is one.
    public func interrupted(blob: BlobHash, _ actor: Actor) async throws -> ImportJob? {
        try Access.require(.importRecords, actor)
        let job = try await context.database.read { try ImportStore.running(blob: blob, bureau: actor.bureau, $0) }
        return job?.mapping.objectKind == nil ? job : nil
    }

    /// Takes up the imports that were at work when the program stopped, one after the other, each for the user who
    /// started it, if that user may still import.
    public func resumeInterrupted() async throws {
        for job in try await context.database.read({ try ImportStore.interrupted($0) }) {
            try Task.checkCancellation()
            let actor = try await context.database.read {
                try SessionStore.actor(userNamed: job.user, channel: .system, $0)
            }
            guard let actor, Access.allows(.importRecords, actor) else { continue }
            _ = job.state == .trying ? try await tryOut(job.id, actor) : try await run(job.id, actor)
        }
    }

    /// Verdicts of rows that were refused or accepted with warnings, in the order of the file.
    public func verdicts(
        _ id: Identifier, refusedOnly: Bool = false, after row: Int = 0, limit: Int = 100, _ actor: Actor
    ) async throws -> [ImportVerdict] {
        let job = try await job(id, actor)
        return try await context.database.read {
            try ImportStore.verdicts(job.id, refusedOnly: refusedOnly, after: row, limit: max(1, min(limit, 1_000)), $0)
        }
    }
}
