import Firearms
import Storage
import Testing

@testable import Registry

@Suite("The ranked list of a case")
struct CaseCorrelationTests {
    private static func event(_ country: String, _ latitude: Double, _ longitude: Double) -> EventContent {
        var event = EventContent(kind: .shooting)
        event.country = Country(country)
        event.coordinates = Coordinates(latitude: latitude, longitude: longitude)
        return event
    }

    /// A case of BR with two exhibits, fired by tools 1 and 2; in other cases: of AR two marks of one exhibit by tool 1,
    /// of CL one by tool 2, of PY one by a stranger; a further exhibit of AR that is hidden from Brazil.
    private static func filled() async throws -> (World, case: String, marks: [String: MarkNumber]) {
        let world = try await World()
        let here = event("BR", -25.54, -54.58)
        let entered: [(name: String, bureau: String, mark: EnteredMark)] = [
            ("first", "BR", EnteredMark(tool: 1).with { ($0.caseName, $0.event) = ("own", here) }),
            ("second", "BR", EnteredMark(tool: 2).with { ($0.caseName, $0.event) = ("own", here) }),
            (
                "near", "AR",
                EnteredMark(tool: 1, firing: 1).with {
                    ($0.exhibitName, $0.event) = ("twice", event("AR", -25.6, -54.57))
                }
            ),
            ("again", "AR", EnteredMark(tool: 1, firing: 2).with { $0.exhibitName = "twice" }),
            ("far", "CL", EnteredMark(tool: 2, firing: 1).with { $0.event = event("CL", -33.45, -70.66) }),
            ("stranger", "CL", EnteredMark(tool: 5)),
            (
                "hidden", "AR",
                EnteredMark(tool: 1, firing: 3).with { $0.content.hiddenFrom = [Country("BR")].compactMap { $0 } }
            ),
        ]
        var marks: [String: MarkNumber] = [:]
        for one in entered { marks[one.name] = try await world.enter(one.mark, one.bureau) }
        try await world.correlate()
        let reader = try await world.actor(.examiner, "BR")
        let exhibit = try await world.registry.exhibits.exhibit(try #require(marks["first"]).exhibit, reader)
        return (world, exhibit.caseNumber, marks)
    }

    @Test("each exhibit of another case stands once, by its best pair, with the mark of the case that it agrees with")
    func list() async throws {
        let (world, number, marks) = try await Self.filled()
        let reader = try await world.actor(.examiner, "BR")
        let list = try await world.registry.correlations.list(ofCase: number, reader)
        #expect(list.count == 3 && list.entries.map(\.candidate.rank) == [1, 2, 3] && list.next == nil)
        #expect(list.comparedMarks == 2 && list.pendingMarks == 0)
        let scores = list.entries.map(\.candidate.figures.score)
        #expect(scores == scores.sorted(by: >))
        let exhibits = list.entries.map(\.candidate.exhibit.number)
        #expect(Set(exhibits) == Set(["near", "far", "stranger"].compactMap { marks[$0]?.exhibit }))
        #expect(exhibits.last == marks["stranger"]?.exhibit)
        let near = try #require(list.entries.first { $0.candidate.exhibit.number == marks["near"]?.exhibit })
        #expect(near.mark.number == marks["first"] && near.exhibit.number == marks["first"]?.exhibit)
        #expect(near.candidate.border == .shared)
        #expect((5...8).contains(near.candidate.distanceKilometres ?? 0))
        let own = try await world.registry.correlations.list(of: near.mark.number, reader).entries
        let best = own.filter { $0.exhibit.number == near.candidate.exhibit.number }.map(\.figures.score).max()
        #expect(near.candidate.figures.score == best)
        let far = try #require(list.entries.first { $0.candidate.exhibit.number == marks["far"]?.exhibit })
        #expect(far.mark.number == marks["second"] && far.candidate.border == .apart)
    }

    @Test("pages follow each other without a hole, and filters apply before ranks are given")
    func pages() async throws {
        let (world, number, marks) = try await Self.filled()
        let reader = try await world.actor(.examiner, "BR")
        let correlations = world.registry.correlations
        let first = try await correlations.list(ofCase: number, limit: 2, reader)
        let second = try await correlations.list(ofCase: number, after: first.next ?? 0, limit: 2, reader)
        #expect(first.entries.count == 2 && first.next == 2)
        #expect(second.entries.map(\.candidate.rank) == [3] && second.next == nil)
        var filter = CorrelationFilter()
        filter.withinKilometres = 20
        let near = try await correlations.list(ofCase: number, matching: filter, reader)
        #expect(near.entries.map(\.candidate.exhibit.number) == [marks["near"]?.exhibit] && near.count == 1)
        filter = CorrelationFilter()
        filter.countries = Set([Country("CL")].compactMap { $0 })
        let chilean = try await correlations.list(ofCase: number, matching: filter, reader)
        #expect(chilean.entries.map(\.candidate.exhibit.number) == [marks["far"]?.exhibit])
        #expect(chilean.entries.first?.candidate.rank == 1)
        filter.leastScore = 2
        let refusal = await world.refusal {
            try await correlations.list(ofCase: number, matching: filter, after: -1, limit: 0, reader)
        }
        #expect(refusal?.failures.map(\.field) == ["leastScore", "after", "limit"])
    }

    @Test("a case is not found by other bureaus, and what is hidden leaves neither gap nor count")
    func rights() async throws {
        let (world, number, marks) = try await Self.filled()
        let correlations = world.registry.correlations
        for (role, bureau) in [(Role.examiner, "AR"), (.examiner, "CL"), (.coordinator, "HUB")] {
            let outsider = try await world.actor(role, bureau)
            let refusal = await world.refusal { try await correlations.list(ofCase: number, outsider) }
            #expect(refusal?.code == .notFound, "\(bureau)")
        }
        let officer = try await world.actor(.officer, "BR")
        #expect(await world.refusal { try await correlations.list(ofCase: number, officer) }?.code == .forbidden)
        let reader = try await world.actor(.examiner, "BR")
        let hidden = try #require(marks["hidden"])
        let before = try await correlations.list(ofCase: number, reader)
        #expect(!before.entries.contains { $0.candidate.exhibit.number == hidden.exhibit })
        try await world.change(hidden.exhibit, "hidden_from = ''", "AR")
        #expect(try await correlations.list(ofCase: number, reader).count == before.count + 1)
        // What is no longer submitted is compared inside its own bureau alone, on either side.
        try await world.change(hidden.exhibit, "submission = 'kept'", "AR")
        #expect(try await correlations.list(ofCase: number, reader).count == before.count)
        try await world.change(try #require(marks["second"]).exhibit, "submission = 'kept'", "BR")
        let kept = try await correlations.list(ofCase: number, reader)
        #expect(kept.entries.allSatisfy { $0.mark.number == marks["first"] })
    }

    @Test("marks that wait for their correlation are counted, and reading the list is in the journal")
    func pending() async throws {
        let (world, number, marks) = try await Self.filled()
        let reader = try await world.actor(.examiner, "BR")
        _ = try await world.registry.correlations.request(try #require(marks["first"]), reader)
        let list = try await world.registry.correlations.list(ofCase: number, reader)
        #expect(list.pendingMarks == 1 && list.comparedMarks == 2)
        let entries = try await world.database.read { connection in
            try connection.count(
                "SELECT COUNT(*) FROM journal WHERE action = 'correlation.read' AND object = ?",
                [.text("case:\(number)")]
            )
        }
        #expect(entries == 1)
    }
}
