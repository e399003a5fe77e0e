import Foundation
import Surfaces
import TestSupport
import Testing
import Toolmarks

/// The laboratory's tour of the readme: from a new scan to a hit that links two cases in two countries, by two examiners
/// in a browser, the second of them blind.
@Suite("The laboratory's tour in a browser", .enabled(if: Browser.isInstalled), .serialized)
struct LaboratoryTourTests {
    @Test("a scan from Brazil finds a pistol fired in another country, and two examiners make a hit of it")
    func fromScanToHit() async throws {
        let demo = try await DemoServer.start()
        let folder = try TemporaryFolder()
        let scan = folder.path(of: "EC-4.x3p")
        try Data(try await Self.scan()).write(to: URL(filePath: scan))
        try await Browser.run { first in
            try await demo.signIn("examiner.br", first)
            let exhibit = try await enter(scan, demo, first)
            let mark = exhibit + ".1"
            let other = try await firstAbroad(of: mark, demo, first)

            // Under the microscope, where the engine lays one mark on the other.
            try await first.find(".ranked a.ranked-number[href*='\(other)']").click()
            try await first.wait(for: "#microscope:not([hidden])")
            try await first.wait(for: "button[data-act=align]:not([disabled])", within: .seconds(60))
            try await first.find("button[data-act=align]").click()
            try await first.screenshot("laboratory-microscope")
            try await first.find("form[action='/examinations'] button").click()
            try await first.wait(for: "form[action$=conclusions]")
            let examination = try await first.address().split(separator: "/").last.map(String.init) ?? ""

            try await Browser.run { second in
                try await demo.signIn("examiner2.br", second)
                // On the screen first: a lead. Then on the exhibits themselves: a hit.
                for isOnExhibits in [false, true] {
                    try await conclude(examination, reason: "Striae agree across the face.", demo, first)
                    try await second.open(demo.address("/examinations/\(examination)"))
                    let blind = try await second.find("main").text()
                    #expect(!blind.contains("Striae agree across the face."), "the second examiner is blind")
                    try await second.wait(for: "#blind")
                    try await second.open(demo.address("/links"))
                    #expect(try await !second.find("main").text().contains(other), "nor do the links tell")
                    try await conclude(examination, reason: "Agreement throughout.", demo, second)
                    let text = try await second.find("main").text()
                    #expect(text.contains("Striae agree across the face."), "once signed, both are seen")
                    #expect(text.contains(isOnExhibits ? "Hit" : "Lead"))
                    if isOnExhibits { break }
                    try await second.find("details.confirm:has(input[name=basis]) > summary").click()
                    try await second.find("form[action$=rounds] button").click()
                    try await second.wait(for: "form[action$=conclusions]")
                }
                try await second.screenshot("laboratory-hit")
                try await second.find("form[action$=reports] button").click()
                try await second.wait(for: ".report")
                try await second.screenshot("laboratory-report")
            }

            // The other country's laboratory is told.
            try await Browser.run { party in
                let bureau = other.prefix(2).lowercased()
                try await demo.signIn("examiner.\(bureau)", party)
                try await party.open(demo.address("/links"))
                #expect(try await party.find("main").text().contains(exhibit))
                try await party.screenshot("laboratory-party")
            }
        }
        try await demo.stop()
    }

    /// A further firing of the pistol of the demo world that was fired in three countries.
    @concurrent
    private static func scan() async throws -> [UInt8] {
        let map = GeneratedTool(.parallel, seed: 11).firing(7).raw(pitch: 7.5)
        return try X3PDocument(map, metadata: SurfaceMetadata()).encoded(level: 1)
    }

    /// Enters a case with an exhibit, uploads its scan, waits for the preparation and submits it abroad.
    /// - Returns: the number of the exhibit.
    private func enter(_ scan: String, _ demo: DemoServer, _ browser: Browser) async throws -> String {
        try await browser.open(demo.address("/cases"))
        let path = try await browser.find("main a[href^='/cases/BR']").attribute("href") ?? ""
        let number = path.split(separator: "/").last.map(String.init) ?? ""
        try await browser.open(demo.address("/exhibits/new?case=\(number)"))
        try await browser.find("#label").type("EC-4")
        try await browser.find("#calibre").type("9 mm Luger")
        try await browser.find("main form .button--main").click()
        try await browser.wait(for: "#upload-details")
        let exhibit = try await browser.address().split(separator: "/").last.map(String.init) ?? ""
        let isOpen = try await browser.find("#upload-details").property("open").boolean ?? false
        if !isOpen { try await browser.find("#upload-details > summary").click() }
        try await browser.find("#file").type(scan)
        // With the script a file is sent as soon as it is chosen.
        try await eventually("the scan is prepared", within: .seconds(200)) {
            try await browser.open(demo.address("/exhibits/\(exhibit)"))
            return try await !browser.findAll("img.mark-thumb").isEmpty
        }
        try await browser.screenshot("laboratory-exhibit")
        try await browser.find("details.confirm:has(input[name=submission]) > summary").click()
        try await browser.find("input[name=submission][value=submitted]").click()
        try await browser.find("#submission-reason").type("Near the border.")
        try await browser.find("form[action$=submission] button").click()
        try await browser.wait(for: ".notice--success")
        return exhibit
    }

    /// The number of the best candidate of another bureau, once the list is there.
    private func firstAbroad(of mark: String, _ demo: DemoServer, _ browser: Browser) async throws -> String {
        var numbers: [String] = []
        try await eventually("the ranked list names a mark of another bureau", within: .seconds(400)) {
            try await browser.open(demo.address("/marks/\(mark)/correlation"))
            numbers = []
            for row in try await browser.findAll(".ranked-number") { numbers.append(try await row.text()) }
            return numbers.contains { !$0.hasPrefix("BR") }
        }
        try await browser.screenshot("laboratory-ranked")
        #expect(numbers.prefix(4).contains { $0.hasPrefix("AR") || $0.hasPrefix("PY") }, "\(numbers.prefix(6))")
        return try #require(numbers.first { !$0.hasPrefix("BR") })
    }

    /// Signs an identification on the examination's page.
    private func conclude(
        _ examination: String, reason: String, _ demo: DemoServer, _ browser: Browser
    ) async throws {
        try await browser.open(demo.address("/examinations/\(examination)"))
        if let marks = try await browser.findAll("input[name=marks]").first { try await marks.click() }
        try await browser.find("input[name=conclusion][value=identification]").click()
        try await browser.find("#reasons").type(reason)
        try await browser.find("form[action$=conclusions] button").click()
        try await browser.wait(for: ".notice--success")
    }
}
