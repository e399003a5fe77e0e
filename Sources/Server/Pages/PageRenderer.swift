import Foundation
import Mustache

/// What a page shows: plain values that a template of the page's own name lays out.
protocol Page: Sendable {
    /// The file in `Templates`, without its extension.
    static var template: String { get }
}

/// Turns page values into HTML, in any language of the catalogue. Everything is read and compiled once, at the start.
struct PageRenderer: Sendable {
    /// The languages and their texts.
    let catalogue: Catalogue
    /// A short fingerprint of styles and scripts, put into their addresses so that browsers may keep them for ever.
    let assetVersion: String
    private let libraries: [String: MustacheLibrary]

    /// Where the resources of this module are.
    static var resources: URL {
        Bundle.module.bundleURL.appending(path: "Resources")
    }

    /// Reads catalogues and templates and compiles every template for every language.
    /// - Parameter resources: the folder that holds `Strings`, `Templates`, `Styles` and `Scripts`.
    /// - Throws: ``PagesError`` for the first text or template that cannot be used.
    init(resources: URL = PageRenderer.resources) throws(PagesError) {
        catalogue = try Catalogue(folder: resources.appending(path: "Strings"))
        let templates = try ResourceFolder(resources.appending(path: "Templates")).files(withExtension: "mustache")
            .map { TemplateText(name: $0.name, text: $0.text) }
        var libraries: [String: MustacheLibrary] = [:]
        for language in catalogue.languages {
            libraries[language.code] = try Self.library(of: templates, in: language)
        }
        self.libraries = libraries
        assetVersion = try Self.fingerprint(of: resources)
    }

    /// A whole HTML document.
    /// - Parameters:
    ///   - page: what to show.
    ///   - layout: what surrounds it: who is signed in, which sections there are, the token for forms.
    ///   - language: one of ``catalogue``.
    /// - Throws: ``PagesError`` if the page's template or the language does not exist.
    func render(_ page: some Page, layout: Layout, in language: Language) throws(PagesError) -> String {
        guard let library = libraries[language.code] else {
            throw PagesError(.unknownLanguage, "no catalogue serves the language \(language.code)")
        }
        let template = type(of: page).template
        let frame = Frame(layout, language: language, languages: catalogue.languages, assetVersion: assetVersion)
        guard let html = library.render(RenderContext(page: page, layout: frame), withTemplate: template) else {
            throw PagesError(.unknownPage, "there is no template \(template).mustache")
        }
        return html
    }

    private static func library(
        of templates: [TemplateText],
        in language: Language
    ) throws(PagesError) -> MustacheLibrary {
        var library = MustacheLibrary()
        for template in templates {
            let text = try template.translated(into: language)
            do {
                try library.register(text, named: template.name)
            } catch {
                throw PagesError(.malformedTemplate, "template \(template.name), language \(language.code): \(error)")
            }
        }
        return library
    }

    /// FNV-1a over styles and scripts; guards caches, not secrets.
    private static func fingerprint(of resources: URL) throws(PagesError) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for (folder, suffix) in [("Styles", "css"), ("Scripts", "js"), ("Images", "svg")] {
            for file in try ResourceFolder(resources.appending(path: folder)).files(withExtension: suffix) {
                for byte in file.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            }
        }
        return String(hash, radix: 36)
    }
}

/// The root that templates see: `page` and `layout`, and nothing else.
private struct RenderContext: MustacheParent {
    let page: any Page
    let layout: Frame

    func child(named name: String) -> Any? {
        switch name {
        case "page": page
        case "layout": layout
        default: nil
        }
    }
}
