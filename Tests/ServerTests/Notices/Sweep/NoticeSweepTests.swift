import Firearms
import Identity
import Storage
import TestSupport
import Testing

@testable import Registry
@testable import Server

@Suite("Public notices: a program that reads them all", .runningServer)
struct NoticeSweepTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    /// Invented persons, some of one age and nationality, some without a date of birth.
    private static func contents(_ count: Int) -> [NoticeContent] {
        var random = SeededGenerator(seed: 1_000)
        return (0..<count).map { index in
            var content = NoticeContent(colour: .red)
            var person = NoticePerson()
            person.name = String((0..<6).map { _ in letters.randomElement(using: &random) ?? "A" })
            person.sex = NoticePerson.Sex.allCases.randomElement(using: &random) ?? .unknown
            let isCrowded = index % 3 == 0
            let year = isCrowded ? 1990 : Int.random(in: 1930...2008, using: &random)
            person.birthDate = index % 50 == 7 ? nil : PartialDate("\(year)-0\(1 + index % 9)-1\(index % 10)")
            let code = isCrowded ? "BR" : ["AR", "BR", "PY", "UY", "CL"].randomElement(using: &random) ?? "AR"
            person.nationalities = [Country(code)].compactMap { $0 }
            if isCrowded { person.sex = .male }
            content.person = person
            content.isPublicExtractAgreed = true
            return content
        }
    }

    @Test("a thousand notices over the cap are all found by age, sex and nationality, from the base address alone")
    func sweep() async throws {
        let contents = Self.contents(1_000)
        let numbers = try await server.registry.database.write { connection in
            try contents.enumerated().map { index, content in
                let number = try NoticeStore.takeNumber(year: "2026", connection)
                let time = Moment(milliseconds: 1_790_000_000_000 + Int64(index))
                try NoticeStore.insert(number: number, bureau: "BR", content, at: time, connection)
                try connection.execute(
                    "UPDATE notices SET state = 'published', published_at = ? WHERE number = ?",
                    [time.databaseValue, .text(number.description)]
                )
                return number.description
            }
        }
        var sweep = NoticeSweep(base: "http://127.0.0.1:\(server.port)/notices/v1")
        try await sweep.sweep("red")
        #expect(sweep.found == Set(numbers))
        #expect(sweep.requests < 1_000, "\(sweep.requests) requests")
        let detail = try await sweep.get("\(sweep.base)/red/\(numbers[0].replacing("/", with: "-"))")
        #expect(detail["entity_id"].text == numbers[0])
    }
}
