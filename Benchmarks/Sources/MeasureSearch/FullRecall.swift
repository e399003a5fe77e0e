import Foundation
import Surfaces
import Toolmarks

/// What screening loses against full comparison.
///
/// For every query the best of the screening are compared in full, and so are all its mates, also those that screening
/// put further down. A mate is lost when it is not among those compared though its full score would have put it there.
struct FullRecall {
    let scans: LabelledScans
    let settings: ScreeningSettings
    let threads: Int
    let shortlist: Int

    private struct Query {
        let surface: SurfaceMap
        let mates: Set<Int>
        let own: Int?
        let group: String
    }

    private struct Tally {
        var screened = Recall()
        var full = Recall()
        var lost = 0
        var lostOfFull = 0
    }

    func measure(distractors count: Int, cache: String?, generated: Int) async throws {
        let distractors = Distractors(settings: settings)
        let real = scans.maps.count
        let all =
            try scans.maps.map { try ScreeningForm($0, settings: settings) }
            + (try await distractors.forms(count, cache: cache, threads: threads))
        var queries = scans.maps.indices.map { index in
            let mates = scans.sources.indices.filter { $0 != index && scans.sources[$0] == scans.sources[index] }
            return Query(surface: scans.maps[index], mates: Set(mates), own: index, group: "real")
        }
        for number in 0..<min(count, generated) {
            let tool = Distractors.tool(number)
            queries.append(
                Query(
                    surface: tool.firing(1).prepared(pitch: 12.5), mates: [real + number], own: nil,
                    group: tool.toolClass.rawValue
                )
            )
        }
        let load: @Sendable (Int) throws -> PreparedMark = { [scans] candidate in
            if candidate < real { return try PreparedMark(scans.maps[candidate]) }
            return try PreparedMark(Distractors.tool(candidate - real).firing(0).prepared(pitch: 12.5))
        }
        var tallies: [String: Tally] = [:]
        for query in queries {
            let ranked = try await MarkSearch(shortlist: all.count, threads: threads)
                .screen(ScreeningQuery(query.surface, settings: settings), all)
                .filter { $0.candidate != query.own }
            let short = Set(ranked.prefix(shortlist).map(\.candidate))
            let compared = ranked.filter { short.contains($0.candidate) || query.mates.contains($0.candidate) }
            let hits = try await MarkSearch(threads: threads)
                .compare(PreparedMark(query.surface), compared, load: load).hits
            let strangers = hits.filter { !query.mates.contains($0.candidate) }.map(\.score)
            let before = ranked.enumerated().filter { !query.mates.contains($0.element.candidate) }.map(\.offset)
            for hit in hits where query.mates.contains(hit.candidate) {
                let place = ranked.firstIndex { $0.candidate == hit.candidate } ?? ranked.count
                let rank = 1 + strangers.count { $0 >= hit.score }
                tallies[query.group, default: Tally()].screened.ranks.append(1 + before.count { $0 < place })
                tallies[query.group, default: Tally()].full.ranks.append(rank)
                guard !short.contains(hit.candidate) else { continue }
                tallies[query.group, default: Tally()].lost += 1
                if rank <= 10 { tallies[query.group, default: Tally()].lostOfFull += 1 }
                print(
                    "  below the shortlist: \(query.group), screened at \(place + 1) (\(text(hit.screening.value, 2))),",
                    "\(hit.registeredCount) of \(hit.usableCount) cells, full score \(text(hit.score, 3)), rank \(rank),",
                    "best stranger \(text(strangers.max() ?? 0, 3))"
                )
            }
        }
        for group in tallies.keys.sorted() {
            guard let tally = tallies[group] else { continue }
            print("\(group): screening \(tally.screened.line)")
            print("\(group): full comparison \(tally.full.line)")
            print(
                "\(group): \(tally.lost) below the shortlist, \(tally.lostOfFull) of them in the first 10 by full comparison"
            )
        }
    }
}
