import Firearms
import Testing

@testable import Server

@Suite("What goes from a description into a form")
struct CarriedValuesTests {
    private func values(
        make: String? = nil, model: String? = nil, calibre: String? = nil, type: String? = nil
    ) -> CarriedValues {
        CarriedValues(
            NormalisedDescription(WrittenDescription(type: type, make: make, model: model, calibre: calibre)))
    }

    @Test("names of the table where they are sure, else what was written")
    func names() {
        let values = values(make: "tauruss", model: "pt92", calibre: ".38", type: "revólver")
        #expect(values.make == "Taurus" && values.model == "PT 92" && values.type == .revolver)
        #expect(values.calibre == ".38")
        #expect(self.values(make: "Fábrica Inventada", calibre: "99").make == "Fábrica Inventada")
        #expect(self.values(make: "Fábrica Inventada", calibre: "99").calibre == "99")
    }

    @Test("no word is lost: make and model in one field are taken apart only once the model is sure")
    func oneField() {
        let sure = values(make: "PT 92 AFS")
        #expect(sure.make == "Taurus" && sure.model == "PT 92 AFS")
        #expect(values(make: "Taurus PT92").make == "Taurus PT92")
        let doubtful = values(make: "Bersa Thunder")
        #expect(doubtful.make == "Bersa Thunder" && doubtful.model == nil)
        let other = values(make: "Taurus inventada xyz")
        #expect(other.make == "Taurus inventada xyz")
        let several = values(calibre: "380 ACP/9mm curto, adaptado")
        #expect(several.calibre == "380 ACP/9mm curto, adaptado")
    }

    @Test("the number that identifies the firearm goes to the check, all of them to the record")
    func numbers() throws {
        let description = NormalisedDescription(
            WrittenDescription(make: "Rossi", serial: "corredera NSR4?5, armazón D12345, cañón limado"))
        let values = CarriedValues(description)
        #expect(values.checkPath() == "/?serial=D12345&make=Rossi")
        #expect(values.recordPath.contains("numbers-0-text=NSR4%3F5&numbers-0-part=slide&numbers-0-state=partial"))
        #expect(values.recordPath.contains("numbers-2-part=barrel&numbers-2-state=removed"))
        let removed = CarriedValues(NormalisedDescription(WrittenDescription(make: "Rossi", serial: "raspado")))
        #expect(removed.checkPath() == nil)
    }
}
