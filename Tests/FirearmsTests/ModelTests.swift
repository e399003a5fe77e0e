import Firearms
import Testing

@Suite("Models are recognised however they are written")
struct ModelTests {
    let table = ReferenceTable.standard

    @Test("the table has 1,500 models, each known by its name, and 60 groups of look-alikes")
    func size() {
        #expect(table.models.count >= 1500)
        #expect(table.models.count { !$0.lookAlikes.isEmpty } >= 120)
    }

    @Test(
        "hyphens, words for model and the letter M do not matter",
        arguments: [("PT-92", "PT 92"), ("M-92", "PT 92"), ("MOD. 92", "PT 92"), ("MODELO 85", "85")])
    func spellings(text: String, name: String) throws {
        let found = try #require(table.model(text, makeCode: "taurus"))
        #expect(found.value.name == name)
        #expect(found.confidence >= 0.9)
    }

    @Test("a number of the maker's form fits, another does not, and an unlisted maker says nothing")
    func serialForms() {
        let forms = SerialFormats.standard
        #expect(forms.fit(SerialPattern("TKR12345"), makeCode: "taurus") == .fits)
        #expect(forms.fit(SerialPattern("12-AB-9"), makeCode: "glock") != .fits)
        #expect(forms.fit(SerialPattern("12345"), makeCode: "boito") == .unknown)
    }

    @Test("a form is written so that a person can compare a number with it")
    func shapes() throws {
        func shape(_ pattern: String) -> String? { SerialFormat(makeCode: "x", pattern: pattern)?.shape }
        #expect(shape("A{3}9{5}") == "AAA99999")
        #expect(shape("A{1-2}9{2}") == "A99-AA99")
        #expect(shape("ber9{3}z{0-1}") == "\"BER\"999-\"BER\"999\"Z\"")
    }

    @Test("a patent number and a model name are no serial numbers")
    func warnings() {
        #expect(NumberWarning.find(in: "U.S. PAT. 1234567", makeCode: nil) == .patentNumber)
        #expect(NumberWarning.find(in: "PT92", makeCode: "taurus") != nil)
        #expect(NumberWarning.find(in: "TKR12345", makeCode: "taurus") == nil)
    }
}
