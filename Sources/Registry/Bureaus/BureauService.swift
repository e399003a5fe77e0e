import Storage

/// The bureaus that take part, and how a new one joins.
public struct BureauService: Sendable {
    let context: RegistryContext

    /// Every bureau; which bureaus exist is known to every user.
    public func bureaus(_ actor: Actor) async throws -> [Bureau] {
        try await context.database.read { try BureauStore.bureaus($0) }
    }

    /// Adds a bureau; only the coordination centre's administrator may.
    /// - Throws: `RegistryError` `invalid`, `duplicate` or `forbidden`.
    public func create(_ bureau: Bureau, _ actor: Actor) async throws {
        try Access.require(.manageBureaus, actor)
        let codeIsValid =
            (2...12).contains(bureau.code.count)
            && bureau.code.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
        var failures: [FieldFailure] = []
        if !codeIsValid { failures.append(FieldFailure("code", "invalid-code", value: bureau.code)) }
        if bureau.name.isEmpty { failures.append(FieldFailure("name", "required")) }
        if bureau.name.unicodeScalars.count > 200 {
            failures.append(FieldFailure("name", "too-long", value: bureau.name, arguments: ["maximum": "200"]))
        }
        // Without a country it would be a second coordination centre, which sees what every bureau has.
        if bureau.country == nil { failures.append(FieldFailure("country", "required")) }
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        try await context.write(actor) { connection in
            guard try BureauStore.bureau(code: bureau.code, connection) == nil else {
                throw RegistryError(.duplicate, subject: bureau.code)
            }
            try BureauStore.insert(bureau, connection)
            try connection.journal("bureau.create", "bureau:\(bureau.code)")
        }
    }
}
