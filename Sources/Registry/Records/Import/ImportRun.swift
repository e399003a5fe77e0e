import DelimitedText
import Firearms
import Matching
import Storage

/// One pass through a file: rows are read and prepared ahead while the batch before them is written.
///
/// Each batch is one transaction with its records, journal entries, verdicts and the progress, so that stopping at
/// any moment neither loses nor repeats a row.
struct ImportRun {
    let context: RegistryContext
    let job: ImportJob
    let actor: Actor
    let isDryRun: Bool
    let report: @Sendable (ImportProgress) -> Void

    /// Rows read to find whether days or months come first in the file's dates.
    private static let sampleRows = 2_000
    /// Verdicts with warnings only that are kept; refused rows are all kept.
    static let mostWarnings = 10_000

    /// Goes through the rest of the file.
    /// - Throws: what the database throws. A file that cannot be read to its end fails the import, with the reason.
    func run() async throws -> ImportJob {
        var reader: DelimitedReader
        let rowReader: ImportRowReader
        do throws(DelimitedTextError) {
            rowReader = try rowReaderForFile()
            reader = try DelimitedReader(
                contentsOf: context.blobs.path(of: job.blob), format: job.format, startingAt: job.progress.offset,
                startingLine: job.progress.line, startingNumber: job.progress.number
            )
            if job.progress.offset == 0 { _ = try reader.next() }
        } catch {
            return try await end.fail(error)
        }
        var progress = job.progress
        let seen = SeenGuns()
        var next = readBatch(&reader)
        var described = rowReader.with(try await table())
        var pending = await Self.prepare(next.rows, described)
        while !pending.rows.isEmpty {
            let batch = pending
            let position = (offset: reader.offset, line: reader.line, number: reader.number)
            let failure = next.failure
            if failure == nil { next = readBatch(&reader) } else { next.rows = [] }
            let ahead = next.rows
            let present = described
            async let prepared = Self.prepare(ahead, present)
            var outcome = try await write(batch, progress, position, seen)
            pending = await prepared
            while outcome == .outdated {
                // Somebody corrected a spelling: these rows and those ahead are described anew.
                described = rowReader.with(try await table())
                outcome = try await write(
                    await Self.prepare(batch.rows.map(\.row), described), progress, position, seen
                )
                pending = await Self.prepare(pending.rows.map(\.row), described)
            }
            guard case .written(let reached) = outcome else { return try await end.reload() }
            progress = reached
            report(progress)
            try Task.checkCancellation()
        }
        if let failure = next.failure { return try await end.fail(failure) }
        return try await end.finish(progress)
    }

    private var end: ImportPassEnd { ImportPassEnd(context: context, job: job, actor: actor, isDryRun: isDryRun) }

    // MARK: Reading

    private struct Batch {
        var rows: [DelimitedRow] = []
        var failure: DelimitedTextError?
    }

    private struct PreparedRow: Sendable {
        var row: DelimitedRow
        var outcome: ImportRowReader.Outcome
    }

    /// Rows ready to be entered, with the keys of all of them in the order of the index: neighbours in a B-tree that
    /// are entered one after the other share the pages they change.
    private struct PreparedBatch: Sendable {
        var rows: [PreparedRow]
        /// The version of the bureau's reference table by which they are described.
        var tableVersion: Int64
        var tally = UnderstandingTally()
        var keys: [(key: SerialKey, row: Int)] = []
    }

    private func readBatch(_ reader: inout DelimitedReader) -> Batch {
        let rowsPerBatch = context.settings.importRowsPerTransaction
        var batch = Batch()
        batch.rows.reserveCapacity(rowsPerBatch)
        do {
            while batch.rows.count < rowsPerBatch, let row = try reader.next() { batch.rows.append(row) }
        } catch {
            batch.failure = error
        }
        return batch
    }

    @concurrent
    private static func prepare(_ rows: [DelimitedRow], _ rowReader: ImportRowReader) async -> PreparedBatch {
        var reader = DescriptionReader(rowReader.table.table)
        var batch = PreparedBatch(
            rows: rows.map { PreparedRow(row: $0, outcome: rowReader.read($0, &reader)) },
            tableVersion: rowReader.table.version
        )
        for (place, row) in batch.rows.enumerated() {
            for reading in row.outcome.readings { batch.tally.add(reading, row: row.row.number) }
            for key in row.outcome.prepared?.keys ?? [] { batch.keys.append((key, place)) }
        }
        batch.keys.sort { left, right in
            (left.key.kind.rawValue, left.key.folded, left.key.normalised)
                < (right.key.kind.rawValue, right.key.folded, right.key.normalised)
        }
        return batch
    }

