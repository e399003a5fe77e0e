import Foundation
import Registry
import Surfaces
import TestSupport
import Testing

@testable import Server

/// Uploading scans and drawing a region in a browser.
@Suite("Exhibits: in a browser", .runningServer)
struct ExhibitBrowserTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    /// What the browser complains of.
    private func complaints(_ browser: Browser) async throws -> [String] {
        try await browser.console().filter { $0.hasPrefix("SEVERE") }
    }

    private func number(_ browser: Browser, _ id: String) async throws -> Double {
        try await browser.find("#\(id)").property("value").text.flatMap { Double($0) } ?? .nan
    }

    /// Drags on the canvas between two places, in parts of its sides.
    private func drag(
        _ browser: Browser, from start: (Double, Double), to end: (Double, Double)
    ) async throws {
        _ = try await browser.script(
            """
            const canvas = document.getElementById('region-canvas');
            canvas.setPointerCapture = () => {};
            const box = canvas.getBoundingClientRect();
            const send = (kind, x, y) => canvas.dispatchEvent(new PointerEvent(kind, {
              clientX: box.left + x * box.width, clientY: box.top + y * box.height, pointerId: 1, bubbles: true }));
            const [x, y, toX, toY] = arguments;
            send('pointerdown', x, y);
            send('pointermove', toX, toY);
            send('pointerup', toX, toY);
            return 1;
            """,
            [.number(start.0), .number(start.1), .number(end.0), .number(end.1)]
        )
    }

    @Test("several files become marks that appear by themselves, and a file that is none says so")
    func upload() async throws {
        let exhibit = try await server.enterExhibit("BR")
        let folder = try TestSupport.TemporaryFolder()
        let files = [
            try folder.write(try scan(tool: 31), to: "one.x3p"), try folder.write(try scan(tool: 32), to: "two.x3p"),
            try folder.write("no scan at all", to: "three.x3p"),
        ]
        try await Browser.run { browser in
            try await server.open("/exhibits/\(exhibit)", as: "examiner.br", "upload-in-browser", browser)
            try await browser.find("#upload-details summary").click()
            try await browser.find("#file").type(files.joined(separator: "\n"))
            try await eventually("three files have arrived", within: .seconds(240)) {
                try await browser.findAll(".upload-done").count == 3
            }
            try await eventually("two marks have pictures and one was refused", within: .seconds(240)) {
                let ready = try await browser.findAll("#marks .badge--ready").count
                return try await browser.findAll("#marks .badge--refused").count == 1 && ready == 2
            }
            // In one step: the page may put its marks anew between finding them and reading them.
            let marks = try await browser.script("return document.querySelector('#marks').innerText").text
            #expect(marks?.contains("two") == true)
            #expect(try await complaints(browser) == [])
        }
    }

    @Test("a region is drawn by hand and by keyboard, and the mark prepared with it")
    func region() async throws {
        let exhibit = try await server.enterExhibit("BR")
        let examiner = try await server.client("examiner.br")
        let mark = try await examiner.post(
            "/api/v1/exhibits/\(exhibit)/marks", json: ["kind": "breech-face", "label": "Primer"]
        )
        let number = try #require(try mark.json()["number"].text)
        _ = try await examiner.send(
            ClientRequest(
                "POST", "/api/v1/marks/\(number)/scans?name=a.x3p",
                headers: ["Content-Type": "application/octet-stream"], body: try scan(tool: 33)
            ))
        let detail = try await server.prepared(number, examiner)
        let id = try #require(detail["scans"][0]["id"].text)
        try await Browser.run { browser in
            let path = "/marks/\(number)/scans/\(id)/region"
            try await server.open(path, as: "examiner.br", "region-in-browser", browser)
            _ = try await browser.wait(for: "#region-canvas:not([hidden])")
            // The search's own ring is what one begins with.
            #expect(try await browser.find("#shape").property("value").text == "ring")
            let (x, radius) = (try await self.number(browser, "x"), try await self.number(browser, "radius"))
            #expect(radius > 1_000)
            let canvas = try await browser.find("#region-canvas")
            try await canvas.type("+")
            #expect(try await self.number(browser, "radius") > radius)
            try await canvas.type("\u{E014}")
            #expect(try await self.number(browser, "x") > x)
            _ = try await browser.script(
                "const shape = document.getElementById('shape'); shape.value = 'circle'; "
                    + "shape.dispatchEvent(new Event('change')); document.getElementById('region-clear').click(); return 1"
            )
            try await drag(browser, from: (0.5, 0.5), to: (0.9, 0.5))
            let (width, drawn) = (
                try #require(Double(try await browser.find("#region").attribute("data-width") ?? "")),
                try await self.number(browser, "radius")
            )
            #expect(abs(drawn - 0.4 * width) < 0.02 * width)
            try await browser.find("#region .button--main").click()
            _ = try await browser.wait(for: "#mark[data-waiting], .preparations")
            let redone = try await server.prepared(number, examiner)
            #expect(redone["preparations"].array?.count == 2)
            #expect(redone["preparations"][0]["region"] == "drawn")
            // A mask by brush, which numbers cannot say.
            try await browser.open("http://127.0.0.1:\(server.port)\(path)")
            _ = try await browser.wait(for: "#region-canvas:not([hidden])")
            _ = try await browser.script(
                "const shape = document.getElementById('shape'); shape.value = 'bitmap'; "
                    + "shape.dispatchEvent(new Event('change')); document.getElementById('brush-size').value = 80; return 1"
            )
            for row in stride(from: 0.2, through: 0.8, by: 0.1) {
                try await drag(browser, from: (0.2, row), to: (0.8, row))
            }
            try await browser.find("#region .button--main").click()
            _ = try await browser.wait(for: "#mark")
            let masked = try await server.prepared(number, examiner)
            #expect(masked["preparations"].array?.count == 3, "\(masked)")
            #expect(try await complaints(browser) == [])
        }
    }
}
