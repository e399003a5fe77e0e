import Firearms
import Storage
import Testing

@testable import Registry

/// A stolen passport of Brazil.
func passport(
    _ number: String, last: String? = nil, issuer: String = "BRA", type: DocumentType = .passport,
    recordClass: DocumentClass = .stolen, handling: HandlingLevel = .officialUseOnly, hiddenFrom: [String] = [],
    retentionUntil: String? = nil
) -> ObjectContent<TravelDocument> {
    let countries = hiddenFrom.compactMap { Country($0) }
    return ObjectContent(
        recordClass: recordClass,
        object: TravelDocument(number: number, lastNumber: last, type: type, issuer: issuer),
        handling: handling, hiddenFrom: countries.isEmpty ? nil : countries,
        retentionUntil: retentionUntil.flatMap { CalendarDate($0) }
    )
}

/// A check of a document with nothing else known.
func showing(_ number: String, type: DocumentType? = nil, issuer: String? = nil) -> CheckRequest {
    CheckRequest(document: DocumentQuery(number: number, type: type, issuer: issuer), purpose: .borderControl)
}

@Suite("Records of travel documents")
struct TravelDocumentTests {
    @Test("a document is entered, changed, located and cleared, each step with its version and its entry")
    func life() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let documents = world.registry.documents
        var record = try await documents.create(passport("FK 123456", issuer: "br"), desk)
        #expect(record.number == "BR-D-2026-000001")
        #expect(record.content.object.issuer == "BRA")
        #expect(record.content.retentionUntil != nil)
        var content = record.content
        content.object.type = .identityCard
        record = try await documents.change(record.number, to: content, version: 1, reason: "typed wrongly", desk)
        record = try await documents.setStatus(.located, of: record.number, version: 2, reason: "found", desk)
        record = try await documents.setStatus(.cleared, of: record.number, version: 3, reason: "returned", desk)
        #expect(record.version == 4)
        #expect(try await documents.versions(of: record.number, desk).map(\.status) == [.located, .active, .active])
        #expect(
            try await world.actions().suffix(4)
                == ["document.create", "document.change", "document.located", "document.cleared"])
        let refusal = await world.refusal {
            try await documents.setStatus(.active, of: record.number, version: 4, reason: "", desk)
        }
        #expect(refusal?.code == .illegalState)
    }

    @Test("a second record of the same document in one bureau is refused with the number of the first")
    func duplicate() async throws {
        let world = try await World()
        let documents = world.registry.documents
        let first = try await documents.create(passport("FK123456"), try await world.desk("BR"))
        let refusal = await world.refusal {
            try await documents.create(passport("fk-123456"), try await world.desk("BR"))
        }
        #expect(refusal?.code == .duplicate)
        #expect(refusal?.subject == first.number)
        _ = try await documents.create(passport("FK123456", issuer: "ARG"), try await world.desk("BR"))
        _ = try await documents.create(passport("FK123456"), try await world.desk("AR"))
    }

    @Test("every wrong field is named at once")
    func invalid() async throws {
        let world = try await World()
        var content = passport("F", last: "GK99", issuer: "Atlantis")
        content.eventDate = CalendarDate("2027-01-01")
        content.place = String(repeating: "x", count: 201)
        let wrong = content
        let refusal = await world.refusal {
            try await world.registry.documents.create(wrong, try await world.desk("BR"))
        }
        #expect(
            refusal?.failures.map(\.field)
                == ["document.number", "document.issuer", "place", "eventDate"])
        let range = await world.refusal {
            try await world.registry.documents.create(passport("FK2000", last: "FK1000"), try await world.desk("BR"))
        }
        #expect(range?.failures.map(\.code) == ["not-a-range"])
    }

    @Test("a record whose retention has passed is found no more")
    func expiry() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let record = try await world.registry.documents.create(
            passport("FK123456", retentionUntil: "2026-12-01"), desk
        )
        world.clock.advance(days: 30)
        #expect(try await world.registry.documents.expire() == 1)
        #expect(try await world.registry.documents.record(record.number, desk).status == .expired)
        let check = try await world.registry.checks.check(showing("FK123456"), try await world.officer("AR"))
        #expect(check.documents.isEmpty)
    }

    @Test("lists are narrowed by number, also by one that lies in a range")
    func list() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let single = try await world.registry.documents.create(passport("FK123456"), desk)
        let box = try await world.registry.documents.create(
            passport("FK230000", last: "FK239999", recordClass: .stolenBlank), desk
        )
        func numbers(_ filter: ObjectFilter) async throws -> [String] {
            try await world.registry.documents.list(filter, desk).records.map(\.number)
        }
        #expect(try await numbers(ObjectFilter()) == [box.number, single.number])
        #expect(try await numbers(ObjectFilter(text: "FKI23456")) == [single.number])
        #expect(try await numbers(ObjectFilter(text: "FK 234567")) == [box.number])
        #expect(try await numbers(ObjectFilter(recordClass: "stolen-blank")) == [box.number])
        #expect(try await numbers(ObjectFilter(text: "?")) == [])
        let page = try await world.registry.documents.list(ObjectFilter(), limit: 1, desk)
        #expect(page.nextCursor == box.sequence)
    }
}
