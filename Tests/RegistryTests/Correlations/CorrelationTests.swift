import Firearms
import Storage
import TestSupport
import Testing
import Toolmarks

@testable import Registry

@Suite("Correlation of marks")
struct CorrelationTests {
    @Test("a new mark is compared with all that are comparable, and the mark of the same tool comes first")
    func ranked() async throws {
        let world = try await World()
        let strangers = 2..<7
        for tool in strangers { try await world.enter(EnteredMark(tool: tool), "AR") }
        let mate = try await world.enter(EnteredMark(tool: 1), "AR")
        let query = try await world.enter(EnteredMark(tool: 1, firing: 1), "BR")
        try await world.correlate()
        let examiner = try await world.actor(.examiner, "BR")
        let list = try await world.registry.correlations.list(of: query, examiner)
        #expect(list.job?.state == .done)
        #expect(list.count == strangers.count + 1)
        #expect(list.entries.map(\.rank) == Array(1...strangers.count + 1))
        let first = try #require(list.entries.first)
        #expect(first.mark.number == mate)
        #expect(first.figures.score > (list.entries.dropFirst().first?.figures.score ?? 1) + 0.1)
        #expect(first.figures.evidence == nil && first.figures.unweighed == .noReferenceSet)
        #expect(list.gaps.isEmpty)
    }

    @Test("a pair has the same figures in the list of either mark, and a later arrival stands in that of an earlier")
    func bothSides() async throws {
        let world = try await World()
        let earlier = try await world.enter(EnteredMark(tool: 1), "AR")
        try await world.correlate()
        let examiner = try await world.actor(.examiner, "AR")
        #expect(try await world.ranked(earlier, examiner).isEmpty)
        world.clock.advance(days: 30)
        let later = try await world.enter(EnteredMark(tool: 1, firing: 1), "BR")
        try await world.correlate()
        let fromEarlier = try await world.registry.correlations.list(of: earlier, examiner).entries
        let fromLater = try await world.registry.correlations.list(of: later, examiner).entries
        #expect(fromEarlier.map(\.mark.number) == [later])
        #expect(fromLater.map(\.mark.number) == [earlier])
        #expect(fromEarlier.first?.figures == fromLater.first?.figures)
        #expect(try await world.count("SELECT COUNT(*) FROM correlation_pairs") == 1)
    }

    @Test(
        "what contradicts is not compared, what is unknown is",
        arguments: [
            (EnteredMark(tool: 1).with { $0.content.calibreCode = "9x17" }, false),
            (EnteredMark(tool: 1).with { $0.content.calibreCode = "9x19" }, true),
            (EnteredMark(tool: 1), true),
            (EnteredMark(tool: 1).with { $0.kind = .firingPin }, false),
            (EnteredMark(tool: 1).with { $0.content.characteristics.firingPinShape = .rectangular }, false),
            (EnteredMark(tool: 1).with { $0.content.characteristics.firingPinShape = .circular }, true),
            (EnteredMark(tool: 1).with { $0.content.characteristics.breechFaceClass = .arched }, false),
            (EnteredMark(tool: 1).with { $0.submission = .kept }, false),
            (EnteredMark(tool: 1).with { $0.submission = .undecided }, false),
            (EnteredMark(tool: 1).with { $0.content.retentionUntil = CalendarDate("2026-11-22") }, false),
            (EnteredMark(tool: 1).with { $0.content.retentionUntil = CalendarDate("2026-11-23") }, true),
        ]
    )
    func comparable(other: EnteredMark, isComparable: Bool) async throws {
        let world = try await World()
        let known = try await world.enter(other, "AR")
        let query = try await world.enter(
            EnteredMark(tool: 1, firing: 1).with {
                $0.content.calibreCode = "9x19"
                $0.content.characteristics.firingPinShape = .circular
                $0.content.characteristics.breechFaceClass = .granular
            }, "BR"
        )
        try await world.correlate()
        #expect(try await world.count("SELECT COUNT(*) FROM correlation_pairs") == (isComparable ? 1 : 0))
        let coordinator = try await world.coordinator()
        #expect(try await world.ranked(query, coordinator) == (isComparable ? [known] : []))
    }

    @Test("marks of one exhibit are not compared with each other, those of one case are and say so")
    func sameExhibit() async throws {
        let world = try await World()
        let one = EnteredMark(tool: 1).with {
            $0.exhibitName = "1"
            $0.caseName = "1"
        }
        let query = try await world.enter(one, "BR")
        try await world.enter(one.with { $0.surface = EnteredMark.surface(tool: 1, firing: 1) }, "BR")
        let other = try await world.enter(EnteredMark(tool: 1, firing: 2).with { $0.caseName = "1" }, "BR")
        try await world.correlate()
        let examiner = try await world.actor(.examiner, "BR")
        let list = try await world.registry.correlations.list(of: query, examiner)
        #expect(list.entries.map(\.mark.number) == [other])
        #expect(list.entries.first?.connection.isSameCase == true)
        var filter = CorrelationFilter()
        filter.isOtherCasesOnly = true
        #expect(try await world.registry.correlations.list(of: query, matching: filter, examiner).count == 0)
    }

