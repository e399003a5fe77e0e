import Foundation
import Testing

@testable import Server

@Suite("Catalogues")
struct CatalogueTests {
    let catalogue: Catalogue

    init() throws {
        catalogue = try Catalogue(folder: PageRenderer.resources.appending(path: "Strings"))
    }

    @Test("English and Spanish have the same texts with the same gaps")
    func complete() throws {
        let english = try #require(catalogue.language("en")).entries
        let spanish = try #require(catalogue.language("es")).entries
        #expect(Set(english.keys).symmetricDifference(spanish.keys).sorted() == [])
        for (key, entry) in english {
            #expect(entry.argumentNames == spanish[key]?.argumentNames, "gaps of \(key)")
        }
    }

    @Test("no text is empty or has white space at its ends")
    func tidy() {
        for language in catalogue.languages {
            for (key, entry) in language.entries {
                for wording in entry.wordings.map(\.text) {
                    #expect(!wording.isEmpty && wording == wording.trimmingCharacters(in: .whitespaces), "\(key)")
                }
            }
        }
    }

    @Test("countries are named in the reader's language")
    func countries() throws {
        let spanish = try #require(catalogue.language("es"))
        #expect(spanish.country("BR") == "Brasil")
        #expect(catalogue.base.country("BR") == "Brazil")
        for code in ["AR", "BO", "BR", "CL", "CO", "CR", "EC", "SV", "GT", "HN", "MX", "PA", "PY", "PE", "UY"] {
            #expect(catalogue.base.country(code) != code)
            #expect(spanish.country(code) != code)
        }
        #expect(catalogue.base.country("??") == "??")
    }

    @Test("a text that a language lacks is taken from English, in English counting")
    func fallback() throws {
        let french = Language(
            code: "fr",
            entries: [:],
            base: ["hits": .plural([.one: "{count} hit", .other: "{count} hits"]), "plain": .plain("Open")]
        )
        #expect(french.text("hits", count: 0) == "0 hits")
        #expect(french.text("plain") == "Open")
        #expect(french.text("nowhere") == "nowhere")
    }

    @Test(
        "the browser's wishes choose the language",
        arguments: [
            ("es-PY,es;q=0.9,en;q=0.8", "es"), ("fr, en;q=0.5", "en"), ("EN-us", "en"), ("en;q=0.1, es;q=0.7", "es"),
            ("es;q=0", "en"), ("", "en"), (";;q=,,*;q=x", "en"),
        ])
    func negotiation(header: String, code: String) {
        #expect(catalogue.language(accepting: header).code == code)
    }

    @Test("a new language is served from its file alone, right to left if it says so")
    func newLanguage() throws {
        let folder = try TemporaryFolder()
        try folder.write("en.json", #"{"language.name": "English", "greeting": "Hello"}"#)
        try folder.write(
            "ar.json",
            #"{"language.name": "العربية", "language.direction": "rtl", "n": {"few": "{count} few", "other": "x"}}"#
        )
        let arabic = try #require(try Catalogue(folder: folder.url).language("ar"))
        #expect(arabic.direction == .rightToLeft)
        #expect(arabic.name == "العربية")
        #expect(arabic.text("n", count: 5) == "5 few")
        #expect(arabic.text("greeting") == "Hello")
    }

    @Test(
        "a catalogue that cannot be used is refused with the name of its file",
        arguments: [
            "[]", "{", #"{"a": 1}"#, #"{"a": {"several": "x", "other": "y"}}"#, #"{"a": {"one": "x"}}"#,
            #"{"a": "{{page}}"}"#, #"{"a": "[[b]]"}"#,
        ])
    func malformed(json: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("en.json", json)
        let error = #expect(throws: PagesError.self) { try Catalogue(folder: folder.url) }
        #expect(error?.code == .malformedCatalogue)
        #expect(error?.description.contains("en.json") == true)
    }

    @Test("a folder without English is refused")
    func noBase() throws {
        let folder = try TemporaryFolder()
        #expect(throws: PagesError.self) { try Catalogue(folder: folder.url) }
    }
}
