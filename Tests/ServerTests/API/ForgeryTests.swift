import Storage
import TestSupport
import Testing

@testable import Registry
@testable import Server

@Suite("Pages: forged requests", .runningServer)
struct ForgeryTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    @Test("a form without the session's secret changes nothing")
    func secret() async throws {
        let browser = try await server.browser("officer.br", "first")
        _ = try await server.browser("officer.br", "second")
        for form in [[:], ["csrf": ""], ["csrf": "of-second"], ["csrf": "of-firs"]] as [KeyValuePairs<String, String>] {
            let answer = try await browser.post("/sign-out", form: form)
            #expect(answer.status == 403)
        }
        #expect(try await browser.get("/sign-in").status == 303)
        let own = try await browser.post("/sign-out", form: ["csrf": "of-first"])
        #expect(own.status == 303)
        #expect(try await browser.get("/sign-in").status == 200)
    }

    @Test("a form of another site is refused even with the secret", arguments: ["cross-site", "same-site"])
    func foreign(site: String) async throws {
        let browser = try await server.browser("officer.br", "third-\(site)")
        let form: KeyValuePairs = ["csrf": "of-third-\(site)"]
        #expect(try await browser.post("/sign-out", form: form, headers: ["Sec-Fetch-Site": site]).status == 403)
        #expect(try await browser.post("/sign-in", form: form, headers: ["Sec-Fetch-Site": site]).status == 403)
        #expect(
            try await browser.post("/sign-out", form: form, headers: ["Sec-Fetch-Site": "same-origin"]).status == 303)
    }

    @Test("a form that is written as a file upload or as JSON does not get around the secret")
    func otherForms() async throws {
        let browser = try await server.browser("officer.br", "fourth")
        for type in ["multipart/form-data; boundary=x", "application/json", "text/plain", ""] {
            let answer = try await browser.send(
                ClientRequest("POST", "/sign-out", headers: ["Content-Type": type], body: Array("{\"csrf\":\"\"}".utf8))
            )
            #expect([400, 403].contains(answer.status), "\(type): \(answer.status)")
        }
        #expect(try await browser.get("/sign-in").status == 303)
    }

    @Test("the cookie of a session is kept from scripts and other sites, and from plain HTTP where there is TLS")
    func cookie() async throws {
        for behindTLS in [false, true] {
            let cookie = try #require(Cookie(SessionCookie.header("s", secure: behindTLS)))
            #expect(cookie.isHTTPOnly)
            #expect(cookie.sameSite == "Strict")
            #expect(cookie.isSecure == behindTLS)
            #expect(cookie.attributes["path"] == "/")
            #expect(cookie.attributes["domain"] == nil)
        }
    }

    @Test("signing in sets that cookie, and a wrong password sets none")
    func signIn() async throws {
        let hash = await Password.hash("an invented phrase")
        let actor = try await server.registry.signIn.actor(onThisMachine: "officer.py")
        try await server.registry.database.write {
            try BureauStore.setPasswordHash(hash, user: actor.user, $0)
        }
        let browser = server.anonymous()
        let wrong = try await browser.post("/sign-in", form: ["name": "officer.py", "password": "another phrase"])
        #expect(wrong.status == 401)
        #expect(browser.cookies.isEmpty)
        let right = try await browser.post("/sign-in", form: ["name": "officer.py", "password": "an invented phrase"])
        #expect(right.status == 303)
        let cookie = try #require(browser.cookies[SessionCookie.name])
        #expect(cookie.isHTTPOnly && cookie.sameSite == "Strict")
        #expect(cookie.value.count == 43)
        #expect(try await browser.get("/sign-in").status == 303)
    }

    @Test(
        "after signing in nobody is led to another site",
        arguments: ["//evil.example", "https://evil.example", "/\\evil"])
    func redirect(target: String) async throws {
        let browser = try await server.browser("officer.br", "fifth\(target.count)")
        let answer = try await browser.get("/sign-in?next=\(HTTPClient.escaped(target))")
        #expect(answer.status == 303)
        #expect(answer.headers["Location"] == "/")
    }
}