    @Test("a calibre that is corrected brings the comparisons that are now due and takes away those that are not")
    func corrected() async throws {
        let world = try await World()
        let nine = try await world.enter(EnteredMark(tool: 1).with { $0.content.calibreCode = "9x19" }, "AR")
        let other = try await world.enter(EnteredMark(tool: 2).with { $0.content.calibreCode = "45acp" }, "AR")
        let query = try await world.enter(
            EnteredMark(tool: 1, firing: 1).with { $0.content.calibreCode = "45acp" }, "BR"
        )
        try await world.correlate()
        let examiner = try await world.actor(.examiner, "BR")
        #expect(try await world.ranked(query, examiner) == [other])
        try await world.change(query.exhibit, "calibre_code = '9x19'", "BR")
        try await world.correlate()
        #expect(try await world.ranked(query, examiner) == [nine])
        #expect(try await world.ranked(other, examiner).isEmpty)
    }

    @Test("a mark that is prepared again is compared again, also with those of its earlier list")
    func preparedAgain() async throws {
        let world = try await World()
        let known = try await world.enter(EnteredMark(tool: 1), "AR")
        let query = try await world.enter(EnteredMark(tool: 2), "BR")
        try await world.correlate()
        let examiner = try await world.actor(.examiner, "BR")
        let before = try await world.registry.correlations.list(of: known, examiner).entries.first
        try await world.prepareAgain(query, EnteredMark.surface(tool: 1, firing: 1), "BR")
        try await world.correlate()
        let after = try await world.registry.correlations.list(of: known, examiner).entries.first
        #expect(after?.mark.number == query)
        #expect((after?.figures.score ?? 0) > (before?.figures.score ?? 1))
        #expect(before?.preparation != after?.preparation)
        #expect(try await world.count("SELECT COUNT(*) FROM correlation_pairs") == 1)
    }

    @Test("one mark that cannot be read is named, and the others are compared")
    func corrupt() async throws {
        let world = try await World()
        let gone = try await world.enter(
            EnteredMark(tool: 3).with { $0.surface = nil }, "AR"
        )
        let mate = try await world.enter(EnteredMark(tool: 1), "AR")
        let query = try await world.enter(EnteredMark(tool: 1, firing: 1), "BR")
        try await world.correlate()
        let examiner = try await world.actor(.examiner, "BR")
        let list = try await world.registry.correlations.list(of: query, examiner)
        #expect(list.job?.state == .done)
        #expect(list.entries.map(\.mark.number) == [mate])
        #expect(list.gaps.map(\.mark) == [gone])
        #expect(list.gaps.first?.reason.isEmpty == false)
        let failed = try await world.registry.correlations.job(of: gone, examiner)
        #expect(failed.state == .failed)
        #expect(failed.failure?.code == "unreadable")
    }

    @Test("lands are compared by their signatures, and the bullet of the same barrel comes first")
    func lands() async throws {
        let world = try await World()
        for barrel in 2..<4 {
            for land in 0..<2 {
                try await world.enter(
                    EnteredMark(land: land, barrel: UInt64(barrel), bullet: 1).with { $0.exhibitName = "\(barrel)" },
                    "AR"
                )
            }
        }
        let mates = try await [0, 1].asyncMap { land in
            try await world.enter(
                EnteredMark(land: land, barrel: 1, bullet: 1).with { $0.exhibitName = "1" }, "AR"
            )
        }
        let query = try await world.enter(EnteredMark(land: 1, barrel: 1, bullet: 2), "BR")
        try await world.correlate()
        let examiner = try await world.actor(.examiner, "BR")
        let list = try await world.registry.correlations.list(of: query, examiner)
        #expect(list.count == 6)
        #expect(list.entries.first?.mark.number == mates[1])
        #expect(list.entries.first?.figures.signatures != nil)
        #expect((list.entries.first?.figures.score ?? 0) > (list.entries.dropFirst().first?.figures.score ?? 1) + 0.1)
        #expect(try await world.count("SELECT COUNT(*) FROM mark_signatures") == 7)
    }

