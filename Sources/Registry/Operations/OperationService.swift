import Storage

/// The operations of the hub, as far as checks need them.
public struct OperationService: Sendable {
    let context: RegistryContext

    /// The operations the actor's bureau takes part in, latest first.
    public func operations(_ actor: Actor) async throws -> [Operation] {
        try await context.database.read { try OperationStore.operations(of: actor.bureau, $0) }
    }

    /// Opens an operation; the coordination centre's administrator does.
    public func create(_ operation: Operation, _ actor: Actor) async throws {
        try Access.require(.manageBureaus, actor)
        try await context.write(actor) { connection in
            try OperationStore.insert(operation, connection)
            try connection.journal("operation.create", "operation:\(operation.code)")
        }
    }
}
