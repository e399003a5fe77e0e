public import Storage

extension ImportService {
    /// Notes that a pass over a file is wanted, so that it is made even if the program stops before it begins, and
    /// only once however often it is asked for.
    /// - Throws: `RegistryError` `illegal-state` where the file has not been tried or a pass is under way already.
    public func request(dryRun: Bool, _ id: Identifier, _ actor: Actor) async throws {
        let job = try await job(id, actor)
        try await context.write(actor) { connection in
            let state = try ImportStore.state(job.id, connection)
            guard state == .tried || (dryRun && state == .uploaded) else {
                throw RegistryError(.illegalState, subject: "\(id)")
            }
            try ImportStore.deleteVerdicts(id, connection)
            try ImportStore.setProgress(ImportProgress(), id, connection)
            try ImportStore.setState(dryRun ? .trying : .running, id, connection)
            // A dry run is journalled when it begins.
            if !dryRun { try connection.journal("import.run", "import:\(id)") }
        }
    }
}
