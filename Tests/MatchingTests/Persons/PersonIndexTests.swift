import Identity
import Matching
import Testing
import TestSupport

@Suite struct PersonIndexTests {
    private static let given = [
        "Ana", "Luis", "Marta", "Carlos", "Sergey", "Olga", "Karim", "Fatima", "Hans", "Ingrid", "Paulo", "Rita",
        "Tariq",
    ]
    private static let stems = [
        "Bar", "Cal", "Del", "Fer", "Gor", "Hal", "Kuz", "Lam", "Mon", "Per", "Ros", "Tan", "Vill",
    ]
    private static let endings = [
        "eda", "ingo", "mann", "netsov", "ovic", "ales", "uro", "atti", "enko", "ardo", "ins", "wari",
    ]

    private static func people(_ count: Int) -> [(record: Int64, name: String, birth: PartialDate?)] {
        var generator = SeededGenerator(seed: 5)
        return (1...Int64(count)).map { record in
            func pick(_ list: [String]) -> String { list[Int.random(in: list.indices, using: &generator)] }
            let family = pick(stems) + pick(endings)
            let other = pick(stems) + pick(endings)
            let birth = PartialDate(
                year: Int.random(in: 1950...1990, using: &generator), month: Int.random(in: 1...12, using: &generator),
                day: Int.random(in: 1...28, using: &generator)
            )
            return (record, "\(pick(given)) \(pick(given)) \(family) \(other)", record % 20 == 0 ? nil : birth)
        }
    }

    private static func index(_ people: [(record: Int64, name: String, birth: PartialDate?)]) -> PersonIndex {
        PersonIndex(people.map { PersonEntry(record: $0.record, name: PreparedName($0.name), birthDate: $0.birth) })
    }

    /// The first record that is found.
    private func first(_ index: PersonIndex, _ name: String) -> Int64? { records(index, name).first }

    private func records(_ index: PersonIndex, _ name: String, _ birth: PartialDate? = nil) -> [Int64] {
        index.find(PreparedPerson(names: PreparedName.names(in: name, kind: .person), birthDate: birth)).matches.map(
            \.record)
    }

    @Test func whoeverIsRecordedIsFoundFirstHoweverTheNameIsAsked() {
        let people = Self.people(800)
        let index = Self.index(people)
        for person in people where person.record % 80 == 3 {
            let parts = person.name.split(separator: " ").map(String.init)
            var misspelt = parts
            misspelt[2].remove(at: misspelt[2].index(misspelt[2].startIndex, offsetBy: 2))
            for asked in [
                person.name, misspelt.joined(separator: " "), (parts[2...] + parts[..<2]).joined(separator: " "),
                [parts[0], parts[2], parts[3]].joined(separator: " "), parts[2] + ", " + parts[0],
                person.name.uppercased(),
                parts[0] + parts[1] + " " + parts[2] + " " + parts[3],
            ] {
                #expect(records(index, asked, person.birth).contains(person.record), "\(asked)")
            }
            #expect(first(index, person.name) == person.record)
        }
    }

    @Test func aWrongDateOfBirthHidesNobody() throws {
        let people = Self.people(500)
        let index = Self.index(people)
        let wrong = try #require(PartialDate("1931-07-07"))
        for person in people.prefix(15) {
            #expect(records(index, person.name, wrong).contains(person.record))
            let year = PartialDate(year: person.birth?.year ?? 1960)
            #expect(records(index, person.name, year).contains(person.record))
        }
    }

    @Test func otherScriptsMeet() {
        let names = ["Сергей Кузнецов", "محمد الحسيني", "王小明", "김정수", "Γιώργος Παπαδόπουλος", "Ana Rojas"]
        let index = PersonIndex(names.enumerated().map { PersonEntry(record: Int64($0), name: PreparedName($1)) })
        for (record, asked) in [
            "Sergei Kuznetsov", "Mohammed al-Husseini", "Wang Xiaoming", "Kim Jong-su", "Giorgos Papadopoulos",
            "Анна Рохас",
        ].enumerated() {
            #expect(first(index, asked) == Int64(record), "\(asked)")
        }
    }

    @Test func changesAreSeenAndAnswersDoNotDependOnTheirOrder() {
        let people = Self.people(120)
        var grown = PersonIndex()
        for person in people {
            grown.set(
                record: person.record,
                entries: [PersonEntry(record: person.record, name: PreparedName(person.name), birthDate: person.birth)]
            )
        }
        let whole = Self.index(people)
        #expect(grown.count == whole.count)
        for person in people.prefix(10) {
            #expect(records(grown, person.name, person.birth) == records(whole, person.name, person.birth))
        }
        grown.set(record: 1, entries: [])
        #expect(grown.count == 119)
        #expect(!records(grown, people[0].name, people[0].birth).contains(1))
        grown.set(record: 2, entries: [PersonEntry(record: 2, name: PreparedName("Zacarías Ibáñez"))])
        #expect(first(grown, "Zacarias Ibanez") == 2)
        #expect(!records(grown, people[1].name, people[1].birth).contains(2))
        grown.replace(Set(people.map(\.record)), with: [])
        #expect(grown.count == 0)
        #expect(records(grown, people[5].name).isEmpty)
    }

    @Test func severalNamesOfOneRecordAreOneMatch() {
        let person = PreparedPerson(names: PreparedName.names(in: "Ana Rojas a.k.a. Eva Sandoval", kind: .person))
        let index = PersonIndex(PersonEntry.entries(record: 7, person))
        #expect(index.count == 2)
        #expect(records(index, "Eva Sandoval") == [7])
        #expect(records(index, "Rojas Ana / Sandoval Eva") == [7])
    }

    @Test func factsAreKeptAndContradictionsCount() throws {
        let facts = PersonFacts(sex: .female, nationalities: ["PY", "ARG", "BR", "x1"])
        #expect(facts.sex == .female)
        #expect(facts.nationalities == ["PY", "ARG"])
        let name = PreparedName("Ana Rojas")
        let index = PersonIndex([
            PersonEntry(record: 1, name: name, facts: PersonFacts(sex: .male, nationalities: ["PY"])),
            PersonEntry(record: 2, name: name, facts: PersonFacts(sex: .female, nationalities: ["PY"])),
        ])
        let answer = index.find(PreparedPerson(names: [name], sex: .female, nationalities: ["PY"]))
        #expect(answer.matches.map(\.record) == [2, 1])
        #expect(answer.matches[0].score > answer.matches[1].score)
        #expect(answer.matches[0].latin == "ana rojas")
    }

    @Test func hostileQuestionsAreAnswered() {
        let index = Self.index(Self.people(200))
        for text in [
            "", "🙂", "a", "J. B.", String(repeating: "Ana ", count: 1_000), String(repeating: "x", count: 10_000),
            "bin al",
        ] {
            _ = records(index, text)
            _ = records(index, text, PartialDate(year: 9999))
            _ = records(index, text, PartialDate("0001-01-01"))
        }
        #expect(records(PersonIndex(), "Ana Rojas").isEmpty)
    }
}
