import Firearms
import Registry
import Testing

@testable import Server

@Suite("One line of text is understood as a firearm")
struct QuickEntryTests {
    @Test("number, make, model and calibre in any order")
    func anyOrder() {
        let meant = QuickEntry(serial: "TKR?2345", make: "taurus", model: "pt92", calibre: "9mm")
        #expect(QuickEntry("TKR?2345 taurus pt92 9mm") == meant)
        #expect(QuickEntry("9mm taurus pt92 TKR?2345") == meant)
        #expect(QuickEntry("taurus pt92, 9mm, TKR?2345") == meant)
    }

    @Test("labels, commas and Spanish words")
    func labels() {
        #expect(
            QuickEntry("serie ABC123, revolver Rossi .38")
                == QuickEntry(serial: "ABC123", make: "Rossi", calibre: ".38", type: .revolver)
        )
        #expect(
            QuickEntry("Pistola marca Bersa modelo Thunder cal. 9 mm número de serie 12345")
                == QuickEntry(serial: "12345", make: "Bersa", model: "Thunder", calibre: "cal. 9 mm", type: .pistol)
        )
        #expect(QuickEntry("serial: ABCDEF, glock 17") == QuickEntry(serial: "ABCDEF", make: "glock", model: "17"))
    }

    @Test(
        "a number alone is the number, whatever else it could be",
        arguments: [
            "12345", "380", "TKR-2345", "9MM", "22250", "A98811", "??1234", "ABCDEF", "AB_123",
        ])
    func alone(number: String) {
        #expect(QuickEntry(number) == QuickEntry(serial: number))
    }

    @Test("letters apart from their digits belong to the number")
    func lettersApart() {
        #expect(QuickEntry("ABC 12345 glock 17") == QuickEntry(serial: "ABC 12345", make: "glock", model: "17"))
    }

    @Test("a short number after the make is a model, a long one the serial number")
    func afterMake() {
        #expect(QuickEntry("glock 17") == QuickEntry(make: "glock", model: "17"))
        #expect(QuickEntry("Rossi D123456") == QuickEntry(serial: "D123456", make: "Rossi"))
        #expect(QuickEntry("taurus pt92") == QuickEntry(make: "taurus", model: "pt92"))
        #expect(QuickEntry("Glock 17 ABC123") == QuickEntry(serial: "ABC123", make: "Glock", model: "17"))
    }

    @Test("a number of four digits and more is never a calibre")
    func longDigits() {
        #expect(QuickEntry("22250 rossi") == QuickEntry(serial: "22250", make: "rossi"))
        #expect(QuickEntry("7,62x39 AB1234").calibre == "7,62x39")
        #expect(QuickEntry("7,62x39 AB1234").serial == "AB1234")
    }

    @Test("a make of several words, and one with a slip of the pen")
    func makes() {
        #expect(
            QuickEntry("Smith & Wesson 38 spl 5D12345")
                == QuickEntry(serial: "5D12345", make: "Smith & Wesson", calibre: "38 spl")
        )
        #expect(QuickEntry("beretta 92 P12345Z").make == "beretta")
        #expect(QuickEntry("tauruss pt92 TKR2345").make == "tauruss")
    }

    @Test("words that say nothing give nothing")
    func nothing() {
        #expect(QuickEntry("") == QuickEntry())
        #expect(QuickEntry(" ,;: , ") == QuickEntry())
        #expect(QuickEntry("taurus").serial == nil)
        #expect(QuickEntry("pistola negra").serial == nil)
    }

    @Test("long and strange text ends soon and breaks nothing")
    func hostile() {
        let texts = [
            String(repeating: "a ", count: 100_000), String(repeating: "?", count: 5_000),
            String(repeating: ",", count: 5_000), "<script>alert(1)</script> '; DROP TABLE checks;--",
            String(repeating: "e\u{301}", count: 3_000), "\u{202E}12345 \0 taurus", "👮 12345 🔫",
        ]
        let clock = ContinuousClock()
        for text in texts {
            let elapsed = clock.measure { _ = QuickEntry(text) }
            #expect(elapsed < .seconds(1))
        }
        #expect(QuickEntry("👮 12345 🔫").serial == "12345")
    }

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
        #expect(request.make == "Rossi")
        #expect(request.serial == "TKR?2345")
        form = CheckForm()
        form.type = "howitzer"
        #expect {
            try form.request()
        } throws: { error in
            (error as? RegistryError)?.failures.map(\.field) == ["serial", "type", "purpose"]
        }
    }
}
