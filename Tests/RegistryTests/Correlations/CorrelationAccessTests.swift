import Firearms
import Storage
import Testing

@testable import Registry

@Suite("Who sees what of a correlation")
struct CorrelationAccessTests {
    /// A mark in hand of BR and four of AR that agree with it: open, restricted, confidential, hidden from Brazil; and
    /// one of CL.
    private static func filled() async throws -> (World, MarkNumber, [String: MarkNumber]) {
        let world = try await World()
        var marks: [String: MarkNumber] = [:]
        let facts: [(String, String, @Sendable (inout EnteredMark) -> Void)] = [
            ("open", "AR", { _ in }),
            ("restricted", "AR", { $0.content.handling = .restricted }),
            ("confidential", "AR", { $0.content.handling = .confidential }),
            ("hidden", "AR", { $0.content.hiddenFrom = [Country("BR")].compactMap { $0 } }),
            ("chilean", "CL", { _ in }),
        ]
        for (firing, (name, bureau, change)) in facts.enumerated() {
            marks[name] = try await world.enter(EnteredMark(tool: 1, firing: firing).with(change), bureau)
        }
        let query = try await world.enter(EnteredMark(tool: 1, firing: 9), "BR")
        marks["query"] = query
        try await world.correlate()
        return (world, query, marks)
    }

    @Test(
        "the list holds what its reader may know of, without a gap in the ranks or a trace in the count",
        arguments: [
            (Role.examiner, "BR", ["open", "restricted", "chilean"]),
            (.examiner, "AR", ["open", "restricted", "confidential", "hidden", "chilean"]),
            (.examiner, "CL", ["open", "restricted", "hidden", "chilean"]),
            (.coordinator, "HUB", ["open", "restricted", "confidential", "hidden", "chilean"]),
        ]
    )
    func readers(role: Role, bureau: String, names: [String]) async throws {
        let (world, query, marks) = try await Self.filled()
        let reader = try await world.actor(role, bureau)
        let list = try await world.registry.correlations.list(of: query, reader)
        #expect(Set(list.entries.map(\.mark.number)) == Set(names.compactMap { marks[$0] }))
        #expect(list.count == names.count)
        #expect(list.entries.map(\.rank) == Array(1...names.count))
        #expect(list.next == nil)
    }