    private func rowReaderForFile() throws(DelimitedTextError) -> ImportRowReader {
        let today = CalendarDate(context.now())
        var order: WrittenDate.Order?
        if let dayComesFirst = job.mapping.dayComesFirst {
            order = dayComesFirst ? .dayFirst : .monthFirst
        } else {
            let dateColumns = job.mapping.columns.indices.filter {
                [.eventDate, .eventDateEnd, .retentionUntil].contains(job.mapping.columns[$0])
            }
            if !dateColumns.isEmpty {
                var sample = try DelimitedReader(contentsOf: context.blobs.path(of: job.blob), format: job.format)
                var texts: [String] = []
                while texts.count < Self.sampleRows, let row = try sample.next() {
                    texts += dateColumns.filter { $0 < row.fields.count }.map { row.fields[$0] }.filter { !$0.isEmpty }
                }
                order = DateOrderEvidence(column: texts, latestYear: Int(today.description.prefix(4))).order
            }
        }
        return ImportRowReader(
            mapping: job.mapping, dateOrder: order, today: today, settings: context.settings,
            table: BureauTable(version: 0, table: .standard)
        )
    }

    private func table() async throws -> BureauTable {
        let bureau = job.bureau
        return try await context.database.read { try context.tables.table(of: bureau, $0) }
    }

    // MARK: Writing

    private var atWorkState: ImportState { isDryRun ? .trying : .running }

    private enum Written: Sendable, Equatable {
        /// The progress after the batch.
        case written(ImportProgress)
        /// Nothing was written: the import was cancelled, or another run of it has gone on meanwhile.
        case stopped
        /// Nothing was written: the bureau's reference table is another one now.
        case outdated
    }

    /// Writes one batch.
    private func write(
        _ batch: PreparedBatch, _ progress: ImportProgress, _ position: (offset: UInt64, line: Int, number: Int),
        _ seen: SeenGuns
    ) async throws -> Written {
        let (job, isDryRun, atWork) = (job, isDryRun, atWorkState)
        return try await context.write(actor) { connection in
            guard try ImportStore.state(job.id, connection) == atWork,
                try ImportStore.progress(job.id, connection) == progress
            else { return .stopped }
            guard try ReferenceStore.version(of: job.bureau, connection) == batch.tableVersion else {
                return .outdated
            }
            var progress = progress
            var entry = BatchEntry(job: job, connection: connection, seen: isDryRun ? seen : SeenGuns())
            try entry.reserveNumbers(isDryRun ? 0 : batch.rows.count { $0.outcome.prepared != nil })
            var sequences: [Int64?] = []
            sequences.reserveCapacity(batch.rows.count)
            for prepared in batch.rows {
                let entered = try entry.enter(prepared.outcome, isDryRun: isDryRun)
                sequences.append(entered.sequence)
                let refusals = entered.refusals
                let warnings = prepared.outcome.warnings
                if refusals.isEmpty { progress.accepted += 1 } else { progress.refused += 1 }
                if refusals.isEmpty, !warnings.isEmpty { progress.warned += 1 }
                let isKept = !refusals.isEmpty || (!warnings.isEmpty && progress.warned <= Self.mostWarnings)
                guard isKept else { continue }
                try ImportStore.insert(
                    ImportVerdict(
                        row: prepared.row.number, line: prepared.row.line, isRefused: !refusals.isEmpty,
                        failures: refusals.isEmpty ? warnings : refusals + warnings,
                        fields: refusals.isEmpty ? [] : prepared.row.fields
                    ),
                    job.id, connection
                )
            }
            for (key, row) in batch.keys {
                guard let sequence = sequences[row], let prepared = batch.rows[row].outcome.prepared else { continue }
                try RecordStore.insertKey(
                    key, traits: prepared.storedTraits(.active), record: sequence, connection
                )
            }
            progress.offset = position.offset
            progress.line = position.line
            progress.number = position.number
            try ImportUnderstandingStore.add(batch.tally, job.id, connection)
            try ImportStore.setProgress(progress, job.id, connection)
            return .written(progress)
        }
    }
}
