import Firearms
import Matching
import Storage
import Synchronization

extension ImportRun {
    /// Enters the rows of one batch inside its transaction.
    struct BatchEntry {
        let job: ImportJob
        let connection: JournalledConnection
        /// Guns of earlier rows that the database does not find yet.
        let seen: SeenGuns
        /// The journal details of every row.
        private let details: String
        private var nextNumber: Int64 = 0
        private var year = ""

        init(job: ImportJob, connection: JournalledConnection, seen: SeenGuns) {
            self.job = job
            self.connection = connection
            self.seen = seen
            details = JournalDetails.text(["import": job.id.description], channel: connection.actor.channel)
        }

        /// Takes the record numbers of the whole batch at once; those of refused duplicates stay unused.
        mutating func reserveNumbers(_ count: Int) throws {
            guard count > 0 else { return }
            year = String(connection.time.description.prefix(4))
            nextNumber = try RecordStore.takeNumbers(bureau: job.bureau, series: year, count: count, connection)
        }

        /// Enters one row without its keys, or says why not.
        mutating func enter(_ outcome: ImportRowReader.Outcome, isDryRun: Bool) throws -> Entered {
            guard let prepared = outcome.prepared else { return Entered(refusals: outcome.refusals) }
            if let first = try RecordStore.duplicate(of: prepared, bureau: job.bureau, connection)
                ?? seen.first(sameAs: prepared)
            {
                let code = first.isEmpty ? "duplicate-in-file" : "duplicate"
                return Entered(refusals: [
                    FieldFailure(
                        "serial", code, value: prepared.serial, arguments: first.isEmpty ? [:] : ["number": first]
                    )
                ])
            }
            guard !isDryRun else {
                seen.remember(prepared, as: "")
                return Entered()
            }
            let number = RecordStore.number(bureau: job.bureau, year: year, nextNumber)
            nextNumber += 1
            let sequence = try RecordStore.insertRow(
                id: .make(), number: number, bureau: job.bureau, status: .active, prepared, at: connection.time,
                connection
            )
            seen.remember(prepared, as: number)
            try connection.journal("record.create", "record:\(number)", detailsText: details)
            return Entered(sequence: sequence)
        }
    }

    /// What became of one row.
    struct Entered {
        /// The record's row number; nil in a dry run and for a refused row.
        var sequence: Int64?
        var refusals: [FieldFailure] = []
    }

    /// Guns of earlier rows whose keys are not in the database: those of a whole dry run, or of the batch at work.
    final class SeenGuns: Sendable {
        private struct Gun {
            var number: String
            var makeCode: String?
            var make: String
            var model: String
            var calibreCode: String?
        }

        /// By every number on the gun, normalised.
        private let guns = Mutex<[String: [Gun]]>([:])

        /// The number under which an earlier row of the same gun, by the rule of the database, was remembered.
        func first(sameAs prepared: PreparedContent) -> String? {
            guard let key = prepared.duplicateKey else { return nil }
            return guns.withLock { guns in
                guns[key.normalised]?.first {
                    prepared.isSameGun(
                        makeCode: $0.makeCode, make: $0.make, model: $0.model, calibreCode: $0.calibreCode
                    )
                }?.number
            }
        }

        /// Remembers a gun for the rows that follow.
        func remember(_ prepared: PreparedContent, as number: String) {
            let firearm = prepared.content.firearm
            let gun = Gun(
                number: number, makeCode: firearm.makeCode, make: firearm.make ?? "", model: firearm.model ?? "",
                calibreCode: firearm.calibreCode
            )
            guns.withLock { guns in
                for key in prepared.keys where key.kind == .forward { guns[key.normalised, default: []].append(gun) }
            }
        }
    }
}
