import Identity
import Testing

@Suite struct PersonComparisonTests {
    private func person(
        _ name: String, _ birth: String? = nil, _ sex: PersonSex = .unknown, _ nationalities: [String] = [],
        _ place: String? = nil
    ) -> PreparedPerson {
        PreparedPerson(
            names: PreparedName.names(in: name, kind: .person), birthDate: birth.flatMap { PartialDate($0) }, sex: sex,
            nationalities: nationalities, birthPlace: place
        )
    }

    private func score(_ left: PreparedPerson, _ right: PreparedPerson) -> Float {
        var comparer = PersonComparer()
        return comparer.compare(left, right)
    }

    @Test func theNearerTheDatesTheHigherTheScore() {
        let sought = person("Ana Roxas", "1970-03-04")
        let scores = ["1970-03-04", "1970-04-03", "1970-03-05", "1970-11-05", "1955-08-19"].map {
            score(sought, person("Ana Rojas", $0))
        }
        #expect(scores == scores.sorted(by: >))
        #expect(Set(scores).count == scores.count)
    }

    @Test func whatContradictsLowersTheScore() {
        let sought = person("Ana Rojas", nil, .female, ["PY"], "Encarnación")
        let same = score(sought, person("Ana Rojaz", nil, .female, ["PY"], "Encarnacion"))
        #expect(score(sought, person("Ana Rojaz", nil, .male, ["PY"], "Encarnacion")) < same)
        #expect(score(sought, person("Ana Rojaz", nil, .female, ["AR"], "Encarnacion")) < same)
        #expect(score(sought, person("Ana Rojaz", nil, .female, ["PY"], "Montevideo")) < same)
        #expect(score(sought, person("Ana Rojaz", nil, .unspecified, ["PY"], "Encarnacion")) <= same)
    }

    @Test func anEqualDateDoesNotMakeAnotherNameTheSame() {
        #expect(score(person("Ana Rojas", "1970-03-04"), person("Eva Rojas", "1970-03-04")) < 0.75)
        #expect(score(person("Ana Rojas", "1970-03-04"), person("Lars Holm", "1970-03-04")) < 0.5)
    }

    @Test func theBestAliasCounts() {
        var comparer = PersonComparer()
        let sought = person("Eva Maria Sandoval", "1970-03-04")
        let found = person("Ana Rojas a.k.a. Eva María Sandoval; La Zorra", "1970-03-04")
        #expect(found.names.count == 3)
        #expect(comparer.compare(sought, found) > 0.95)
        #expect(comparer.best == (0, 1))
        let texts = comparer.explanation(sought, found).map(\.text)
        #expect(texts.contains("birth-date +40: 1970-03-04 / 1970-03-04"))
        #expect(texts.contains("name.equal 0: Sandoval / Sandoval"))
    }

    @Test func aPersonWithoutNameMatchesNobody() {
        #expect(score(person("🙂"), person("Ana Rojas")) == 0)
        #expect(score(person(""), person("")) == 0)
    }
}
