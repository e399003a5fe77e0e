import Surfaces
import Synchronization
import Testing

@testable import Toolmarks

@Suite struct MarkSearchTests {
    let marks = GeneratedMarks(count: 30)

    private func load(_ candidate: Int) throws -> PreparedMark { try PreparedMark(marks.map(candidate)) }

    @Test func theMateComesFirst() async throws {
        let query = marks.map(8, firing: 2)
        let search = MarkSearch(shortlist: 6)
        let screened = try await search.screen(ScreeningQuery(query), marks.forms())
        #expect(screened.count == 6)
        let outcome = try await search.compare(PreparedMark(query), screened, load: load)
        #expect(outcome.failures.isEmpty)
        #expect(outcome.hits.count == 6)
        let first = try #require(outcome.hits.first)
        #expect(first.candidate == 8)
        #expect(first.registeredCount > 3 * outcome.hits[1].registeredCount)
    }

    @Test func theListIsTheSameOnAnyNumberOfThreads() async throws {
        let query = marks.map(3, firing: 1)
        let forms = try marks.forms()
        var outcomes: [MarkSearch.Outcome] = []
        for threads in [1, 2, 4] {
            let search = MarkSearch(shortlist: 5, threads: threads)
            let screened = try await search.screen(ScreeningQuery(query), forms)
            outcomes.append(try await search.compare(PreparedMark(query), screened, load: load))
        }
        #expect(outcomes[1] == outcomes[0])
        #expect(outcomes[2] == outcomes[0])
    }

    @Test func aSearchThatWasInterruptedGoesOnWhereItStopped() async throws {
        struct Stop: Error {}
        let query = marks.map(5, firing: 1)
        let prepared = try PreparedMark(query)
        let search = MarkSearch(shortlist: 8)
        let screened = try await search.screen(ScreeningQuery(query), marks.forms())
        let whole = try await search.compare(prepared, screened, load: load)

        let journal = Mutex<[SearchHit]>([])
        await #expect(throws: Stop.self) {
            _ = try await search.compare(prepared, screened, load: load) { hit in
                let isFull = journal.withLock { journal in
                    journal.append(hit)
                    return journal.count == 3
                }
                if isFull { throw Stop() }
            }
        }
        let finished = Dictionary(uniqueKeysWithValues: journal.withLock { $0 }.map { ($0.candidate, $0) })
        #expect(finished.count == 3)
        let loaded = Mutex(0)
        let resumed = try await search.compare(prepared, screened, finished: finished) { candidate in
            loaded.withLock { $0 += 1 }
            return try load(candidate)
        }
        #expect(resumed == whole)
        #expect(loaded.withLock { $0 } == 5)
    }

    @Test func aCandidateThatCannotBeComparedIsNamedAndTheRestGoesOn() async throws {
        struct Damaged: Error, CustomStringConvertible { let description = "the file is damaged" }
        let query = marks.map(5, firing: 1)
        let search = MarkSearch(shortlist: 4)
        let screened = try await search.screen(ScreeningQuery(query), marks.forms())
        let broken = screened[1].candidate
        let outcome = try await search.compare(PreparedMark(query), screened) { candidate in
            if candidate == broken { throw Damaged() }
            return try load(candidate)
        }
        #expect(outcome.failures == [SearchFailure(candidate: broken, reason: "the file is damaged")])
        #expect(outcome.hits.count == 3)
        #expect(outcome.hits.first?.candidate == 5)
    }

    @Test func aCancelledSearchStops() async throws {
        let query = marks.map(5, firing: 1)
        let forms = try marks.forms()
        let task = Task {
            withUnsafeCurrentTask { unsafe $0?.cancel() }
            return try await MarkSearch().screen(ScreeningQuery(query), forms)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func progressCountsToTheEnd() async throws {
        let query = marks.map(5, firing: 1)
        let seen = Mutex<[Int]>([])
        _ = try await MarkSearch(threads: 2).screen(ScreeningQuery(query), marks.forms()) { done, total in
            #expect(total == 30)
            seen.withLock { $0.append(done) }
        }
        #expect(seen.withLock { $0.max() } == 30)
    }

    @Test func anEmptyFolderGivesAnEmptyList() async throws {
        let search = MarkSearch()
        let screened = try await search.screen(ScreeningQuery(marks.map(0)), [])
        #expect(screened.isEmpty)
        #expect(try await search.compare(PreparedMark(marks.map(0)), screened, load: load).hits.isEmpty)
    }
}
