import Foundation
import Testing
import Toolmarks

@testable import CommandLine

@Suite("Journal of a search")
struct SearchJournalTests {
    private func hits(_ count: Int) async throws -> [SearchHit] {
        let query = GeneratedTool(.granular, seed: 1).firing(0).prepared(pitch: 25)
        let mark = try PreparedMark(query)
        let screened = (0..<count).map { ScreenedCandidate(candidate: $0 * 3, score: .none) }
        return try await MarkSearch().compare(mark, screened, load: { _ in mark }).hits
    }

    @Test("what was written is read again, to the last digit")
    func roundTrip() async throws {
        let folder = try ScanFolder(tools: 1)
        let url = folder.url.appending(path: "journal.jsonl")
        let hits = try await hits(3)
        let journal = try SearchJournal(url: url, job: "one")
        #expect(journal.finished.isEmpty)
        for hit in hits { try journal.record(hit) }
        let again = try SearchJournal(url: url, job: "one")
        #expect(again.finished == Dictionary(uniqueKeysWithValues: hits.map { ($0.candidate, $0) }))
        #expect(try SearchJournal(url: url, job: "another").finished.isEmpty)
        #expect(try SearchJournal(url: url, job: "one").finished.isEmpty)
    }

    @Test("a line that was cut off counts as not written, and the journal goes on behind the last whole one")
    func cutOff() async throws {
        let folder = try ScanFolder(tools: 1)
        let url = folder.url.appending(path: "journal.jsonl")
        let hits = try await hits(3)
        let journal = try SearchJournal(url: url, job: "one")
        for hit in hits { try journal.record(hit) }
        let whole = try Data(contentsOf: url)
        for cut in [0, 5, 20, whole.count - 1, whole.count - 40] {
            try whole.prefix(cut).write(to: url)
            let resumed = try SearchJournal(url: url, job: "one")
            #expect(resumed.finished.count <= 2)
            for hit in hits where resumed.finished[hit.candidate] == nil { try resumed.record(hit) }
            #expect(try SearchJournal(url: url, job: "one").finished.count == 3)
        }
    }
}
