import Testing

@testable import Firearms

@Suite("One line of text is understood as a firearm")
struct DescriptionLineTests {
    @Test("number, make, model and calibre in any order")
    func anyOrder() {
        let meant = DescriptionLine(serial: "TKR?2345", make: "taurus", model: "pt92", calibre: "9mm")
        #expect(DescriptionLine("TKR?2345 taurus pt92 9mm") == meant)
        #expect(DescriptionLine("9mm taurus pt92 TKR?2345") == meant)
        #expect(DescriptionLine("taurus pt92, 9mm, TKR?2345") == meant)
    }

    @Test("labels, commas and Spanish words")
    func labels() {
        #expect(
            DescriptionLine("serie ABC123, revolver Rossi .38")
                == DescriptionLine(serial: "ABC123", make: "Rossi", calibre: ".38", type: .revolver)
        )
        #expect(
            DescriptionLine("Pistola marca Bersa modelo Thunder cal. 9 mm número de serie 12345")
                == DescriptionLine(
                    serial: "12345", make: "Bersa", model: "Thunder", calibre: "cal. 9 mm", type: .pistol)
        )
        #expect(
            DescriptionLine("serial: ABCDEF, glock 17") == DescriptionLine(serial: "ABCDEF", make: "glock", model: "17")
        )
    }

    @Test(
        "a number alone is the number, whatever else it could be",
        arguments: [
            "12345", "380", "TKR-2345", "9MM", "22250", "A98811", "??1234", "ABCDEF", "AB_123",
        ])
    func alone(number: String) {
        #expect(DescriptionLine(number) == DescriptionLine(serial: number))
    }

    @Test("letters apart from their digits belong to the number")
    func lettersApart() {
        #expect(
            DescriptionLine("ABC 12345 glock 17") == DescriptionLine(serial: "ABC 12345", make: "glock", model: "17"))
    }

    @Test("a short number after the make is a model, a long one the serial number")
    func afterMake() {
        #expect(DescriptionLine("glock 17") == DescriptionLine(make: "glock", model: "17"))
        #expect(DescriptionLine("Rossi D123456") == DescriptionLine(serial: "D123456", make: "Rossi"))
        #expect(DescriptionLine("taurus pt92") == DescriptionLine(make: "taurus", model: "pt92"))
        #expect(DescriptionLine("Glock 17 ABC123") == DescriptionLine(serial: "ABC123", make: "Glock", model: "17"))
    }

    @Test("a number of four digits and more is never a calibre")
    func longDigits() {
        #expect(DescriptionLine("22250 rossi") == DescriptionLine(serial: "22250", make: "rossi"))
        #expect(DescriptionLine("7,62x39 AB1234").calibre == "7,62x39")
        #expect(DescriptionLine("7,62x39 AB1234").serial == "AB1234")
    }

    @Test("a make of several words, and one with a slip of the pen")
    func makes() {
        #expect(
            DescriptionLine("Smith & Wesson 38 spl 5D12345")
                == DescriptionLine(serial: "5D12345", make: "Smith & Wesson", calibre: "38 spl")
        )
        #expect(DescriptionLine("beretta 92 P12345Z").make == "beretta")
        #expect(DescriptionLine("tauruss pt92 TKR2345").make == "tauruss")
    }

    @Test("words that say nothing give nothing")
    func nothing() {
        #expect(DescriptionLine("") == DescriptionLine())
        #expect(DescriptionLine(" ,;: , ") == DescriptionLine())
        #expect(DescriptionLine("taurus").serial == nil)
        #expect(DescriptionLine("pistola negra").serial == nil)
        #expect(DescriptionLine("cold weather 12345").make == nil)
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
            let elapsed = clock.measure { _ = DescriptionLine(text) }
            #expect(elapsed < .seconds(1))
        }
        #expect(DescriptionLine("👮 12345 🔫").serial == "12345")
    }
}
