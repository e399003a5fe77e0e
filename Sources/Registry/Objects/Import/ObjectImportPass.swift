import DelimitedText
import Firearms
import Storage

/// One pass through a file of documents or vehicles that was uploaded.
///
/// Each batch is one transaction with its records, journal entries, verdicts and the progress, so that stopping at
/// any moment neither loses nor repeats a row.
struct ObjectImportPass<Object: ImportedObject> {
    let context: RegistryContext
    let job: ImportJob
    let actor: Actor
    let isDryRun: Bool
    let report: @Sendable (ImportProgress) -> Void

    /// Goes through the rest of the file.
    /// - Throws: what the database throws. A file that cannot be read to its end fails the import, with the reason.
    func run() async throws -> ImportJob {
        let end = ImportPassEnd(context: context, job: job, actor: actor, isDryRun: isDryRun)
        var reader: DelimitedReader
        do throws(DelimitedTextError) {
            reader = try DelimitedReader(
                contentsOf: context.blobs.path(of: job.blob), format: job.format, startingAt: job.progress.offset,
                startingLine: job.progress.line, startingNumber: job.progress.number
            )
            if job.progress.offset == 0 { _ = try reader.next() }
        } catch {
            return try await end.fail(error)
        }
        var progress = job.progress
        while true {
            var rows: [DelimitedRow] = []
            var failure: DelimitedTextError?
            do throws(DelimitedTextError) {
                while rows.count < context.settings.importRowsPerTransaction, let row = try reader.next() {
                    rows.append(row)
                }
            } catch {
                failure = error
            }
            if !rows.isEmpty {
                var reached = progress
                (reached.offset, reached.line, reached.number) = (reader.offset, reader.line, reader.number)
                guard let written = try await write(rows, from: progress, to: reached) else {
                    return try await end.reload()
                }
                progress = written
                report(progress)
                try Task.checkCancellation()
            }
            if let failure { return try await end.fail(failure) }
            if rows.isEmpty { return try await end.finish(progress) }
        }
    }

    private var defaults: ObjectImportDefaults<Object> {
        ObjectImportDefaults(
            recordClass: job.mapping.defaultObjectClass.flatMap { Object.Class(rawValue: $0) },
            purpose: job.mapping.defaultPurpose, handling: job.mapping.defaultHandling,
            dateOrder: job.mapping.dayComesFirst.map { $0 ? .dayFirst : .monthFirst }
        )
    }

    /// Writes one batch.
    /// - Returns: the progress after it; nil where the import was cancelled, or another run of it has gone on meanwhile.
    private func write(
        _ rows: [DelimitedRow], from progress: ImportProgress, to reached: ImportProgress
    ) async throws -> ImportProgress? {
        let importer = ObjectImport<Object>(context: context)
        let fields = ObjectImport<Object>.fields(of: job.headings)
        let drafts = rows.map { importer.draft($0, fields, defaults) }
        let (job, isDryRun) = (job, isDryRun)
        return try await context.write(actor) { connection in
            guard try ImportStore.state(job.id, connection) == (isDryRun ? .trying : .running),
                try ImportStore.progress(job.id, connection) == progress
            else { return nil }
            var reached = reached
            for (row, draft) in zip(rows, drafts) {
                let failures =
                    try isDryRun
                    ? ObjectImport.tryOut(draft, bureau: job.bureau, connection) : ObjectImport.enter(draft, connection)
                if failures.isEmpty {
                    reached.accepted += 1
                    continue
                }
                reached.refused += 1
                let verdict = ImportVerdict(
                    row: row.number, line: row.line, isRefused: true, failures: failures, fields: row.fields)
                try ImportStore.insert(verdict, job.id, connection)
            }
            try ImportStore.setProgress(reached, job.id, connection)
            return reached
        }
    }
}
