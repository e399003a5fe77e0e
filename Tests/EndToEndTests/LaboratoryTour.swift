import Foundation
import TestSupport
import Testing

/// The steps of the laboratory's tour, as a person takes them on the pages. Nothing here depends on the language.
struct LaboratoryTour: Sendable {
    /// How the pages are looked at.
    struct Manner: Sendable, CustomTestStringConvertible {
        /// What is put before the names of pictures.
        var name: String
        var language: String
        var isPhone: Bool
        /// The word for a link of a standing.
        var news: @Sendable (_ standing: String) -> String
        var testDescription: String { name }

        static let english = Manner(name: "laboratory", language: "en", isPhone: false) {
            $0 == "hit" ? "Ballistic hit" : "New lead"
        }
        static let spanishPhone = Manner(name: "laboratory-es-phone", language: "es", isPhone: true) {
            $0 == "hit" ? "Coincidencia balística" : "Nueva pista"
        }
    }

    let demo: DemoServer
    let manner: Manner

    /// A browser of its own in which a user is signed in. At its end nothing may stand in its console.
    func window<Value>(_ user: String, _ body: (Browser) async throws -> Value) async throws -> Value {
        try await Browser.run(language: manner.language) { browser in
            if manner.isPhone { try await browser.becomePhone() }
            try await demo.signIn(user, browser)
            _ = try await browser.script("document.cookie = 'language=\(manner.language); path=/'")
            let value = try await body(browser)
            let complaints = try await browser.console().filter { $0.hasPrefix("SEVERE") || $0.hasPrefix("WARNING") }
            #expect(complaints.isEmpty, "\(user): \(complaints)")
            return value
        }
    }

    /// Takes a picture, and holds the page against the language and the width of the screen.
    func look(_ name: String, _ browser: Browser) async throws {
        try await browser.screenshot("\(manner.name)-\(name)")
        #expect(try await browser.find("html").attribute("lang") == manner.language, "\(name)")
        guard manner.isPhone else { return }
        let width = try await browser.script("return document.documentElement.scrollWidth").integer ?? 0
        #expect(width <= 400, "\(name) is \(width) pixels wide")
    }

    /// Presses what a selector finds, away from the bars at the edges of the screen.
    func press(_ selector: String, _ browser: Browser) async throws {
        try await eventually("\(selector) is pressed") {
            try await browser.script(
                "document.querySelector(arguments[0])?.scrollIntoView({block: 'center', behavior: 'instant'})",
                [.text(selector)]
            )
            do {
                try await browser.find(selector).click()
                return true
            } catch let failure as BrowserFailure where failure.code == "stale element reference" {
                // The page renewed itself between finding and pressing.
                return false
            }
        }
    }

    /// Unfolds the sheet that holds what a selector finds, presses its button, and waits for the word that it is done.
    func confirm(_ content: String, _ browser: Browser) async throws {
        try await press("details:has(\(content)) > summary", browser)
        try await press("details:has(\(content)) form button", browser)
        try await browser.wait(for: ".notice--success")
    }

    /// The number at the bell.
    func bell(_ browser: Browser) async throws -> Int {
        let text = try await browser.find(".bell-count").property("textContent").text ?? ""
        return Int(text.trimmingCharacters(in: .whitespaces)) ?? 0
    }

    // MARK: Exhibit and scan

    /// Opens a case with its event, and enters a cartridge case.
    /// - Returns: the number of the exhibit.
    func enterExhibit(_ browser: Browser) async throws -> String {
        try await browser.open(demo.address("/cases"))
        try await press("a[href='/cases/new']", browser)
        try await browser.find("#title").type("Shots at a petrol station")
        try await browser.find("#laboratory").type("SETEC Foz do Iguaçu")
        try await browser.find("#reference").type("IPL 0701/2026")
        try await browser.find("#kind option[value=shooting]").click()
        try await browser.script("document.querySelector('#from').value = '2026-11-20'")
        try await browser.find("#country option[value=BR]").click()
        try await browser.find("#locality").type("Foz do Iguaçu")
        try await browser.find("#latitude").type("-25.53")
        try await browser.find("#longitude").type("-54.57")
        try await browser.find("#distanceToBorderKilometres").type("3")
        try await look("case", browser)
        try await press(".form-actions .button--main", browser)
        try await browser.wait(for: "a[href^='/exhibits/new?case=']")
        try await press("a[href^='/exhibits/new?case=']", browser)
        try await browser.find("#label").type("EC-4")
        try await browser.find("#calibre").type("9 mm Luger")
        try await press(".form-actions .button--main", browser)
        try await browser.wait(for: "#upload-details")
        return try await number(browser)
    }

