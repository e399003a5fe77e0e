import DelimitedText
import Firearms
import Identity
import Storage
import Testing

@testable import Registry

/// A document, a vehicle or a notice of one person, each entered in the six ways of the table.
struct RestrictedThing: Sendable, CustomTestStringConvertible {
    var kind: HitRecord.Kind
    var testDescription: String { kind.rawValue }

    static let all = [RestrictedThing(kind: .document), .init(kind: .vehicle), .init(kind: .notice)]

    /// Persons of whom none is like another.
    private static let persons = [
        ("QUIMERA", "ANSELMO", "1951-02"), ("ZUBELDIA", "CRISANTO", "1962-04"), ("OYARZABAL", "GUMERSINDO", "1973-06"),
        ("FANTOCHE", "LEOVIGILDO", "1984-08"), ("JARAMILLO", "EPIFANIO", "1995-10"), ("HUERTAS", "TIBURCIO", "1946-12"),
    ]

    /// What is checked to find the thing of a place in the table.
    func check(_ place: Int) -> CheckRequest {
        switch kind {
        case .document: showing("FK10\(place)\(place)99", issuer: "BRA")
        case .vehicle: CheckRequest(vehicle: Vehicle(plate: "BRA\(place)E\(place)9"), purpose: .borderControl)
        default:
            asking("\(Self.persons[place].0) \(Self.persons[place].1)", born: Self.persons[place].2)
        }
    }

    /// Enters the thing for Brazil.
    /// - Returns: its number.
    func enter(_ place: Int, _ handling: HandlingLevel, hiddenFrom: [String], _ world: World) async throws -> String {
        let countries = hiddenFrom.compactMap { Country($0) }
        let desk = try await world.desk("BR")
        switch kind {
        case .document:
            return try await world.registry.documents.create(
                passport("FK10\(place)\(place)99", handling: handling, hiddenFrom: hiddenFrom), desk
            ).number
        case .vehicle:
            let car = Vehicle(plate: "BRA\(place)E\(place)9", plateCountry: Country("BR"))
            return try await world.registry.vehicles.create(
                ObjectContent(recordClass: .stolen, object: car, handling: handling, hiddenFrom: countries), desk
            ).number
        default:
            var content = NoticeTests.red(Self.persons[place].0)
            content.person?.forename = Self.persons[place].1
            content.person?.birthDate = PartialDate(Self.persons[place].2)
            content.handling = handling
            content.hiddenFrom = countries
            return try await world.publish(content).number
        }
    }

    /// The numbers that a check finds.
    func found(_ request: CheckRequest, _ world: World, _ actor: Actor) async throws -> [String] {
        try await world.registry.checks.check(request, actor).findings.map(\.record.number)
    }

    /// The numbers that the list shows.
    func listed(_ world: World, _ actor: Actor) async throws -> [String] {
        switch kind {
        case .document: try await world.registry.documents.list(ObjectFilter(), actor).records.map(\.number)
        case .vehicle: try await world.registry.vehicles.list(ObjectFilter(), actor).records.map(\.number)
        default: try await world.registry.notices.list(NoticeFilter(), actor).notices.map(\.number)
        }
    }

    /// Opens the thing of a number.
    func open(_ number: String, _ world: World, _ actor: Actor) async throws -> any Sendable {
        switch kind {
        case .document: try await world.registry.documents.record(number, actor)
        case .vehicle: try await world.registry.vehicles.record(number, actor)
        default: try await world.registry.notices.notice(try #require(NoticeNumber(number)), actor)
        }
    }

    /// The right that lists and opens it.
    var readingRight: Right { kind == .notice ? .readNotices : .readRecords }
}

extension AccessRuleTests {
    /// Enters the thing in the six ways of the table.
    /// - Returns: numbers of those that are open, and of those hidden from Argentina, by handling level.
    private func enterAll(_ thing: RestrictedThing, _ world: World) async throws -> (open: [String], hidden: [String]) {
        var numbers: (open: [String], hidden: [String]) = ([], [])
        for level in HandlingLevel.allCases {
            numbers.open.append(try await thing.enter(level.rank, level, hiddenFrom: [], world))
            numbers.hidden.append(try await thing.enter(3 + level.rank, level, hiddenFrom: ["AR"], world))
        }
        return numbers
    }

