import Foundation
import TestSupport
import Testing

@Suite struct BrowserTests {
    static let page = """
        data:text/html,<!doctype html><html lang=en><title>Trial</title><h1>Serial</h1>\
        <label for=s>Number</label><input id=s name=s><button onclick=\
        "setTimeout(()=>{let p=document.createElement('p');p.id='answer';p.dataset.kind='echo';\
        p.textContent='read '+s.value;document.body.append(p);console.error('written')},100)">Check</button>
        """

    @Test(
        "the browser opens a page, types, clicks, waits, looks and takes a picture",
        .enabled(if: Browser.isInstalled)
    )
    func walk() async throws {
        try await Browser.run(width: 400, height: 300) { browser in
            try await browser.open(Self.page)
            #expect(try await browser.title() == "Trial")
            let field = try await browser.find("input[name=s]")
            #expect(try await field.accessibleName() == "Number")
            try await field.type("AB" + Key.tab)
            #expect(try await browser.focused().accessibleRole() == "button")
            try await field.clear()
            try await field.type("1234")
            #expect(try await field.property("value") == "1234")
            try await browser.find("button").click()
            let answer = try await browser.wait(for: "#answer")
            #expect(try await answer.text() == "read 1234")
            #expect(try await answer.attribute("data-kind") == "echo")
            #expect(try await answer.attribute("data-other") == nil)
            try await browser.wait(forText: "read 1234")
            #expect(try await browser.script("return arguments[0] + 1", [41]).integer == 42)
            #expect(try await browser.console().contains { $0.hasPrefix("SEVERE") && $0.contains("written") })
            #expect(try await browser.findAll("h1, h2").count == 1)
            let refusal = await #expect(throws: BrowserFailure.self) { try await browser.find("#missing") }
            #expect(refusal?.code == "no such element")
            try await browser.resize(width: 360, height: 640)
            let picture = try await browser.screenshot("browser-trial")
            let bytes = try Data(contentsOf: URL(fileURLWithPath: picture))
            #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        }
    }
}
