import Foundation
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite("Workers killed without warning", .serialized)
struct CorrelationCrashTests {
    private static let marks = 20

    @Test(
        "a worker killed at any point loses nothing, and nothing is shown twice", .timeLimit(.minutes(10))
    )
    func killed() async throws {
        let world = try await World(databaseName: "cartouche.sqlite")
        var marks: [MarkNumber] = []
        for number in 0..<Self.marks {
            // Pairs of one tool, so that lists have a right order.
            marks.append(try await world.enter(EnteredMark(tool: number / 2, firing: number % 2), "BR"))
        }
        // Killed as it takes its first job, and when some lists are there and others are under way.
        let points: [(what: String, query: String, least: Int)] = [
            ("a job is taken", "SELECT COUNT(*) FROM correlation_jobs WHERE state = 'running'", 1),
            ("a list is there", "SELECT COUNT(*) FROM correlation_jobs WHERE state = 'done'", 1),
            ("some lists are there", "SELECT COUNT(*) FROM correlation_jobs WHERE state = 'done'", Self.marks / 4),
            ("most lists are there", "SELECT COUNT(*) FROM correlation_jobs WHERE state = 'done'", Self.marks / 2),
        ]
        for point in points {
            let worker = try Self.worker(world, "--workers", "2")
            try await eventually(point.what, within: .seconds(240)) {
                let count = try await world.count(point.query)
                return count >= point.least || !worker.isRunning
            }
            #expect(worker.isRunning, "\(worker.errors)")
            worker.signal(SIGKILL)
            #expect(try await worker.end().wasSignalled)
            try await Self.expectNothingTwice(world)
        }
        // Jobs of the dead are taken once their leases are over.
        try await eventually("every list is there", within: .seconds(120)) {
            let last = try await Self.worker(world, "--once", "--workers", "2").end(within: .seconds(100))
            guard last.status == 0 else { throw RegistryError(.illegalState, subject: last.errors) }
            return try await world.count("SELECT COUNT(*) FROM correlation_jobs WHERE state <> 'done'") == 0
        }
        try await Self.expectNothingTwice(world)
        let examiner = try await world.actor(.examiner, "BR")
        for (number, mark) in marks.enumerated() {
            let list = try await world.ranked(mark, examiner)
            #expect(Set(list) == Set(marks).subtracting([mark]))
            #expect(list.first == marks[number ^ 1])
        }
        #expect(try await world.count("SELECT COUNT(*) FROM correlation_pairs") == Self.marks * (Self.marks - 1) / 2)
        #expect(try await world.count("SELECT COUNT(*) FROM correlation_partials") == 0)
        let verification = try await JournalVerification.run(on: world.database, knownHead: nil) { _ in }
        #expect(verification.isIntact)
    }

    @Test("a worker that is asked to stop gives its marks back and ends well", .timeLimit(.minutes(10)))
    func stopped() async throws {
        let world = try await World(databaseName: "cartouche.sqlite")
        for number in 0..<Self.marks { try await world.enter(EnteredMark(tool: number), "BR") }
        let worker = try Self.worker(world, "--workers", "1")
        try await eventually("a job is taken", within: .seconds(240)) {
            try await world.count("SELECT COUNT(*) FROM correlation_jobs WHERE state = 'running'") > 0
        }
        worker.signal(SIGTERM)
        let ended = try await worker.end(within: .seconds(30))
        #expect(ended.status == 0 && !ended.wasSignalled, "\(ended.errors)")
        #expect(try await world.count("SELECT COUNT(*) FROM correlation_jobs WHERE state = 'running'") == 0)
        let rest = try await Self.worker(world, "--once", "--json").end(within: .seconds(240))
        #expect(rest.status == 0, "\(rest.errors)")
        let lines = rest.output.split(whereSeparator: \.isNewline)
        #expect(!lines.isEmpty && lines.allSatisfy { $0.contains("\"state\":\"done\"") })
        #expect(try await world.count("SELECT COUNT(*) FROM correlation_jobs WHERE state <> 'done'") == 0)
    }

    private static func worker(_ world: World, _ arguments: String...) throws -> ProgramRun {
        try ProgramRun(
            ProductsFolder.program(),
            ["work", "--data", world.folder.path(of: ""), "--set", "correlation.lease-seconds=5"] + arguments
        )
    }

    /// Each mark's list was finished once at most, and its pairs are whole.
    private static func expectNothingTwice(_ world: World) async throws {
        let finished = try await world.database.read {
            try $0.journalEntries(after: 0, limit: 100_000).filter { $0.action == "correlation.finish" }.map(\.object)
        }
        #expect(Set(finished).count == finished.count)
        let done = try await world.count("SELECT COUNT(*) FROM correlation_jobs WHERE state = 'done'")
        #expect(done == finished.count)
    }
}
