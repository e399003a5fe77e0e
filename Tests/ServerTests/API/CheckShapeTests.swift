import Firearms
import Foundation
import Identity
import Storage
import TestSupport
import Testing

@testable import Registry

/// Whoever sees an answer, its size or the time that it took must not learn whether something is there that the
/// searcher may not know of.
@Suite("API: the shape of answers to checks", .runningServer, .serialized)
struct CheckShapeTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    /// A check of one kind: what is found, what is on record but hidden from Argentina, and what is not on record.
    struct Kind: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let hit: JSONValue
        let hidden: JSONValue
        let nothing: JSONValue

        static let all = [
            Kind("firearm") { ["serial": .text(["KVH1111", "KVH2222", "KVH3333"][$0])] },
            Kind("document") { ["document": ["number": .text(["FK111111", "FK222222", "FK333333"][$0])]] },
            Kind("vehicle") { ["vehicle": ["plate": .text(["AAA1A11", "BBB2B22", "CCC3C33"][$0])]] },
            Kind("person") {
                ["person": ["name": .text(["Anselmo Quimera", "Crisanto Lozano", "Wenceslao Zubel"][$0])]]
            },
            Kind("person with a date of birth") {
                [
                    "person": [
                        "name": .text(["Anselmo Quimera", "Crisanto Lozano", "Wenceslao Zubel"][$0]),
                        "birthDate": "1980-05",
                    ]
                ]
            },
            Kind("everything") {
                [
                    "firearm": ["serial": .text(["KVH1111", "KVH2222", "KVH3333"][$0])],
                    "document": ["number": .text(["FK111111", "FK222222", "FK333333"][$0])],
                    "vehicle": ["plate": .text(["AAA1A11", "BBB2B22", "CCC3C33"][$0])],
                    "person": ["name": .text(["Anselmo Quimera", "Crisanto Lozano", "Wenceslao Zubel"][$0])],
                ]
            },
        ]

        private init(_ name: String, _ body: (Int) -> [String: JSONValue]) {
            testDescription = name
            func check(_ place: Int) -> JSONValue {
                .object(body(place).merging(["purpose": "border-control"]) { old, _ in old })
            }
            (hit, hidden, nothing) = (check(0), check(1), check(2))
        }
    }

    /// Enters a firearm, a document, a vehicle and a person of each sort, once for the suite.
    private func enter() async throws {
        let registry = server.registry
        let desk = try await registry.signIn.actor(onThisMachine: "bureau-desk.br")
        if try await !registry.documents.list(ObjectFilter(text: "FK111111"), desk).records.isEmpty { return }
        let argentina = ["AR"].compactMap { Country($0) }
        for (place, hiddenFrom) in [[], argentina].enumerated() {
            let gun = Firearm(
                type: .pistol, make: "TAURUS", model: nil, calibre: nil,
                numbers: [FirearmNumber(part: .frame, text: ["KVH1111", "KVH2222"][place], state: .legible)])
            _ = try await registry.records.create(
                RecordContent(recordClass: .stolen, firearm: gun, hiddenFrom: hiddenFrom), desk)
            let document = TravelDocument(
                number: ["FK111111", "FK222222"][place], lastNumber: nil, type: .passport, issuer: "BRA")
            _ = try await registry.documents.create(
                ObjectContent(recordClass: .stolen, object: document, hiddenFrom: hiddenFrom), desk)
            let car = Vehicle(plate: ["AAA1A11", "BBB2B22"][place], plateCountry: Country("BR"))
            _ = try await registry.vehicles.create(
                ObjectContent(recordClass: .stolen, object: car, hiddenFrom: hiddenFrom), desk)
            var notice = NoticeContent(colour: .blue)
            var person = NoticePerson()
            (person.name, person.forename) = [("QUIMERA", "Anselmo"), ("LOZANO", "Crisanto")][place]
            person.birthDate = PartialDate("1980-05-17")
            person.nationalities = argentina
            notice.person = person
            notice.texts = [NoticeText(language: "en", text: "Invented.")]
            notice.addressees = ["AR", "PY"].compactMap { Country($0) }
            notice.hiddenFrom = hiddenFrom
            let number = try #require(NoticeNumber(try await registry.notices.create(notice, desk).number))
            _ = try await registry.notices.send(number, version: 1, desk)
        }
        try await registry.numberIndex.advance()
        try await registry.objectIndex.advance()
        try await registry.personIndex.advance()
    }

    @Test(
        "a hit, something hidden and nothing have the same keys, and the latter two differ in nothing else",
        arguments: Kind.all)
    func shape(kind: Kind) async throws {
        try await enter()
        let client = try await server.client("officer.ar")
        var answers: [ClientResponse] = []
        for check in [kind.hit, kind.hidden, kind.nothing] {
            let answer = try await client.post("/api/v1/checks", json: check)
            #expect(answer.status == 201)
            answers.append(answer)
        }
        let bodies = try answers.map { try $0.json() }
        let keys = bodies.map { Set($0.object?.keys.map { $0 } ?? []) }
        #expect(keys[0] == keys[2] && keys[1] == keys[2])
        #expect(!bodies[0].found.isEmpty, "the hit is one")
        #expect(bodies[1].found.isEmpty && bodies[2].found.isEmpty)
        func rest(_ body: JSONValue) -> [String: JSONValue] {
            (body.object ?? [:]).filter { !["id", "time"].contains($0.key) }
        }
        #expect(rest(bodies[1]) == rest(bodies[2]))
        #expect(answers[1].body.count == answers[2].body.count)
        let headers = answers.map { Set($0.headers.fields.map { $0.name.lowercased() }) }
        #expect(headers[1] == headers[2])
        let again = try await client.get("/api/v1/checks/\(bodies[1]["id"].text ?? "")")
        #expect(rest(try again.json()) == rest(bodies[2]), "also when it is read again")
    }

    @Test("something hidden takes no longer to be answered than nothing does", arguments: Kind.all)
    func time(kind: Kind) async throws {
        try await enter()
        let client = try await server.client("officer.ar")
        var times: [[Duration]] = [[], []]
        // In turn, so that whatever else the machine does meets both alike; the first are not counted.
        for turn in 0..<130 {
            for (place, check) in [kind.hidden, kind.nothing].enumerated().shuffled() {
                let start = ContinuousClock.now
                let answer = try await client.post("/api/v1/checks", json: check)
                if turn >= 10 { times[place].append(ContinuousClock.now - start) }
                #expect(answer.status == 201)
            }
        }
        let medians = times.map { $0.sorted()[$0.count / 2] / .milliseconds(1) }
        let factor = medians[0] / medians[1]
        #expect((1 / Self.mostFactor...Self.mostFactor).contains(factor), "medians in ms: \(medians)")
    }

    /// How far the medians may lie apart. Reading a row that is then kept back takes microseconds of the milliseconds in
    /// which a check is written to the journal.
    private static let mostFactor = 1.5
}

extension JSONValue {
    /// What a check found, of all kinds.
    fileprivate var found: [JSONValue] {
        ["candidates", "documents", "vehicles", "persons"].flatMap { self[$0].array ?? [] }
    }
}
