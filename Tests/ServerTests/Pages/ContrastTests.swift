import Foundation
import Testing

@testable import Server

@Suite("Contrast")
struct ContrastTests {
    @Test(
        "text reaches 4.5 to 1 on its ground in both schemes (WCAG 2.2, 1.4.3)",
        arguments: [
            ("ink", "ground"), ("ink", "surface"), ("ink", "sunken"), ("ink-soft", "ground"), ("ink-soft", "surface"),
            ("ink-soft", "sunken"), ("link", "ground"), ("link", "surface"), ("main-ink", "main"),
            ("accent", "accent-ground"),
            ("good", "good-ground"), ("grave", "grave-ground"), ("calm", "calm-ground"), ("bar-ink", "bar"),
            ("bar-accent", "bar"), ("grave", "surface"), ("surface", "ink"), ("ink", "accent-ground"),
            ("ink", "grave-ground"),
        ])
    func text(foreground: String, background: String) throws {
        for (name, colours) in try schemes() {
            let ratio = try contrast(#require(colours[foreground]), #require(colours[background]))
            #expect(ratio >= 4.5, "\(name): \(foreground) on \(background) is \(ratio)")
        }
    }

    @Test(
        "borders of fields and the focus ring reach 3 to 1 (WCAG 2.2, 1.4.11)",
        arguments: [
            ("line-strong", "surface"), ("focus", "surface"), ("focus", "ground"),
        ])
    func borders(foreground: String, background: String) throws {
        for (name, colours) in try schemes() {
            let ratio = try contrast(#require(colours[foreground]), #require(colours[background]))
            #expect(ratio >= 3, "\(name): \(foreground) on \(background) is \(ratio)")
        }
    }

    private func schemes() throws -> [(String, [String: [Double]])] {
        let file = PageRenderer.resources.appending(path: "Styles/base.css")
        let parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "prefers-color-scheme: dark")
        try #require(parts.count == 2)
        let light = colours(in: parts[0])
        return [("light", light), ("dark", light.merging(colours(in: parts[1])) { _, dark in dark })]
    }

    private func colours(in css: String) -> [String: [Double]] {
        var result: [String: [Double]] = [:]
        for match in css.matches(of: /--([a-z-]+): #([0-9a-f]{6});/) {
            let value = Int(match.2, radix: 16) ?? 0
            result[String(match.1)] = [16, 8, 0].map { Double(value >> $0 & 255) / 255 }
        }
        return result
    }

    private func contrast(_ first: [Double], _ second: [Double]) -> Double {
        let levels = [first, second].map { colour in
            let linear = colour.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
            return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        }
        return ((levels.max() ?? 0) + 0.05) / ((levels.min() ?? 0) + 0.05)
    }
}
