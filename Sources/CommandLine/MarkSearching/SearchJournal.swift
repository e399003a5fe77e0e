import Foundation
import Synchronization
import Toolmarks

/// Remembers what a search has compared, so that it goes on after an interruption: JSON, one line a comparison.
///
/// The first line names the job. A journal of another job, or a line that was not written to its end, counts as not
/// written.
final class SearchJournal: Sendable {
    private struct Heading: Codable { let job: String }

    /// What was compared before, by candidate.
    let finished: [Int: SearchHit]
    private let url: URL
    private let file: Mutex<FileHandle>

    /// Opens the journal of a job, or starts it.
    init(url: URL, job: String) throws {
        self.url = url
        var kept: [SearchHit] = []
        var end = 0
        var isSameJob = false
        let data = (try? Data(contentsOf: url)) ?? Data()
        for line in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
            if end == 0 {
                isSameJob = (try? JSONDecoder().decode(Heading.self, from: line))?.job == job
                guard isSameJob else { break }
            } else {
                guard let hit = try? JSONDecoder().decode(SearchHit.self, from: line) else { break }
                kept.append(hit)
            }
            end += line.count + 1
        }
        if !isSameJob {
            let heading = try JSONText.text(Heading(job: job), isLine: true) + "\n"
            try Data(heading.utf8).write(to: url)
            end = heading.utf8.count
        }
        let handle = try FileHandle(forUpdating: url)
        try handle.truncate(atOffset: UInt64(end))
        try handle.seekToEnd()
        file = Mutex(handle)
        finished = Dictionary(kept.map { ($0.candidate, $0) }) { first, _ in first }
    }

    /// Writes a comparison down.
    func record(_ hit: SearchHit) throws {
        let line = try JSONText.text(hit, isLine: true) + "\n"
        try file.withLock { try $0.write(contentsOf: Data(line.utf8)) }
    }

    /// Removes the journal of a search that is done.
    func remove() throws { try FileManager.default.removeItem(at: url) }
}
