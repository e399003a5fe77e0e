import Registry
import Testing

@testable import Server

@Suite("The form of a check")
struct CheckFormTests {
    @Test("an earlier check is offered again with nothing changed")
    func again() throws {
        for serial in ["TKR?2345", "AB 12345", "380", "12345 taurus", "serie 4"] {
            var form = CheckForm()
            form.serial = serial
            form.purpose = "forensics"
            form.calibre = "9mm"
            let request = try form.request()
            #expect(try CheckForm(request).request() == request)
        }
    }

    @Test("a field counts more than what is guessed, and every missing part is named")
    func fields() throws {
        var form = CheckForm()
        form.query = "TKR?2345 taurus 9mm"
        form.make = "Rossi"
        form.purpose = "border-control"
        let request = try form.request()
        #expect(request.firearm?.make == "Rossi")
        #expect(request.firearm?.serial == "TKR?2345")
        form = CheckForm()
        form.type = "howitzer"
        #expect {
            try form.request()
        } throws: { error in
            (error as? RegistryError)?.failures.map(\.field) == ["serial", "type", "purpose"]
        }
    }
}
