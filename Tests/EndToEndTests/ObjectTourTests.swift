import TestSupport
import Testing

@testable import CommandLine

/// Documents, vehicles and the one field for everything, in a real browser of the width of a phone.
@Suite("Documents and vehicles in a browser", .enabled(if: Browser.isInstalled), .serialized)
struct ObjectTourTests {
    private static let zone =
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10"

    @Test("A desk enters a document and a vehicle; an officer finds them by what is typed, and declares a hit")
    func tour() async throws {
        let demo = try await DemoServer.start()
        try await Browser.run { desk in
            try await demo.signIn("desk.br", desk)
            try await desk.open(demo.address("/documents/new"))
            try await desk.screenshot("document-form")
            try await enter(
                [
                    "document-number": "L898902C3", "document-type": "passport", "document-issuer": "UTO",
                    "recordClass": "stolen",
                ],
                desk)
            try await desk.wait(for: ".head-number")
            try await desk.screenshot("document-report")
            try await desk.open(demo.address("/vehicles/new"))
            try await enter(["recordClass": "stolen"], desk)
            #expect(try await desk.wait(for: "#errors").text().contains("Identification number"))
            try await enter(
                [
                    "vehicle-vin": "1M8GDM9AXKP042788", "vehicle-plate": "BRA2E19", "vehicle-plateCountry": "BR",
                    "vehicle-make": "Toyota",
                ],
                desk)
            try await desk.wait(for: ".head-number")
            try await desk.open(demo.address("/vehicles"))
            try await desk.screenshot("vehicles")
        }
        try await Browser.run { officer in
            try await officer.becomePhone()
            try await demo.signIn("officer.ar", officer)
            try await officer.screenshot("phone-check")
            try await demo.check(Self.zone, officer)
            // Each character of a number stands in a place of its own.
            let number = try await officer.find(".candidate").text().filter { !$0.isWhitespace }
            #expect(number.contains("L898902C3"))
            try await officer.screenshot("phone-zone")
            try await demo.check("BRA2E19", officer)
            #expect(try await officer.find(".candidate").text().contains("Toyota"))
            try await officer.screenshot("phone-plate")
            try await demo.check("Nadie Ficticio 1950-01-01", officer)
            #expect(try await officer.findAll(".candidate").isEmpty)
            try await demo.check("passport L898902C3", officer)
            let path = try await officer.find(".candidate a.cover").attribute("href") ?? ""
            try await officer.open(demo.address(path))
            try await officer.screenshot("phone-report")
            try await officer.find("details.confirm > summary").click()
            _ = try await officer.script("document.querySelector(\"form[action='/hits'] button\").click()")
            try await officer.wait(for: "#hit")
            try await officer.screenshot("phone-hit")
        }
        try await demo.stop()
    }

    @Test("What the guided tour types into the one field is found: a passport, a blank of a range, a plate, a name")
    func planted() async throws {
        let demo = try await DemoServer.start()
        try await Browser.run { officer in
            try await demo.signIn("officer.ar", officer)
            let found = ["ZKX4071935", "ZBL2000000", "ZQK7R41", "APÓCRIFO"]
            for (stop, expected) in zip(DemoObjectTour.stops, found) {
                try await demo.check(stop.entry, officer)
                // Each character of a number stands in a place of its own.
                let first = try await officer.find(".candidate").text().filter { !$0.isWhitespace }
                #expect(first.contains(expected), "\(stop.title): \(first)")
            }
            try await officer.screenshot("planted")
        }
        try await demo.stop()
    }

    @Test("The pages work on a phone and in Spanish, and log no error in the console")
    func phoneAndSpanish() async throws {
        let demo = try await DemoServer.start()
        try await Browser.run(language: "es") { browser in
            try await browser.becomePhone()
            try await demo.signIn("desk.br", browser)
            _ = try await browser.script("document.cookie = 'language=es; path=/'")
            for path in ["/", "/documents", "/documents/new", "/vehicles", "/vehicles/new"] {
                try await browser.open(demo.address(path))
                #expect(try await browser.find("html").attribute("lang") == "es", "\(path)")
                let width = try await browser.script("return document.documentElement.scrollWidth").integer ?? 0
                #expect(width <= 400, "\(path) is \(width) pixels wide")
                try await browser.screenshot("es" + path.replacing("/", with: "-"))
            }
            for summary in try await browser.findAll("details.more > summary") {
                #expect(try await summary.isDisplayed())
            }
            let complaints = try await browser.console().filter { $0.hasPrefix("SEVERE") || $0.hasPrefix("WARNING") }
            #expect(complaints.isEmpty, "\(complaints)")
        }
        try await demo.stop()
    }

    /// Fills in fields by name and sends the form.
    private func enter(_ fields: [String: String], _ browser: Browser) async throws {
        for (name, value) in fields {
            _ = try await browser.script(
                "document.getElementById(arguments[0]).value = arguments[1]", [.text(name), .text(value)])
        }
        try await browser.find(".form-actions button").click()
    }
}
