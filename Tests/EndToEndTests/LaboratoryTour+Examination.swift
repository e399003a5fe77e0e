import Foundation
import TestSupport
import Testing

/// From the first conclusion to the report.
extension LaboratoryTour {
    /// Signs an identification on the examination's page.
    func conclude(_ examination: String, because reasons: String, _ browser: Browser) async throws {
        try await browser.open(demo.address("/examinations/\(examination)"))
        if try await browser.findAll("input[name=marks]:checked").isEmpty {
            try await press("input[name=marks]", browser)
        }
        try await press("input[name=conclusion][value=identification]", browser)
        try await browser.find("#reasons").type(reasons)
        try await press("form[action$=conclusions] button", browser)
        try await browser.wait(for: ".notice--success")
    }

    /// Whoever verifies sees neither the first conclusion nor anything that follows from it.
    func expectBlind(
        to secrets: [String], in examination: String, of mark: String, mate: String, _ browser: Browser
    ) async throws {
        let silent = try await bell(browser)
        try await browser.open(demo.address("/examinations?show=to-verify"))
        try await browser.wait(for: "a[href='/examinations/\(examination)']")
        try await press("a[href='/examinations/\(examination)']", browser)
        try await browser.wait(for: "#blind")
        try await look("blind", browser)
        let page = try await browser.find("main").text()
        for secret in secrets { #expect(!page.contains(secret)) }
        #expect(try await browser.findAll("main .badge--lead, main .badge--hit").isEmpty)
        #expect(try await bell(browser) == silent)
        try await browser.open(demo.address("/links"))
        #expect(try await browser.findAll("a[href='/links/\(examination)']").isEmpty, "nor do the links tell")
        try await browser.open(demo.address("/marks/\(mark)/correlation?countries=AR"))
        #expect(try await browser.find(".ranked-row").text().contains(mate))
        #expect(try await browser.findAll(".badge--link-lead, .badge--link-hit").isEmpty, "nor does the ranked list")
    }

    /// A party that has the list of links open is told by itself: at the bell, by a word, and in the list.
    func expectNews(of number: String, standing: String, bell expected: Int, _ browser: Browser) async throws {
        try await browser.wait(
            for: "#links tr:has(a[href='/links/\(number)']) .badge--\(standing)", within: .seconds(10))
        let toast = try await browser.wait(for: ".toast:has(a[href='/links/\(number)'])", within: .seconds(10))
        #expect(try await toast.text().contains(manner.news(standing)))
        try await eventually("the bell of the other country rings", within: .seconds(10)) {
            try await bell(browser) == expected
        }
        try await look("links-\(standing)", browser)
    }

    /// A party's step on the page of the link.
    func step(_ action: String, on link: String, _ browser: Browser) async throws {
        try await browser.open(demo.address("/links/\(link)"))
        try await confirm("form[action='/links/\(link)/\(action)']", browser)
    }

    /// Begins the round on the exhibits themselves.
    func examineExhibits(_ examination: String, _ browser: Browser) async throws {
        try await browser.open(demo.address("/examinations/\(examination)"))
        try await look("lead", browser)
        try await confirm("input[name=basis][value=exhibits]", browser)
    }

    /// The number of the hit between both cases, as a party reads it.
    func hit(_ link: String, _ browser: Browser) async throws -> String {
        try await browser.open(demo.address("/links/\(link)"))
        try await look("hit", browser)
        return try await browser.find("main .badge--verified").text()
    }

    /// How many hits all laboratories together are counted for.
    func countedHits(_ browser: Browser) async throws -> Int {
        try await browser.open(demo.address("/laboratory-statistics"))
        try await look("statistics", browser)
        let hits = try await browser.script(
            """
            return [...document.querySelectorAll('main tbody tr')]
              .reduce((sum, row) => sum + Number(row.children[3].textContent), 0);
            """)
        return try #require(hits.integer)
    }

    /// Issues the report, and holds its files against the reports that were issued.
    func report(_ examination: String, in folder: TemporaryFolder, _ browser: Browser) async throws {
        try await browser.open(demo.address("/examinations/\(examination)"))
        try await press("form[action$=reports] button", browser)
        try await browser.wait(for: ".report")
        try await look("report", browser)
        let report = try #require(
            try await browser.find(".report .head-number").text().split(separator: " ").last.map(String.init))
        for (link, beginning) in [("pages.pdf", "%PDF-"), ("statement.json", "{")] {
            try await browser.wait(for: "a[href='/reports/\(report)/\(link)']")
            var bytes = try await download("/reports/\(report)/\(link)", browser)
            #expect(bytes.starts(with: Data(beginning.utf8)), "\(link)")
            let file = folder.path(of: "\(manner.name)-\(link)")
            try bytes.write(to: URL(filePath: file))
            let kept = try await demo.run("report", "verify", file)
            #expect(kept.status == 0 && kept.output.contains(report), "\(kept.output) \(kept.errors)")
            bytes[bytes.count / 2] ^= 1
            try bytes.write(to: URL(filePath: file))
            let altered = try await demo.run("report", "verify", file)
            #expect(altered.status == 1 && !altered.output.contains(report), "\(altered.output) \(altered.errors)")
        }
    }

    /// The bytes of a file that a page links to, with the reader's own session.
    private func download(_ path: String, _ browser: Browser) async throws -> Data {
        let address = try await browser.script(
            """
            return fetch(arguments[0]).then((answer) => answer.blob()).then((file) => new Promise((done) => {
              const reader = new FileReader();
              reader.onload = () => done(reader.result);
              reader.readAsDataURL(file);
            }));
            """, [.text(path)])
        let text = address.text?.split(separator: ",").last.map(String.init)
        return try #require(text.flatMap { Data(base64Encoded: $0) })
    }
}
