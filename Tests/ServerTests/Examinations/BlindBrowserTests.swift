import Foundation
import Registry
import TestSupport
import Testing

@testable import Server

@Suite("Blind verification in a browser", .runningServer, .enabled(if: Browser.isInstalled), .serialized)
struct BlindBrowserTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    /// Signs a user in without a password.
    private func enter(_ browser: Browser, _ user: String, _ secret: String) async throws {
        _ = try await server.browser(user, secret)
        try await browser.open("http://127.0.0.1:\(server.port)/sign-in")
        _ = try await browser.script("document.cookie = 'cartouche=\(secret); path=/'")
    }

    private func open(_ path: String, _ browser: Browser) async throws -> String {
        try await browser.open("http://127.0.0.1:\(server.port)\(path)")
        return try await browser.find("main").text()
    }

    @Test("one examiner concludes; the other sees nothing of it until they have signed, then everything")
    func twoExaminers() async throws {
        let (number, one, other) = try await server.examination()
        try await server.prepare(one, tool: 7, firing: 1)
        try await server.prepare(other, tool: 7, firing: 2)
        let page = "/examinations/\(number)"
        try await Browser.run { first in
            try await enter(first, "examiner.br", "first-\(number)")
            _ = try await open(page, first)
            try await first.find("input[name=marks]").click()
            try await first.find("input[value=identification]").click()
            try await first.find("#reasons").type("Nine consecutive striae agree.")
            try await first.find("form[action$=conclusions] button").click()
            try await first.wait(for: ".notice--success")
            #expect(try await first.find("main").text().contains("Nine consecutive striae agree."))
            try await first.screenshot("examination-signed")

            try await Browser.run { second in
                try await enter(second, try await server.secondExaminer(), "second-\(number)")
                let list = try await open("/examinations?show=to-verify", second)
                #expect(list.contains(number))
                try await second.screenshot("examinations-to-verify")
                let blind = try await open(page, second)
                #expect(blind.contains("You verify blind."))
                #expect(!blind.contains("Nine consecutive striae"))
                #expect(!blind.contains("Lead"))
                try await second.screenshot("examination-blind")
                #expect(try await !open("/links", second).contains(number))
                _ = try await open(page, second)
                try await second.find("input[name=marks]").click()
                try await second.find("input[value=identification]").click()
                try await second.find("#reasons").type("Agreement throughout.")
                try await second.find("form[action$=conclusions] button").click()
                try await second.wait(for: ".notice--success")
                let after = try await second.find("main").text()
                #expect(after.contains("Nine consecutive striae agree."))
                #expect(after.contains("Hit"))
                try await second.find("form[action$=reports] button").click()
                try await second.wait(for: ".report")
                try await second.screenshot("report")
                try await second.becomePhone()
                _ = try await open(page, second)
                try await second.screenshot("examination-phone")
                let width = try await second.script("return document.documentElement.scrollWidth").integer ?? 0
                #expect(width <= 400)
                #expect(try await second.console().isEmpty)
            }
        }
    }
}
