import Storage

/// The operations of the hub, as far as checks need them.
public struct OperationService: Sendable {
    let context: RegistryContext

    /// The operations the actor's bureau takes part in, latest first.
    public func operations(_ actor: Actor) async throws -> [Operation] {
        try await context.database.read { try OperationStore.operations(of: actor.bureau, $0) }
    }

    /// Opens an operation; the coordination centre's administrator does.
    /// - Throws: `RegistryError` `invalid` with every wrong field, `duplicate` for a code in use, or `forbidden`.
    public func create(_ operation: Operation, _ actor: Actor) async throws {
        try Access.require(.manageBureaus, actor)
        var failures: [FieldFailure] = []
        if operation.code.isEmpty { failures.append(FieldFailure("code", "required")) }
        if operation.code.unicodeScalars.count > 40 {
            failures.append(FieldFailure("code", "too-long", value: operation.code, arguments: ["maximum": "40"]))
        }
        if operation.name.isEmpty { failures.append(FieldFailure("name", "required")) }
        if operation.name.unicodeScalars.count > 200 {
            failures.append(FieldFailure("name", "too-long", value: operation.name, arguments: ["maximum": "200"]))
        }
        if operation.endsOn < operation.startsOn {
            failures.append(
                FieldFailure(
                    "endsOn", "before-start", value: operation.endsOn.description,
                    arguments: ["start": operation.startsOn.description]
                )
            )
        }
        let wrong = failures
        try await context.write(actor) { connection in
            var failures = wrong
            for code in Set(operation.bureaus).sorted() where try BureauStore.bureau(code: code, connection) == nil {
                failures.append(FieldFailure("bureaus", "unknown-code", value: code))
            }
            guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
            guard try !OperationStore.exists(operation.code, connection) else {
                throw RegistryError(.duplicate, subject: operation.code)
            }
            try OperationStore.insert(operation, connection)
            try connection.journal("operation.create", "operation:\(operation.code)")
        }
    }
}
