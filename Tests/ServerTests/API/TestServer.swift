import Firearms
import Logging
import ServiceLifecycle
import Storage
import TestSupport
import Testing

@testable import Registry
@testable import Server

/// A server in this process, on a free port over a folder of its own: bureaus BR, AR, PY and the coordination centre
/// HUB, each with a user in every role.
final class TestServer: Sendable {
    let port: Int
    let registry: Registry
    let server: CartoucheServer

    private let folder: TestSupport.TemporaryFolder
    private let database: SQLiteDatabase
    private let group: ServiceGroup
    private let running: Task<Void, any Error>

    /// The server of the suite.
    @TaskLocal static var current: TestServer?

    /// Runs a server for the time of a body and stops it afterwards, whatever happens.
    static func run<Value>(
        _ settings: ServerSettings = .generous, logger: Logger = .silent, _ body: (TestServer) async throws -> Value
    ) async throws -> Value {
        let server = try await TestServer(settings, logger)
        do {
            let value = try await body(server)
            try await server.stop()
            return value
        } catch {
            try? await server.stop()
            throw error
        }
    }

    private init(_ settings: ServerSettings, _ logger: Logger) async throws {
        folder = try TestSupport.TemporaryFolder()
        database = try SQLiteDatabase.open(at: folder.path(of: "cartouche.db"), readers: 4)
        var registrySettings = RegistrySettings()
        // Tests wait for lists, beside much other work.
        registrySettings.correlation.niceness = 0
        registry = try await Registry.open(
            database: database, blobs: try BlobStore(folder: folder.path(of: "blobs")), settings: registrySettings
        )
        try await Self.addUsers(to: database)
        let server = try CartoucheServer(registry: registry, settings: settings, logger: logger)
        self.server = server
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let group = ServiceGroup(services: [Running(server: server, port: port)], logger: .silent)
        self.group = group
        running = Task {
            defer { port.finish() }
            try await group.run()
        }
        guard let open = await ports.first(where: { _ in true }) else {
            try await running.value
            throw NotStarted()
        }
        self.port = open
    }

    /// Asks the server to stop, without waiting for it.
    func beginToStop() async {
        await group.triggerGracefulShutdown()
    }

    /// Stops the server and waits until nothing of it runs.
    func stop() async throws {
        await beginToStop()
        try await running.value
        try await database.close()
    }

    private struct NotStarted: Error {}

    private struct Running: Service {
        let server: CartoucheServer
        let port: AsyncStream<Int>.Continuation

        func run() async throws {
            try await server.run { number in
                port.yield(number)
                port.finish()
            }
        }
    }
}

extension TestServer {
    private static let bureaus = [
        Bureau(code: "BR", name: "NCB Brasília", country: Country("BR")),
        Bureau(code: "AR", name: "NCB Buenos Aires", country: Country("AR")),
        Bureau(code: "PY", name: "NCB Asunción", country: Country("PY")),
        Bureau(code: "HUB", name: "Coordination centre", country: nil),
    ]

    /// Without passwords, whose hashing takes longer than all the rest.
    private static func addUsers(to database: SQLiteDatabase) async throws {
        try await database.write { connection in
            for bureau in bureaus {
                try BureauStore.insert(bureau, connection)
                for role in Role.allCases {
                    let name = "\(role.rawValue).\(bureau.code.lowercased())"
                    let user = User(
                        id: .make(), name: name, displayName: "Rosalía \(bureau.code)", bureau: bureau.code, role: role,
                        isDisabled: false, language: "en", createdAt: .now()
                    )
                    try BureauStore.insert(user, passwordHash: "", connection)
                }
            }
        }
    }
}

extension ServerSettings {
    /// A free port, and no limits to requests.
    static var generous: ServerSettings {
        var settings = ServerSettings()
        settings.port = 0
        settings.requestsPerMinute = 0
        settings.anonymousRequestsPerMinute = 0
        settings.signInsPerMinute = 0
        return settings
    }
}

extension Logger {
    /// A log that nobody reads.
    static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}

/// Gives the tests of a suite one server, which stops after the last of them.
struct RunningServer: SuiteTrait, TestScoping {
    @concurrent
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        try await TestServer.run { server in
            try await TestServer.$current.withValue(server) { try await function() }
        }
    }
}

extension Trait where Self == RunningServer {
    /// One server for the suite, in `TestServer.current`.
    static var runningServer: RunningServer { RunningServer() }
}
