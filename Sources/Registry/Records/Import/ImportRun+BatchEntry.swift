import Firearms
import Matching
import Storage
import Synchronization

extension ImportRun {
    /// Enters the rows of one batch inside its transaction.
    struct BatchEntry {
        let job: ImportJob
        let connection: JournalledConnection
        /// In a dry run, the guns of earlier rows.
        let seen: SeenGuns
        private var nextNumber: Int64 = 0
        private var year = ""

        init(job: ImportJob, connection: JournalledConnection, seen: SeenGuns) {
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
                if seen.remember(prepared) { return [] }
                return [FieldFailure("serial", "duplicate-in-file", value: prepared.serial)]
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
    }

    /// The guns of a dry run's earlier rows, which a run would find in the database.
    final class SeenGuns: Sendable {
        private struct Gun {
            var makeCode: String?
            var make: String
            var model: String
            var calibreCode: String?
        }

        /// By every number on the gun, normalised.
        private let guns = Mutex<[String: [Gun]]>([:])

        /// Remembers a gun for the rows that follow.
        /// - Returns: false, and nothing is remembered, where an earlier row is the same gun by the rule of a run.
        func remember(_ prepared: PreparedContent) -> Bool {
            let firearm = prepared.content.firearm
            let gun = Gun(
                makeCode: firearm.makeCode, make: firearm.make ?? "", model: firearm.model ?? "",
                calibreCode: firearm.calibreCode
            )
            return guns.withLock { guns in
                if let key = prepared.duplicateKey, let earlier = guns[key.normalised] {
                    let isKnown = earlier.contains {
                        prepared.isSameGun(
                            makeCode: $0.makeCode, make: $0.make, model: $0.model, calibreCode: $0.calibreCode
                        )
                    }
                    if isKnown { return false }
                }
                for key in prepared.keys where key.kind == .forward { guns[key.normalised, default: []].append(gun) }
                return true
            }
        }
    }
}