    /// Uploads a scan on the exhibit's page, which shows it by itself once it is prepared.
    /// - Returns: the number of its mark.
    func upload(_ scan: String, to exhibit: String, _ browser: Browser) async throws -> String {
        try await press("#upload-details > summary", browser)
        let start = ContinuousClock.now
        // With scripts a file is sent as soon as it is chosen.
        try await browser.find("#file").type(scan)
        try await browser.wait(for: ".upload-done", within: .seconds(120))
        try await browser.wait(for: "#marks img.mark-thumb", within: .seconds(240))
        print("shown \(ContinuousClock.now - start) after it was chosen")
        try await look("exhibit", browser)
        return "\(exhibit).1"
    }

    /// Submits the exhibit abroad, as the rule advises so near to the border.
    func submit(_ exhibit: String, _ browser: Browser) async throws {
        #expect(try await !browser.findAll("section[aria-labelledby=submission-heading] .bullets li").isEmpty)
        let form = "form[action='/exhibits/\(exhibit)/submission']"
        try await press("details:has(\(form)) > summary", browser)
        try await press("\(form) input[value=submitted]", browser)
        try await browser.find("#submission-reason").type("A pedido da promotoria.")
        try await look("submission", browser)
        try await press("\(form) button", browser)
        try await browser.wait(for: ".notice--success")
    }

    /// The last part of the address: the number of what is shown.
    private func number(_ browser: Browser) async throws -> String {
        let address = try await browser.address().split(separator: "?").first ?? ""
        return address.split(separator: "/").last.map(String.init) ?? ""
    }

    // MARK: Ranked list and microscope

    /// Waits for the ranked list on its page, which comes by itself, and narrows it to Argentina.
    /// - Returns: the number of the first mark of Argentina.
    func bestOfArgentina(for mark: String, _ browser: Browser) async throws -> String {
        try await press("#marks a[href='/marks/\(mark)']", browser)
        try await browser.wait(for: "a[href='/marks/\(mark)/correlation']")
        try await press("a[href='/marks/\(mark)/correlation']", browser)
        let start = ContinuousClock.now
        try await browser.wait(for: ".ranked a[href^='/comparisons/\(mark)/AR-']", within: .seconds(400))
        print("ranked list with marks abroad \(ContinuousClock.now - start) after it was asked for")
        try await look("ranked", browser)
        let all = try await ranked(browser)
        // The pistol's four other firings: two of Foz do Iguaçu, one each of Puerto Iguazú and Ciudad del Este.
        let places = all.prefix(4).map { row in
            ["Foz do Iguaçu", "Puerto Iguazú", "Ciudad del Este"].first { row.text.contains($0) } ?? row.text
        }
        #expect(
            places.sorted() == ["Ciudad del Este", "Foz do Iguaçu", "Foz do Iguaçu", "Puerto Iguazú"], "\(places)")
        try await browser.find("#countries").type("AR")
        try await press(".filters .filters-actions button", browser)
        try await eventually("the list is narrowed") { try await browser.address().contains("countries=AR") }
        try await browser.wait(for: ".ranked-row")
        let mate = try #require(try await ranked(browser).first)
        #expect(mate.text.contains("Puerto Iguazú"), "\(mate.text)")
        return mate.number
    }

    private func ranked(_ browser: Browser) async throws -> [(number: String, text: String)] {
        // In one step: the page may put the list anew between finding and reading.
        let rows =
            try await browser.script(
                """
                return [...document.querySelectorAll('.ranked-row')].map((row) =>
                  [row.querySelector('.ranked-number').textContent.trim(), row.innerText]);
                """
            ).array ?? []
        return rows.map { ($0[0].text ?? "", $0[1].text ?? "") }
    }

    /// Lays one mark on the other under the microscope, and begins the examination of both exhibits.
    /// - Returns: the number of the examination.
    func align(_ mark: String, with mate: String, _ browser: Browser) async throws -> String {
        try await press(".ranked-actions a[href='/comparisons/\(mark)/\(mate)']", browser)
        try await browser.wait(for: "#microscope[data-whole][data-compared]", within: .seconds(120))
        let before = try await eventualValue("the agreement is told", within: .seconds(60)) {
            try await agreement(browser)
        }
        try await look("microscope-before", browser)
        if manner.isPhone {
            try await press("button[data-act=align]", browser)
        } else {
            try await browser.find("#stage").type("a")
        }
        try await eventually("the surfaces agree", within: .seconds(60)) {
            (try await agreement(browser) ?? -1) > before + 0.3
        }
        try await look("microscope", browser)
        try await press("form[action='/examinations'] button", browser)
        try await browser.wait(for: "form[action$=conclusions]")
        try await look("examination", browser)
        return try await number(browser)
    }

    /// The correlation of heights as both surfaces lie now, nil as long as the page has not told it.
    private func agreement(_ browser: Browser) async throws -> Double? {
        try await browser.find("#microscope").attribute("data-correlation").flatMap(Double.init)
    }
}