    @Test("bullets are compared as wholes over all pairs of their lands, in the phase that fits best")
    func bullets() async throws {
        let world = try await World()
        let lands = 0..<3
        for barrel in 1..<3 {
            for land in lands {
                try await world.enter(
                    EnteredMark(land: land, barrel: UInt64(barrel), bullet: 1).with { $0.exhibitName = "\(barrel)" },
                    "AR"
                )
            }
        }
        // The second bullet is entered from another land on: the phase is not known beforehand.
        let queries = try await [1, 2, 0].asyncMap { land in
            try await world.enter(
                EnteredMark(land: land, barrel: 1, bullet: 2).with { $0.exhibitName = "1" }, "BR"
            )
        }
        try await world.correlate()
        let examiner = try await world.actor(.examiner, "BR")
        let entries = try await world.registry.correlations.list(of: queries[0], examiner).entries
        let mate = try #require(entries.first { $0.exhibit.number == "AR-E-1" }?.bullet)
        let stranger = try #require(entries.first { $0.exhibit.number == "AR-E-2" }?.bullet)
        #expect(mate.pairs == lands.count)
        #expect(mate.phase == 1)
        #expect(mate.difference > 0.1 && mate.score > stranger.score + 0.1)
    }

    @Test("a link that examiners made shows in the list, to those who may know of it, and not to who verifies blind")
    func linked() async throws {
        let world = try await World()
        let mate = try await world.enter(EnteredMark(tool: 1), "AR")
        let query = try await world.enter(EnteredMark(tool: 1, firing: 1), "BR")
        try await world.correlate()
        let examiner = try await world.actor(.examiner, "BR")
        let examination = try await world.registry.examinations.open(query.exhibit, mate.exhibit, examiner)
        @Sendable func link(_ reader: Actor, from mark: MarkNumber) async throws -> ExhibitLink.Standing? {
            let list = try await world.registry.correlations.list(of: mark, reader)
            return list.entries.first?.connection.link
        }
        #expect(try await link(examiner, from: query) == nil)
        try await world.conclude(.identification, on: examination, examiner)
        #expect(try await link(examiner, from: query) == .lead)
        // Whoever is to verify blind must not learn of it from the list.
        #expect(try await link(try await world.examiner("rita", "BR"), from: query) == nil)
        #expect(try await link(try await world.actor(.examiner, "AR"), from: mate) == .lead)
        // A third bureau may compare both exhibits, and is no party to the link.
        #expect(try await link(try await world.actor(.examiner, "CL"), from: query) == nil)
    }

    @Test("a reference set of the same method weighs the scores, and is named")
    func weighed() async throws {
        let set = try Self.referenceSet()
        let folder = try await World().folder
        let file = try folder.write(String(decoding: try DocumentCoding.text(set).utf8, as: UTF8.self), to: "set.json")
        var settings = RegistrySettings()
        settings.correlation.referenceSetFiles = [file]
        let world = try await World(settings)
        let mate = try await world.enter(EnteredMark(tool: 1), "AR")
        let query = try await world.enter(EnteredMark(tool: 1, firing: 1), "BR")
        try await world.correlate()
        let examiner = try await world.actor(.examiner, "BR")
        let entry = try await world.registry.correlations.list(of: query, examiner).entries.first
        #expect(entry?.mark.number == mate)
        let evidence = try #require(entry?.figures.evidence)
        #expect(evidence.log10 > 0 && evidence.lower <= evidence.log10 && evidence.log10 <= evidence.upper)
        #expect(evidence.reference == set.identity)
        withExtendedLifetime(folder) {}
    }

    @Test("a reference set that cannot be read fails the job with the file's name, and another try can succeed")
    func unreadableSet() async throws {
        var settings = RegistrySettings()
        settings.correlation.referenceSetFiles = ["/nowhere/set.json"]
        let world = try await World(settings)
        try await world.enter(EnteredMark(tool: 1), "AR")
        let query = try await world.enter(EnteredMark(tool: 1, firing: 1), "BR")
        try await world.correlate()
        let job = try await world.registry.correlations.job(of: query, try await world.actor(.examiner, "BR"))
        #expect(job.state == .failed && job.failure?.code == "reference-set")
        #expect(job.failure?.detail.contains("/nowhere/set.json") == true)
    }

    /// Scores of marks that match and of others, clearly apart, from five tools.
    private static func referenceSet() throws -> ReferenceSet {
        let scans = (0..<10).map { ReferenceSet.Scan(name: "\($0)", group: "\($0 / 2)") }
        var pairs: [ReferenceSet.Pair] = []
        for first in 0..<10 {
            for second in first + 1..<10 {
                let isMatch = first / 2 == second / 2
                let wobble = Double((first * 7 + second * 3) % 10) / 100
                pairs.append(
                    ReferenceSet.Pair(
                        first: first, second: second, isMatch: isMatch, score: isMatch ? 0.9 + wobble : wobble
                    ))
                if isMatch {
                    pairs.append(ReferenceSet.Pair(first: first, second: second, isMatch: true, score: 0.2 + wobble))
                }
            }
        }
        return try ReferenceSet(
            name: "invented", method: CorrelationTestMethod.breechFace, scans: scans,
            pairs: pairs
        )
    }
}

extension Sequence {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
