import GRDBSQLite

/// The statements that begin and end transactions and savepoints, which no body may run itself.
enum TransactionStep: String, CaseIterable {
    case beginDeferred = "BEGIN DEFERRED"
    case beginImmediate = "BEGIN IMMEDIATE"
    case commit = "COMMIT"
    case rollback = "ROLLBACK"
    case savepoint = "SAVEPOINT body"
    case release = "RELEASE body"
    case rollbackToSavepoint = "ROLLBACK TO body"
}

/// The same statements, prepared once.
final class PreparedSteps {
    private let connection: OpaquePointer
    private let statements: [OpaquePointer?]

    init(_ connection: OpaquePointer) {
        self.connection = connection
        statements = TransactionStep.allCases.map { step in
            var statement: OpaquePointer?
            sqlite3_prepare_v2(connection, step.rawValue, -1, &statement, nil)
            return statement
        }
    }

    func run(_ step: TransactionStep) throws {
        let statement = statements[step.position]
        let code = sqlite3_step(statement)
        guard code == SQLITE_DONE else {
            let error = StorageError.sqlite(connection, statement: step.rawValue)
            sqlite3_reset(statement)
            throw error
        }
        sqlite3_reset(statement)
    }

    deinit {
        for statement in statements { sqlite3_finalize(statement) }
    }
}

extension TransactionStep {
    fileprivate var position: Int {
        switch self {
        case .beginDeferred: 0
        case .beginImmediate: 1
        case .commit: 2
        case .rollback: 3
        case .savepoint: 4
        case .release: 5
        case .rollbackToSavepoint: 6
        }
    }
}
