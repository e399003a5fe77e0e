import Foundation
import Synchronization
import Toolmarks

/// One pair of an evaluation.
struct PairScore: Sendable {
    var first: Int
    var second: Int
    var isMatch: Bool
    /// The values, in the order of the scorer's columns.
    var values: [Double]
    /// The processor's time that the comparison took; nil when an earlier run did it.
    var seconds: Double?
}

/// Scores every pair of an evaluation on several threads; goes on where an earlier run was stopped.
struct PairScores {
    let scorer: MarkScorer
    let threads: Int
    /// Where finished pairs are kept until all are done; nil keeps nothing.
    let partial: String?

    /// Every pair of two scans that are not of one item.
    var pairs: [(Int, Int)] {
        let scans = scorer.scans
        return scans.indices.flatMap { first in
            scans.indices.filter { second in
                second > first && (scans[first].item == nil || scans[first].item != scans[second].item)
            }.map { (first, $0) }
        }
    }

    /// The scores in the order of the pairs.
    /// - Throws: `CancellationError`; what was finished by then is kept.
    func run() async throws -> [PairScore] {
        let pairs = pairs
        let known = try kept()
        let keeper = try partial.map { try PartialScores($0, heading: heading, isNew: known.isEmpty) }
        let progress = CountProgress("Comparing")
        defer { progress.finish() }
        let scorer = scorer
        let left = pairs.filter { known[Self.key($0)] == nil }
        let fresh = try await ParallelMap(threads: threads).run(left.count, progress: progress.update) { index in
            let pair = left[index]
            let start = ThreadTime.seconds
            let values = try scorer.values(pair.0, pair.1)
            let seconds = ThreadTime.seconds - start
            keeper?.add("\(Self.key(pair)) " + values.map { "\($0)" }.joined(separator: " "))
            return (values: values, seconds: seconds)
        }
        var next = fresh.makeIterator()
        return pairs.compactMap { pair in
            let isMatch = scorer.scans[pair.0].source == scorer.scans[pair.1].source
            if let values = known[Self.key(pair)] {
                return PairScore(first: pair.0, second: pair.1, isMatch: isMatch, values: values)
            }
            return next.next().map {
                PairScore(first: pair.0, second: pair.1, isMatch: isMatch, values: $0.values, seconds: $0.seconds)
            }
        }
    }

    private static func key(_ pair: (Int, Int)) -> String { "\(pair.0) \(pair.1)" }

    /// Says which scans and settings the kept values belong to.
    private var heading: String {
        let files = scorer.scans.map { scan in
            let size = (try? FileManager.default.attributesOfItem(atPath: scan.path)[.size] as? Int) ?? 0
            return "\(scan.path)=\(size)"
        }
        return "cartouche-partial/1 \(scorer.method) \(scorer.columns.joined(separator: ",")) "
            + files.joined(separator: "|").replacing("\n", with: " ")
    }

    /// What an earlier run of the same scans and settings finished, by the numbers of the scans.
    private func kept() throws -> [String: [Double]] {
        guard let partial, let text = try? String(contentsOfFile: partial, encoding: .utf8) else { return [:] }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first.map(String.init) == heading else { return [:] }
        var known: [String: [Double]] = [:]
        // The last line may have been cut when the run was stopped.
        for line in lines.dropFirst().dropLast() {
            let parts = line.split(separator: " ")
            let values = parts.dropFirst(2).compactMap { Double($0) }
            if values.count == scorer.columns.count { known["\(parts[0]) \(parts[1])"] = values }
        }
        return known
    }
}

/// A file to which finished pairs are added, line by line.
private final class PartialScores: Sendable {
    private let file: Mutex<FileHandle>

    init(_ path: String, heading: String, isNew: Bool) throws {
        if isNew { try Data((heading + "\n").utf8).write(to: URL(filePath: path)) }
        let handle = try FileHandle(forUpdating: URL(filePath: path))
        let end = try handle.seekToEnd()
        // A line that was cut begins a new one here, so that it is passed over and nothing else.
        if end > 0 {
            try handle.seek(toOffset: end - 1)
            if try handle.read(upToCount: 1) != Data("\n".utf8) { try handle.write(contentsOf: Data("\n".utf8)) }
        }
        file = Mutex(handle)
    }

    func add(_ line: String) {
        file.withLock { try? $0.write(contentsOf: Data((line + "\n").utf8)) }
    }
}

/// The processor's time of the present thread: what a comparison takes, whatever else the machine does.
private enum ThreadTime {
    static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
