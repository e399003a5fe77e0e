import DelimitedText
import Storage

/// How a pass through a file ends, whatever its rows are.
struct ImportPassEnd {
    let context: RegistryContext
    let job: ImportJob
    let actor: Actor
    let isDryRun: Bool

    /// Every row had its verdict.
    func finish(_ progress: ImportProgress) async throws -> ImportJob {
        let state: ImportState = isDryRun ? .tried : .finished
        let atWork: ImportState = isDryRun ? .trying : .running
        let id = job.id
        try await context.write(actor) { connection in
            // Not where somebody cancelled it after the last row.
            guard try ImportStore.state(id, connection) == atWork else { return }
            try ImportStore.setState(state, id, connection)
            try connection.journal(
                "import.\(state.rawValue)", "import:\(id)",
                [
                    "accepted": "\(progress.accepted)", "refused": "\(progress.refused)",
                    "warned": "\(progress.warned)",
                ]
            )
        }
        return try await reload()
    }

    /// The file could not be read to its end.
    func fail(_ error: DelimitedTextError) async throws -> ImportJob {
        let id = job.id
        // The user knows the file by its own name; where it lies in the blob store is nobody's business.
        var error = error
        error.file = job.fileName
        let named = error
        try await context.write(actor) { connection in
            try ImportStore.setState(.failed, failure: named.description, id, connection)
            try connection.journal("import.fail", "import:\(id)", ["code": named.code.rawValue])
        }
        return try await reload()
    }

    /// The import as it stands now.
    func reload() async throws -> ImportJob {
        let (id, bureau) = (job.id, job.bureau)
        let changed = try await context.database.read { try ImportStore.job(id, bureau: bureau, $0) }
        return changed ?? job
    }
}
