import Foundation
import Testing

@testable import Server

@Suite("Pages")
struct PageRendererTests {
    let renderer: PageRenderer

    init() throws {
        renderer = try PageRenderer()
    }

    private func layout() -> Layout {
        Layout(
            csrf: "t0ken",
            user: SignedInUser(name: "r.benitez", bureau: "NCB Asunción", countryCode: "PY"),
            sections: SiteSection.allCases,
            current: .check,
            waiting: 3,
            waitingPath: "/worklist",
            path: "/records?text=<b>&after=2",
            isDemonstration: true,
            notice: PageMessage(kind: "success", text: "Saved <b>")
        )
    }

    private func everyPage() throws -> [(name: String, html: String)] {
        try renderer.catalogue.languages.flatMap { language in
            try SamplePages.all(language).map { page in
                (
                    "\(type(of: page).template).\(language.code)",
                    try renderer.render(page, layout: layout(), in: language)
                )
            }
        }
    }

    @Test("every template of a page has a sample")
    func everyTemplate() throws {
        let sampled = Set(SamplePages.all(renderer.catalogue.base).map { type(of: $0).template })
        let files = try ResourceFolder(PageRenderer.resources.appending(path: "Templates"))
            .files(withExtension: "mustache")
        let pages = files.filter { $0.text.hasPrefix("{{<layout}}") }.map(\.name)
        #expect(sampled == Set(pages))
    }

    @Test("pages obey the content security policy: nothing inline, nothing from elsewhere")
    func policy() throws {
        let forbidden = [" style=", "<style", "javascript:", " onclick", " onload", "http://", "https://", "//cdn"]
        for (name, html) in try everyPage() {
            for text in forbidden {
                #expect(!html.contains(text), "\(name) holds \(text)")
            }
            for script in html.split(separator: "<script").dropFirst() {
                #expect(script.hasPrefix(" type=\"module\" src=\"/static/scripts/"), "\(name)")
            }
        }
    }

    @Test("every form that changes something carries the token")
    func token() throws {
        for (name, html) in try everyPage() {
            for form in html.split(separator: "<form").dropFirst() where form.contains("method=\"post\"") {
                let body = form.prefix(upTo: form.firstRange(of: "</form>")?.lowerBound ?? form.endIndex)
                #expect(body.contains("<input type=\"hidden\" name=\"csrf\" value=\"t0ken\">"), "\(name)")
            }
        }
    }

    @Test("nothing is left of templates, tokens and gaps")
    func leftovers() throws {
        for (name, html) in try everyPage() {
            for text in ["[[", "]]", "{{", "}}", "Optional("] {
                #expect(!html.contains(text), "\(name) holds \(text)")
            }
        }
    }

    @Test("identifiers are unique, labels lead to fields, and each page has one first heading")
    func structure() throws {
        for (name, html) in try everyPage() {
            let identifiers = Self.values(of: " id", in: html)
            #expect(identifiers.count == Set(identifiers).count, "\(name): \(Self.repeated(identifiers))")
            for target in Self.values(of: " for", in: html) {
                #expect(identifiers.contains(target), "\(name): label for \(target)")
            }
            for target in Self.values(of: " aria-labelledby", in: html) + Self.values(of: " aria-describedby", in: html)
            {
                #expect(identifiers.contains(target), "\(name): \(target)")
            }
            #expect(html.components(separatedBy: "<h1").count == 2, "\(name)")
            for tag in ["section", "div", "form", "details", "table", "ul", "ol", "dl", "a", "span", "p", "fieldset"] {
                let opened = html.matches(of: /<([a-z0-9]+)[\s>]/).filter { $0.1 == tag }.count
                #expect(opened == html.components(separatedBy: "</\(tag)>").count - 1, "\(name): <\(tag)>")
            }
        }
    }

    @Test("styles, scripts and images that pages ask for exist")
    func assets() throws {
        for (name, html) in try everyPage() {
            for address in Self.values(of: "src", in: html) + Self.values(of: "href", in: html)
            where address.hasPrefix("/static/") {
                let parts = address.split(whereSeparator: { "/?#".contains($0) }).map(String.init)
                let file = PageRenderer.resources.appending(path: parts[1].capitalized).appending(path: parts[2])
                #expect(FileManager.default.fileExists(atPath: file.path), "\(name): \(address)")
                #expect(address.contains("?v=\(renderer.assetVersion)"), "\(name): \(address)")
            }
        }
    }

    @Test("what visitors wrote is shown, not run")
    func hostile() throws {
        let attack = "\"'><script>alert(1)</script>{{layout.csrf}}[[error.home]]"
        var page = CheckPage(query: TextField(value: attack, error: attack), isExpanded: true)
        page.make.value = attack
        page.errors = [FieldError(field: attack, text: attack)]
        page.recent = [
            .init(path: "/checks/1", query: attack, outcome: attack, outcomeCode: "found", time: TimeStamp(attack))
        ]
        let html = try renderer.render(page, layout: layout(), in: renderer.catalogue.base)
        #expect(!html.contains("<script>alert"))
        #expect(html.contains("{{layout.csrf}}[[error.home]]"))
        #expect(!html.contains("\"'>"))
    }

    @Test("a reader who is not signed in sees no navigation and no live news")
    func signedOut() throws {
        let html = try renderer.render(SignInPage(), layout: Layout(csrf: "x"), in: renderer.catalogue.base)
        #expect(!html.contains("events.js"))
        #expect(!html.contains("/sign-out"))
        #expect(!html.contains("href=\"/journal\""))
    }

    @Test("the bell opens what waits; whom nothing can wait for has none, and hears the news all the same")
    func bell() throws {
        var layout = layout()
        layout.waitingPath = "/links"
        let language = renderer.catalogue.base
        let rung = try renderer.render(CheckPage(), layout: layout, in: language)
        #expect(rung.contains("id=\"bell\" href=\"/links\""))
        #expect(rung.contains("<span class=\"bell-count\" aria-hidden=\"true\">3</span>"))
        layout.waitingPath = nil
        let silent = try renderer.render(CheckPage(), layout: layout, in: language)
        #expect(!silent.contains("id=\"bell\""))
        #expect(silent.contains("events.js"))
    }

    @Test("Arabic is laid out from the right with no code of its own")
    func rightToLeft() throws {
        let folder = try TemporaryFolder()
        let copy = folder.url.appending(path: "Resources")
        try FileManager.default.copyItem(at: PageRenderer.resources.resolvingSymlinksInPath(), to: copy)
        try folder.write(
            "Resources/Strings/ar.json",
            #"{"language.name": "العربية", "language.direction": "rtl", "check.title": "فحص سلاح"}"#
        )
        let renderer = try PageRenderer(resources: copy)
        let arabic = try #require(renderer.catalogue.language("ar"))
        let html = try renderer.render(CheckPage(), layout: layout(), in: arabic)
        #expect(html.contains("<html lang=\"ar\" dir=\"rtl\">"))
        #expect(html.contains("<h1>فحص سلاح</h1>"))
        #expect(html.contains("value=\"ar\""))
    }

    @Test("a language without a catalogue is refused")
    func unknownLanguage() {
        let language = Language(code: "tlh", entries: [:])
        #expect(throws: PagesError.self) { try renderer.render(SignInPage(), layout: layout(), in: language) }
    }

    private static func values(of attribute: String, in html: String) -> [String] {
        html.components(separatedBy: "\(attribute)=\"").dropFirst().map { String($0.prefix(while: { $0 != "\"" })) }
    }

    private static func repeated(_ names: [String]) -> [String] {
        Dictionary(grouping: names, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
    }
}
