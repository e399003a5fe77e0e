import Testing

@testable import Server

@Suite("Template texts")
struct TemplateTextTests {
    let language = Language(
        code: "en",
        entries: [
            "plain": .plain("Mind the <gap> & \"quotes\""), "named": .plain("Record {number}"),
            "counted": .plural([.other: "{count} records"]),
        ])

    @Test("a token is replaced by the escaped text")
    func escaped() throws {
        let text = try TemplateText(name: "t", text: "<p title=\"[[plain]]\">").translated(into: language)
        #expect(text == "<p title=\"Mind the &lt;gap&gt; &amp; &quot;quotes&quot;\">\n")
    }

    @Test("a gap is filled with a tag, or kept for a script")
    func gaps() throws {
        let filled = try TemplateText(name: "t", text: "[[named number={{page.number}}]]").translated(into: language)
        #expect(filled == "Record {{page.number}}\n")
        let kept = try TemplateText(name: "t", text: "[[named number=raw]]").translated(into: language)
        #expect(kept == "Record {number}\n")
    }

    @Test("indentation is left out, so that partials do not repeat it")
    func indentation() {
        #expect(TemplateText(name: "t", text: "<ul>\n    <li>\n\n\t</li>\n</ul>").text == "<ul>\n<li>\n</li>\n</ul>\n")
    }

    @Test(
        "what is missing is named with its template, key and language",
        arguments: [
            "[[nowhere]]", "[[named]]", "[[counted]]", "[[]]", "[[plain",
        ])
    func missing(text: String) {
        let error = #expect(throws: PagesError.self) {
            try TemplateText(name: "hit", text: text).translated(into: language)
        }
        #expect(error?.description.contains("hit") == true)
        if text == "[[nowhere]]" {
            #expect(error?.description.contains("nowhere") == true)
            #expect(error?.description.contains("en.json") == true)
        }
    }
}