    @Test(
        "checks find, lists show and reports open what the table says, of documents, vehicles and notices",
        arguments: RestrictedThing.all
    )
    func objects(thing: RestrictedThing) async throws {
        let world = try await World()
        let numbers = try await enterAll(thing, world)
        for hasIndex in [false, true] {
            if hasIndex { try await world.registry.objectIndex.advance() }
            for line in Self.table {
                let actor = try await world.actor(line.role, line.bureau)
                let known = zip(numbers.open + numbers.hidden, line.open + line.hiddenFromArgentina)
                if Access.allows(.check, actor) {
                    for (place, (number, isKnown)) in known.enumerated() {
                        let found = try await thing.found(thing.check(place), world, actor)
                        #expect(found == (isKnown ? [number] : []), "\(actor.name) \(place)")
                    }
                }
                guard Access.allows(thing.readingRight, actor) else { continue }
                let listed = try await thing.listed(world, actor)
                #expect(Set(listed) == Set(known.filter(\.1).map(\.0)), "\(actor.name)")
                for (number, isKnown) in known {
                    let refusal = await world.refusal { try await thing.open(number, world, actor) }
                    #expect(refusal == (isKnown ? nil : RegistryError(.notFound, subject: number)), "\(actor.name)")
                }
            }
        }
    }

    @Test(
        "hits of earlier checks reach those parties that the table lets know of the thing, and nobody else",
        arguments: RestrictedThing.all
    )
    func earlierChecks(thing: RestrictedThing) async throws {
        let world = try await World()
        let searcher = try await world.officer("AR")
        for place in 0..<6 { #expect(try await thing.found(thing.check(place), world, searcher).isEmpty) }
        let numbers = try await enterAll(thing, world)
        try await world.match()
        let hits = try await world.registry.hits.worklist(try await world.desk("BR"))
        #expect(Set(hits.map(\.record.number)) == Set(numbers.open + numbers.hidden))
        for line in Self.table {
            let actor = try await world.actor(line.role, line.bureau)
            let isParty = ["BR", "AR"].contains(line.bureau) || line.bureau == "HUB" && line.role == .coordinator
            let known = zip(numbers.open + numbers.hidden, line.open + line.hiddenFromArgentina)
                .filter { $0.1 && isParty }.map(\.0)
            guard Access.allows(.readHits, actor) else {
                #expect(try await world.registry.hits.openCount(actor) == 0)
                continue
            }
            let seen = try await world.registry.hits.worklist(includingClosed: true, actor)
            #expect(Set(seen.map(\.record.number)) == Set(known), "\(actor.name)")
            #expect(try await world.registry.hits.openCount(actor) == known.count, "\(actor.name)")
            for hit in hits where !seen.contains(where: { $0.number == hit.number }) {
                for refusal in [
                    await world.refusal { try await world.registry.hits.hit(hit.number, actor) },
                    await world.refusal { try await world.registry.hits.detail(of: hit.number, actor) },
                    await world.refusal { try await world.registry.hits.events(of: hit.number, actor) },
                ] { #expect(refusal == RegistryError(.notFound, subject: hit.number), "\(actor.name)") }
            }
        }
    }

    @Test("what a role may not do with documents, vehicles and notices is refused by their services")
    func refusedObjectServices() async throws {
        let world = try await World()
        let registry = world.registry
        let document = try await registry.documents.create(passport("FK123456"), try await world.desk("BR"))
        let notice = try #require(NoticeNumber(try await world.publish(NoticeTests.red()).number))
        for (place, role) in Role.allCases.enumerated() {
            let actor = try await world.actor(role, "BR")
            func expect(_ right: Right, _ body: () async throws -> some Any) async {
                let refused = await world.refusal(body)?.code == .forbidden
                #expect(refused == !Access.allows(right, actor), "\(role) \(right)")
            }
            await expect(.check) { try await registry.checks.check(showing("FK123456"), actor) }
            await expect(.check) { try await registry.checks.check(asking("John Doe"), actor) }
            await expect(.readRecords) { try await registry.documents.list(ObjectFilter(), actor) }
            await expect(.readRecords) { try await registry.documents.record(document.number, actor) }
            await expect(.readRecords) { try await registry.documents.versions(of: document.number, actor) }
            await expect(.readRecords) { try await registry.vehicles.list(ObjectFilter(), actor) }
            await expect(.writeRecords) { try await registry.documents.create(passport("GK12345\(place)"), actor) }
            await expect(.writeRecords) {
                let car = Vehicle(plate: "BRA2E1\(place)", plateCountry: Country("BR"))
                return try await registry.vehicles.create(ObjectContent(recordClass: .sought, object: car), actor)
            }
            await expect(.importRecords) {
                let reader = try DelimitedReader(bytes: Array("number\n".utf8), name: "a.csv")
                return try await registry.documentImport.run(reader, .init(), isDryRun: true, actor) { _ in }
            }
            await expect(.readNotices) { try await registry.notices.list(NoticeFilter(), actor) }
            await expect(.readNotices) { try await registry.notices.notice(notice, actor) }
            await expect(.readNotices) { try await registry.notices.pictures(of: notice, actor) }
            await expect(.readNotices) { try await registry.methods.search(MethodFilter(), actor) }
            await expect(.readNotices) { try await registry.methods.similar(to: notice, actor) }
            await expect(.writeNotices) { try await registry.notices.create(NoticeTests.red("OTHER"), actor) }
            await expect(.screenNotices) { try await registry.notices.screening(actor) }
        }
    }
}
