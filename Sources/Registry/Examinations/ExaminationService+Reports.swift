public import Storage

/// Reports of examinations: issued once a round is over, never changed, each with a hash by which anybody can show that
/// it is unaltered.
extension ExaminationService {
    /// Issues a report of an examination whose round is over.
    /// - Throws: `RegistryError` `illegal-state` while conclusions are due.
    public func issueReport(of number: String, _ actor: Actor) async throws -> ExaminationReport {
        try Access.require(.examine, actor)
        return try await context.write(actor) { connection in
            let examination = try Self.found(number, actor, connection)
            guard examination.state.isOver else { throw Self.illegal(examination, .report) }
            let earlier = try ExaminationReportStore.count(of: examination.sequence, connection)
            let content = try Self.content(of: examination, version: earlier + 1, connection)
            try ExaminationReportStore.insert(content, examination, version: earlier + 1, connection)
            try ExaminationStore.append(
                .reported, by: actor.name, note: content.number, to: examination.sequence, round: examination.round,
                connection
            )
            try connection.journal("report.issue", "report:\(content.number)")
            return try Self.foundReport(content.number, actor, connection)
        }
    }

    /// The reports of an examination, oldest first; without those an actor who is kept blind may not know of.
    public func reports(of number: String, _ actor: Actor) async throws -> [ExaminationReport] {
        try Access.require(.readExhibits, actor)
        return try await context.database.read { connection in
            _ = try Self.found(number, actor, connection)
            return try ExaminationReportStore.reports(where: "x.number = ?", [.text(number)], actor, connection)
        }
    }

    /// The report of a number. Reading is journalled as a consultation.
    /// - Throws: `RegistryError` `not-found`.
    public func report(_ number: String, _ actor: Actor) async throws -> ExaminationReport {
        try Access.require(.readExhibits, actor)
        return try await context.write(actor) { connection in
            let report = try Self.foundReport(number, actor, connection)
            try connection.journal("report.read", "report:\(number)")
            return report
        }
    }

    /// A picture that a report names, PNG.
    public func picture(_ hash: BlobHash, ofReport number: String, _ actor: Actor) async throws -> [UInt8] {
        try Access.require(.readExhibits, actor)
        let report = try await context.database.read { try Self.foundReport(number, actor, $0) }
        guard report.content.pictures.contains(hash.description) else {
            throw RegistryError(.notFound, subject: "\(hash)")
        }
        return try context.blobs.get(hash)
    }

    /// The printed pages of a report in a language, PDF. They are printed once and kept, so that their hash holds.
    /// - Parameter printing: makes the pages where they were not printed before.
    public func pages(
        of report: ExaminationReport, language: String, _ actor: Actor, printing: () throws -> [UInt8]
    ) async throws -> [UInt8] {
        try Access.require(.readExhibits, actor)
        let number = report.number
        let known = try await context.database.read { connection in
            _ = try Self.foundReport(number, actor, connection)
            return try ExaminationReportStore.pages(of: number, language: language, connection)
        }
        if let known { return try context.blobs.get(known) }
        let hash = try context.blobs.put(try printing())
        let kept = try await context.write(actor) { connection -> BlobHash? in
            try ExaminationReportStore.insertPages(
                hash, of: number, language: language, at: connection.time, connection
            )
            try connection.journal("report.print", "report:\(number)", ["language": language])
            return try ExaminationReportStore.pages(of: number, language: language, connection)
        }
        return try context.blobs.get(kept ?? hash)
    }

    /// What a hash belongs to; nil where it is that of no report: the file was altered, or comes from elsewhere.
    public func verification(of hash: BlobHash, _ actor: Actor) async throws -> ReportVerification? {
        try Access.require(.readExhibits, actor)
        return try await verification(onThisMachine: hash)
    }

    /// The same for whoever has the database on the machine.
    public func verification(onThisMachine hash: BlobHash) async throws -> ReportVerification? {
        try await context.database.read { try ExaminationReportStore.verification(of: hash, $0) }
    }

    static func foundReport(
        _ number: String, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> ExaminationReport {
        let found = try ExaminationReportStore.reports(where: "r.number = ?", [.text(number)], actor, connection)
        guard let report = found.first else { throw RegistryError(.notFound, subject: number) }
        return report
    }
}
