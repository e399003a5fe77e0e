import Firearms
import Storage

extension ImportRun {
    /// Enters the rows of one batch inside its transaction.
    struct BatchEntry {
        let job: ImportJob
        let connection: JournalledConnection
        /// In a dry run, the guns of earlier rows, which are not in the database.
        var seen: Set<String>
        private var nextNumber: Int64 = 0
        private var year = ""

        init(job: ImportJob, connection: JournalledConnection, seen: Set<String>) {
            self.job = job
            self.connection = connection
            self.seen = seen
        }

        /// Takes the record numbers of the whole batch at once; those of refused duplicates stay unused.
        mutating func reserveNumbers(_ count: Int) throws {
            guard count > 0 else { return }
            year = String(connection.time.description.prefix(4))
            nextNumber = try RecordStore.takeNumbers(bureau: job.bureau, series: year, count: count, connection)
        }

        /// Enters one row, or says why not.
        mutating func enter(_ outcome: ImportRowReader.Outcome, isDryRun: Bool) throws -> [FieldFailure] {
            guard let prepared = outcome.prepared else { return outcome.refusals }
            if let first = try RecordStore.duplicate(of: prepared, bureau: job.bureau, connection) {
                return [FieldFailure("serial", "duplicate", value: prepared.serial, arguments: ["number": first])]
            }
            if isDryRun {
                return rememberInDryRun(prepared)
            }
            let number = RecordStore.number(bureau: job.bureau, year: year, nextNumber)
            nextNumber += 1
            _ = try RecordStore.insert(
                id: .make(), number: number, bureau: job.bureau, status: .active, prepared, at: connection.time,
                connection
            )
            try connection.journal("record.create", "record:\(number)", ["import": "\(job.id)"])
            return []
        }

        private mutating func rememberInDryRun(_ prepared: PreparedContent) -> [FieldFailure] {
            guard let key = prepared.duplicateKey else { return [] }
            let firearm = prepared.content.firearm
            let gun = [
                key.normalised, firearm.makeCode ?? firearm.make ?? "", firearm.model ?? "", firearm.calibreCode ?? "",
            ].joined(separator: "\u{1F}")
            if seen.insert(gun).inserted { return [] }
            return [FieldFailure("serial", "duplicate-in-file", value: prepared.serial)]
        }
    }
}
