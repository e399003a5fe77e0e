import Foundation
import TestSupport
import Testing

/// Describing a firearm in a real browser: the page, and the same hints beside the forms.
@Suite("Describing a firearm in a browser", .enabled(if: Browser.isInstalled), .serialized)
struct DescribeTests {
    @Test("What is typed is understood at once, one tap takes an alternative, and the values go on to check and record")
    func describe() async throws {
        let demo = try await DemoServer.start()
        try await Browser.run { browser in
            try await demo.signIn("desk.br", browser)
            try await browser.open(demo.address("/firearms/describe"))
            try await browser.find("#text").type("TAURUS PT 92 cal 38 serie TKR?2345")
            try await browser.wait(for: ".badge--doubtful")
            try await browser.wait(forText: "Place 4 cannot be read")
            #expect(try await browser.find("#description").text().contains("Beretta 92FS"))
            try await browser.screenshot("describe")

            // By keyboard alone: the first name offered for the calibre, then back where it was typed.
            let tap = try await browser.find(".choice[value^='calibre=']")
            #expect(try await tap.accessibleName() == "Take .38 Special")
            try await tap.type(Key.enter)
            try await eventually("nothing is doubtful any more", within: .seconds(10)) {
                try await browser.findAll(".badge--doubtful").isEmpty
            }
            #expect(try await browser.find("#calibre").property("value") == ".38 Special")
            #expect(try await browser.focused().attribute("id") == "description")

            try await browser.find("a[href^='/?serial=TKR']").click()
            try await browser.wait(for: "#check")
            #expect(try await browser.find("#serial").property("value") == "TKR?2345")
            #expect(try await browser.find("#make").property("value") == "Taurus")
            try await browser.wait(forText: "Place 4 cannot be read")
            try await browser.screenshot("describe-check")

            try await browser.open(demo.address("/firearms/describe?text=glock%2017%20NSR445%20(Camara)%20e%20NSK346"))
            try await browser.find("a[href^='/records/new']").click()
            try await browser.wait(for: "#numbers-1-text")
            #expect(try await browser.find("#numbers-1-text").property("value") == "NSK346")
            try await browser.find("#calibre").type("9mm curto")
            try await browser.wait(forText: "was made in")
            try await browser.screenshot("describe-record")
            #expect(try await complaints(browser).isEmpty)
        }
        try await demo.stop()
    }

    @Test("On a phone and in Spanish the page is no wider than the screen, and logs no error")
    func phoneAndSpanish() async throws {
        let demo = try await DemoServer.start()
        try await Browser.run(language: "es") { browser in
            try await browser.becomePhone()
            try await demo.signIn("officer.ar", browser)
            _ = try await browser.script("document.cookie = 'language=es; path=/'")
            let line =
                "tauruss%20pt92%20.38%20" + String(repeating: "W", count: 90) + "%20NSR445%20(corredera)%20raspado"
            for path in ["/firearms/describe?text=\(line)", "/?query=\(line)"] {
                try await browser.open(demo.address(path))
                if path.contains("query") { try await browser.wait(for: ".description") }
                let width = try await browser.script("return document.documentElement.scrollWidth").integer ?? 0
                #expect(width <= 400, "\(path) is \(width) pixels wide")
                try await browser.screenshot("describe-phone" + (path.contains("query") ? "-check" : ""))
            }
            #expect(try await complaints(browser).isEmpty)
        }
        try await demo.stop()
    }

    private func complaints(_ browser: Browser) async throws -> [String] {
        try await browser.console().filter { $0.hasPrefix("SEVERE") || $0.hasPrefix("WARNING") }
    }
}
