import Foundation
import TestSupport
import Testing

/// The guided tour of the readme, in a real browser, on a small demo world.
@Suite("The guided tour in a browser", .enabled(if: Browser.isInstalled), .serialized)
struct TourTests {
    @Test("An officer finds each planted gun, declares a hit, and the owner's desk knows within a second")
    func tour() async throws {
        let demo = try await DemoServer.start()
        try await Browser.run { officer in
            try await demo.signIn("officer.ar", officer)
            try await officer.screenshot("check")

            try await demo.check(Tour.exact.serial, officer)
            #expect(try await officer.find(".candidate").text().contains(Tour.exact.make))

            try await demo.check(Tour.misread.serial, officer)
            let misread = try await officer.find(".candidate").text()
            #expect(misread.contains("0") && misread.contains("O"), "the reason names the characters: \(misread)")

            try await demo.check(Tour.digitLeftOut.serial, officer)
            #expect(try await officer.find(".candidate").text().contains("Place 7 of the record, 1, was left out"))
            try await officer.screenshot("near")

            try await demo.check(Tour.sameSerial.serial, officer)
            let two = try await officer.findAll(".candidate").count
            #expect(two >= 2, "an equal serial on another make is not hidden")

            try await demo.check(Tour.partlyRemoved.serial, officer)
            try await officer.screenshot("candidates")
            let path = try await officer.find(".candidate a.cover").attribute("href") ?? ""
            #expect(path.hasPrefix("/checks/"))

            try await Browser.run { desk in
                try await demo.signIn(Tour.ownerDesk, desk)
                try await desk.open(demo.address("/worklist"))
                let before = try await waiting(desk)
                try await officer.open(demo.address(path))
                try await officer.screenshot("report")
                try await officer.find("details.confirm > summary").click()
                try await officer.find("form[action='/hits'] button").click()
                try await officer.wait(for: "#hit")
                try await officer.screenshot("hit")
                try await eventually("the bell of the owner's desk counts the hit", within: .seconds(1)) {
                    try await waiting(desk) == before + 1
                }
                try await desk.screenshot("worklist")
            }
        }
        try await demo.stop()
    }

    @Test("Nobody in the excluded country finds the hidden record, everybody else does")
    func hidden() async throws {
        let demo = try await DemoServer.start()
        try await Browser.run { browser in
            try await demo.signIn("officer.cl", browser)
            try await demo.check(Tour.hiddenFromChile.serial, browser)
            #expect(try await browser.findAll(".candidate").isEmpty)
            try await demo.signOut(browser)
            try await demo.signIn("officer.ar", browser)
            try await demo.check(Tour.hiddenFromChile.serial, browser)
            #expect(try await browser.findAll(".candidate").count >= 1)
        }
        try await demo.stop()
    }

    @Test("Every page works on a phone and in Spanish, and no page logs an error in the console")
    func phoneAndSpanish() async throws {
        let demo = try await DemoServer.start()
        try await Browser.run(language: "es") { browser in
            try await browser.becomePhone()
            try await demo.signIn("desk.br", browser)
            _ = try await browser.script("document.cookie = 'language=es; path=/'")
            for path in [
                "/", "/worklist", "/records", "/records/new", "/imports/new", "/account", "/api",
                "/notices", "/notices/new?colour=red", "/notices/methods", "/notices/2026-00001",
                "/notices/v1/gallery/red",
            ] {
                try await browser.open(demo.address(path))
                #expect(try await browser.find("html").attribute("lang") == "es", "\(path)")
                let width = try await browser.script("return document.documentElement.scrollWidth").integer ?? 0
                #expect(width <= 400, "\(path) is \(width) pixels wide")
                let name = "phone" + path.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
                try await browser.screenshot(name)
            }
            let complaints = try await browser.console().filter { $0.hasPrefix("SEVERE") || $0.hasPrefix("WARNING") }
            #expect(complaints.isEmpty, "\(complaints)")
        }
        try await demo.stop()
    }

    private func waiting(_ browser: Browser) async throws -> Int {
        let text = try await browser.find(".bell-count").property("textContent").text ?? ""
        return Int(text.trimmingCharacters(in: .whitespaces)) ?? 0
    }
}
