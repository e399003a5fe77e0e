import Foundation
import TestSupport
import Testing

/// A notice from the first field to the public gallery, in a real browser, by the hands of three people.
@Suite("A notice in a browser", .enabled(if: Browser.isInstalled), .serialized)
struct NoticeTourTests {
    /// A PNG file of one grey pixel.
    private static let picture = """
        iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==
        """

    @Test("A desk writes what is missing, two readers publish, and anybody finds the notice with its picture")
    func life() async throws {
        let demo = try await DemoServer.start()
        let folder = try TemporaryFolder()
        let file = folder.path(of: "portrait.png")
        try #require(Data(base64Encoded: Self.picture)).write(to: URL(fileURLWithPath: file))
        try await Browser.run { browser in
            try await demo.signIn("desk.br", browser)
            let path = try await write(demo, browser, picture: file)
            for reader in ["coordinator.hub", "reader.hub"] {
                try await demo.signOut(browser)
                try await demo.signIn(reader, browser)
                try await read(path, demo, browser, by: reader)
            }
            try await demo.signOut(browser)
            try await browser.open(demo.address("/notices/v1/gallery/red?name=GALERÍA"))
            try await browser.screenshot("gallery")
            #expect(try await browser.find(".card strong").text() == "GALERÍA")
            let width = try await browser.script("return document.querySelector('.card img').naturalWidth").integer ?? 0
            #expect(width > 0, "the picture is shown")
            try await browser.find(".card-link").click()
            try await browser.wait(for: ".public-notice")
            #expect(try await browser.find("main").text().contains("Tráfico de armas"))
            let complaints = try await browser.console().filter { $0.hasPrefix("SEVERE") }
            #expect(complaints.isEmpty, "\(complaints)")
        }
        try await demo.stop()
    }

    /// - Returns: the path of the notice.
    private func write(_ demo: DemoServer, _ browser: Browser, picture: String) async throws -> String {
        try await browser.open(demo.address("/notices/new?colour=red"))
        #expect(try await browser.findAll(".missing a").count == 4)
        try await browser.find("#person-name").type("GALERÍA")
        try await browser.find("button[name=next]").click()
        try await browser.wait(for: "#picture-file")
        #expect(try await browser.findAll(".missing a").count == 3, "what was written is missed no more")
        try await browser.find("#person-birthDate").type("1984-02")
        try await browser.find("#person-nationalities").type("Brasil")
        _ = try await browser.script("document.getElementById('warrants-0-issuingCountry').value = 'BR'")
        try await browser.find("#warrants-0-charge").type("Tráfico de armas")
        try await browser.find("#warrants-0-maximumPenaltyYears").type("1")
        _ = try await browser.script("document.getElementById('publicExtractAgreed').checked = true")
        try await browser.find("button[name=next]").click()
        try await eventually("the form comes back saved", within: .seconds(20)) {
            (try? await browser.address().hasSuffix("done=notice-changed")) == true
        }
        #expect(try await browser.find(".missing").text().contains("threshold"))
        let penalty = try await browser.find("#warrants-0-maximumPenaltyYears")
        try await penalty.type("2")
        try await browser.find(".form-actions .button--main").click()
        try await browser.wait(for: "form[action$='/pictures']")
        try await browser.find("#picture-file").type(picture)
        try await browser.find(".picture-form button").click()
        try await browser.wait(for: ".picture img")
        let action = try await browser.find("form[action$='/send']").attribute("action") ?? ""
        _ = try await browser.script("document.querySelector(\"form[action$='/send']\").submit()")
        try await browser.wait(for: ".notice--success")
        return String(action.dropLast("/send".count))
    }

    private func read(_ path: String, _ demo: DemoServer, _ browser: Browser, by reader: String) async throws {
        try await browser.open(demo.address("/notices/screening"))
        try await browser.find("a[href='\(path)']").click()
        try await browser.wait(for: "input[value=publish]").click()
        try await browser.screenshot("screening-\(reader)")
        try await browser.find("form[action$='/readings'] button").click()
        try await browser.wait(for: ".notice--success")
    }
}