    @Test("a hidden exhibit's own list is not found by those it is hidden from, and its pages have no hole")
    func otherDirection() async throws {
        let (world, query, marks) = try await Self.filled()
        let brazilian = try await world.actor(.examiner, "BR")
        let correlations = world.registry.correlations
        for name in ["hidden", "confidential"] {
            let mark = try #require(marks[name])
            for refused in [
                await world.refusal { try await correlations.list(of: mark, brazilian) },
                await world.refusal { try await correlations.job(of: mark, brazilian) },
                await world.refusal { try await correlations.cancel(mark, brazilian) },
            ] { #expect(refused?.code == .notFound) }
        }
        // Owners of what is hidden see the mark in hand in their list.
        let argentine = try await world.actor(.examiner, "AR")
        let hidden = try #require(marks["hidden"])
        #expect(try await world.ranked(hidden, argentine).contains(query))
        let first = try await correlations.list(of: query, limit: 2, brazilian)
        let second = try await correlations.list(of: query, after: first.next ?? 0, limit: 2, brazilian)
        #expect(first.entries.count == 2 && second.entries.map(\.rank) == [3] && second.next == nil)
    }

    @Test("the queue shows the jobs of what its reader may know of, and only the owner controls them")
    func queue() async throws {
        let (world, _, marks) = try await Self.filled()
        let brazilian = try await world.actor(.examiner, "BR")
        let correlations = world.registry.correlations
        var filter = CorrelationQueueFilter()
        filter.isOwnOnly = false
        let seen = Set(try await correlations.jobs(matching: filter, brazilian).map(\.mark))
        #expect(seen == Set(["open", "restricted", "chilean", "query"].compactMap { marks[$0] }))
        #expect(try await correlations.jobs(brazilian).map(\.mark) == [marks["query"]])
        #expect(try await correlations.counts(brazilian).isEmpty)
        try await world.enter(EnteredMark(tool: 2), "AR")
        try await world.enter(EnteredMark(tool: 2), "BR")
        _ = try await correlations.request(try #require(marks["query"]), brazilian)
        #expect(try await correlations.counts(brazilian) == [.waiting: 1])
        let foreign = try #require(marks["open"])
        let refused = await world.refusal { try await correlations.request(foreign, brazilian) }
        #expect(refused?.code == .forbidden)
        for role in [Role.officer, .administrator] {
            let outsider = try await world.actor(role, "BR")
            #expect(await world.refusal { try await correlations.jobs(outsider) }?.code == .forbidden)
            #expect(await world.refusal { try await correlations.list(of: foreign, outsider) }?.code == .forbidden)
        }
        let manager = try await world.actor(.qualityManager, "AR")
        #expect(await world.refusal { try await correlations.request(foreign, manager) }?.code == .forbidden)
    }

    @Test("a mark that could not be compared is named only to those who may know of it")
    func gaps() async throws {
        let world = try await World()
        try await world.enter(
            EnteredMark(tool: 3).with {
                $0.surface = nil
                $0.content.hiddenFrom = [Country("BR")].compactMap { $0 }
            }, "AR"
        )
        let query = try await world.enter(EnteredMark(tool: 1), "CL")
        try await world.correlate()
        let correlations = world.registry.correlations
        #expect(try await correlations.list(of: query, try await world.actor(.examiner, "BR")).gaps.isEmpty)
        #expect(try await correlations.list(of: query, try await world.actor(.examiner, "CL")).gaps.count == 1)
    }

    @Test("an exhibit that is no longer submitted leaves the lists of other bureaus, and comes back with submission")
    func withdrawn() async throws {
        let world = try await World()
        let known = try await world.enter(EnteredMark(tool: 1), "AR")
        let query = try await world.enter(EnteredMark(tool: 1, firing: 1), "BR")
        try await world.correlate()
        let brazilian = try await world.actor(.examiner, "BR")
        #expect(try await world.ranked(query, brazilian) == [known])
        try await world.change(known.exhibit, "submission = 'kept'", "AR")
        #expect(try await world.ranked(query, brazilian).isEmpty)
        let argentine = try await world.actor(.examiner, "AR")
        #expect(try await world.ranked(known, argentine).isEmpty)
        try await world.change(known.exhibit, "submission = 'submitted'", "AR")
        try await world.correlate()
        #expect(try await world.ranked(query, brazilian) == [known])
    }

    @Test("filters narrow the list by place, country, day, score and owner")
    func filters() async throws {
        let world = try await World()
        func event(_ day: String?, _ country: String?, _ latitude: Double, _ longitude: Double) -> EventContent {
            var event = EventContent(kind: .shooting)
            event.from = day.flatMap { CalendarDate($0) }
            event.country = country.flatMap { Country($0) }
            event.coordinates = Coordinates(latitude: latitude, longitude: longitude)
            return event
        }
        let near = try await world.enter(
            EnteredMark(tool: 1).with { $0.event = event("2026-05-01", "AR", -25.6, -54.57) }, "AR"
        )
        let far = try await world.enter(
            EnteredMark(tool: 1, firing: 1).with { $0.event = event("2026-11-01", "CL", -33.45, -70.66) }, "CL"
        )
        let unknown = try await world.enter(EnteredMark(tool: 1, firing: 2), "BR")
        let query = try await world.enter(
            EnteredMark(tool: 1, firing: 3).with { $0.event = event("2026-05-11", "BR", -25.52, -54.58) }, "BR"
        )
        try await world.correlate()
        let examiner = try await world.actor(.examiner, "BR")
        func marks(_ change: (inout CorrelationFilter) -> Void) async throws -> Set<MarkNumber> {
            var filter = CorrelationFilter()
            change(&filter)
            return Set(
                try await world.registry.correlations.list(of: query, matching: filter, examiner).entries.map(
                    \.mark.number))
        }
        #expect(try await marks { _ in } == [near, far, unknown])
        #expect(try await marks { $0.withinKilometres = 20 } == [near])
        #expect(try await marks { $0.countries = Set([Country("CL")].compactMap { $0 }) } == [far])
        #expect(try await marks { $0.from = CalendarDate("2026-06-01") } == [far])
        #expect(try await marks { $0.until = CalendarDate("2026-06-01") } == [near])
        #expect(try await marks { $0.isOwnOnly = true } == [unknown])
        #expect(try await marks { $0.leastScore = 1 }.isEmpty)
        let entries = try await world.registry.correlations.list(of: query, examiner).entries
        let entry = try #require(entries.first { $0.mark.number == near })
        #expect(entry.daysApart == 10)
        #expect((8.8...9.1).contains(entry.distanceKilometres ?? 0))
        #expect(entries.first { $0.mark.number == unknown }?.daysApart == nil)
        var wrong = CorrelationFilter()
        wrong.withinKilometres = -1
        wrong.from = CalendarDate("2026-06-02")
        wrong.until = CalendarDate("2026-06-01")
        wrong.leastScore = 2
        let refusal = await world.refusal {
            try await world.registry.correlations.list(of: query, matching: wrong, after: -1, limit: 0, examiner)
        }
        #expect(refusal?.failures.map(\.field) == ["withinKilometres", "until", "leastScore", "after", "limit"])
    }
}
