import Firearms
import Foundation
import Storage
import TestSupport
import Testing

@testable import Registry
@testable import Server

@Suite("Pages: notices", .runningServer)
struct NoticePagesTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    private func number(_ answer: ClientResponse) throws -> NoticeNumber {
        let location = try #require(answer.headers["Location"])
        return try #require(
            NoticeNumber(String(location.dropFirst("/notices/".count).prefix { $0 != "?" && $0 != "/" })))
    }

    /// A red notice with everything that is needed.
    private static func whole(_ name: String, _ secret: String) -> KeyValuePairs<String, String> {
        [
            "csrf": "of-\(secret)", "colour": "red", "person-name": name, "person-sex": "F", "person-birthDate": "1980",
            "person-nationalities": "Brasil; Côte d’Ivoire", "warrants-0-issuingCountry": "BR",
            "warrants-0-charge": "Trafficking", "warrants-0-maximumPenaltyYears": "8,5", "purpose": "locate-wanted",
            "handling": "official-use-only", "texts-0-language": "en", "texts-0-text": "Facts",
            "texts-3-language": "ar", "texts-3-text": "وقائع", "original": "3", "publicExtractAgreed": "true",
        ]
    }

    @Test("what is missing is listed while it is written, and linked to its field; it may be saved all the same")
    func missing() async throws {
        let browser = try await server.browser("bureau-desk.br", "missing")
        let blank = try await browser.get("/notices/new?colour=red").text
        for field in ["person-name", "person-birthDate", "person-nationalities", "warrants"] {
            #expect(blank.contains("href=\"#\(field)\""), "\(field)")
        }
        let sent = try await browser.post(
            "/notices",
            form: [
                "csrf": "of-missing", "colour": "red", "purpose": "locate-wanted", "person-name": "PARTLY",
                "next": "stay",
            ]
        )
        #expect(sent.status == 303)
        let edit = try await browser.get(try #require(sent.headers["Location"])).text
        #expect(!edit.contains("href=\"#person-name\"") && edit.contains("href=\"#person-birthDate\""))
        #expect(edit.contains("value=\"PARTLY\""))
        let report = try await browser.get("/notices/\(number(sent).pathText)").text
        #expect(report.contains("/edit#person-birthDate"))
        #expect(!report.contains("/send\""), "what is incomplete offers no sending")
    }

    @Test("a form as it stands is told what it misses, for the script that shows it, and nothing is kept")
    func whileTyping() async throws {
        let browser = try await server.browser("bureau-desk.br", "typing")
        let form: KeyValuePairs = [
            "csrf": "of-typing", "colour": "yellow", "person-name": "TYPED", "event-country": "BR",
            "person-birthDate": "1990",
        ]
        let piece = try await browser.post("/notices/missing", form: form)
        #expect(piece.status == 200 && !piece.text.contains("<html"))
        #expect(piece.text.contains("#event-date") && piece.text.contains("#person-nationalities"))
        #expect(!piece.text.contains("#person-name") && !piece.text.contains("#event-country"))
        #expect(try await !browser.get("/notices?text=typed").text.contains("TYPED</a>"))
        let officer = try await server.browser("officer.br", "typing-officer")
        let refused = try await officer.post("/notices/missing", form: ["csrf": "of-typing-officer", "colour": "red"])
        #expect(refused.status == 403)
    }

    @Test("what cannot be read comes back as it was typed, every field with its reason")
    func wrong() async throws {
        let browser = try await server.browser("bureau-desk.br", "wrong")
        let answer = try await browser.post(
            "/notices",
            form: [
                "csrf": "of-wrong", "colour": "yellow", "purpose": "identify-objects", "person-name": "<b>X",
                "person-birthDate": "sometime", "person-heightMetres": "tall", "person-nationalities": "AR, Atlantis",
                "event-date": "2026-02-30",
            ]
        )
        #expect(answer.status == 422)
        for text in [
            "&lt;b&gt;X", "sometime", "tall", "Argentina, Atlantis", "names a country that is not known: Atlantis",
        ] {
            #expect(answer.text.contains(text), "\(text)")
        }
        #expect(answer.text.components(separatedBy: "is not a date").count == 5, "two dates, above and beside")
    }

    @Test("a form reads numbers, countries and texts as people write them; the original is the first text")
    func reading() async throws {
        let browser = try await server.browser("bureau-desk.br", "reading")
        let sent = try await browser.post("/notices", form: Self.whole("WHOLE", "reading"))
        let desk = try await server.registry.signIn.actor(onThisMachine: "bureau-desk.br")
        let content = try await server.registry.notices.notice(number(sent), desk).content
        #expect(content.person?.nationalities.map(\.code) == ["BR", "CI"])
        #expect(content.warrants.first?.maximumPenaltyYears == 8.5)
        #expect(content.texts.map(\.language) == ["ar", "en"])
        let report = try await browser.get("/notices/\(number(sent).pathText)").text
        #expect(report.contains("<p class=\"prose\" lang=\"ar\" dir=\"rtl\">وقائع</p>"))
    }

    @Test("what a form does not show is kept when it is saved")
    func kept() async throws {
        var content = NoticeContent(colour: .red)
        content.event = NoticeEvent(place: "Chuy")
        content.texts = [NoticeText(language: "gn", text: "Ñe'ẽ")]
        let desk = try await server.registry.signIn.actor(onThisMachine: "bureau-desk.br")
        let notice = try await server.registry.notices.create(content, desk)
        let browser = try await server.browser("bureau-desk.br", "kept")
        let path = "/notices/\(notice.pathNumber)"
        #expect(try await browser.get(path + "/edit").text.contains("value=\"gn\""))
        let saved = try await browser.post(
            path,
            form: [
                "csrf": "of-kept", "colour": "red", "version": "1", "purpose": "locate-wanted",
                "texts-0-language": "gn",
                "texts-0-text": "Ñe'ẽ", "person-name": "NEW",
            ])
        #expect(saved.status == 303)
        let changed = try await server.registry.notices.notice(number(saved), desk)
        #expect(changed.content.event?.place == "Chuy" && changed.content.person?.name == "NEW")
        #expect(changed.content.texts == content.texts)
        let late = try await browser.post(
            path, form: ["csrf": "of-kept", "colour": "red", "version": "1", "purpose": "warn"])
        #expect(late.status == 412 || late.status == 409, "somebody changed it since: \(late.status)")
    }

    @Test("two readers decide, the second without seeing what the first decided")
    func screening() async throws {
        let browser = try await server.browser("bureau-desk.br", "owner")
        let sent = try await browser.post("/notices", form: Self.whole("SCREENED", "owner"))
        let path = "/notices/" + (try number(sent).pathText)
        #expect(try await browser.get("/notices/screening").status == 403)
        _ = try await browser.post(path + "/send", form: ["csrf": "of-owner", "version": "1"])
        let first = try await server.browser("coordinator.hub", "reader-one")
        #expect(try await first.get("/notices/screening").text.contains(path))
        let form: KeyValuePairs = [
            "csrf": "of-reader-one", "version": "2", "decision": "refuse", "reasons": "rights",
            "remark": "SECRETREMARK",
        ]
        let empty = try await first.post(
            path + "/readings", form: ["csrf": "of-reader-one", "version": "2", "decision": "refuse"])
        #expect(empty.status == 422)
        #expect(try await first.post(path + "/readings", form: form).status == 303)
        #expect(try await first.get(path).text.contains("You read it first"))
        let second = try await server.secondReader("reader-two")
        let shown = try await second.get(path).text
        #expect(shown.contains("You are the second reader") && !shown.contains("SECRETREMARK"))
        let agreed = try await second.post(
            path + "/readings",
            form: ["csrf": "of-reader-two", "version": "3", "decision": "refuse", "reasons": "quality"])
        #expect(agreed.status == 303)
        let told = try await browser.get(path).text
        #expect(told.contains("SECRETREMARK") && told.contains("It would breach the rights of the person"))
        #expect(told.contains(path + "/reopen"))
    }

    @Test("a notice hidden from a bureau is on no page of it")
    func hidden() async throws {
        let desk = try await server.registry.signIn.actor(onThisMachine: "bureau-desk.br")
        var content = NoticeContent(colour: .orange)
        content.texts = [NoticeText(language: "en", text: "HIDDENTEXT")]
        content.addressees = ["AR", "PY"].compactMap { Country($0) }
        content.hiddenFrom = ["PY"].compactMap { Country($0) }
        let notice = try await server.registry.notices.create(content, desk)
        _ = try await server.registry.notices.send(try #require(NoticeNumber(notice.number)), version: 1, desk)
        let path = "/notices/\(notice.pathNumber)"
        let argentina = try await server.browser("officer.ar", "ar-sees")
        #expect(try await argentina.get(path).text.contains("HIDDENTEXT"))
        #expect(try await !argentina.get(path).text.contains("Not shown to"))
        let paraguay = try await server.browser("bureau-desk.py", "py-sees-not")
        let absent = try await paraguay.get("/notices/2026-09999")
        for page in [path, path + "/edit", path + "/versions/1", path + "/pictures/1", path + "/print"] {
            let answer = try await paraguay.get(page)
            #expect(answer.status == 404 && absent.status == 404, "\(page)")
            #expect(!answer.text.contains("HIDDENTEXT"))
        }
        #expect(try await !paraguay.get("/notices?text=hiddentext").text.contains(path))
        #expect(try await argentina.get("/notices?text=hiddentext").text.contains(path))
        #expect(try await argentina.get(path + "/versions/1").status == 404, "versions are the owner's")
    }

    @Test("officers find no way to write, and cannot")
    func officers() async throws {
        let officer = try await server.browser("officer.br", "officer")
        #expect(try await !officer.get("/notices").text.contains("/notices/new"))
        #expect(try await officer.get("/notices/new").status == 403)
        #expect(try await officer.post("/notices", form: ["csrf": "of-officer", "colour": "red"]).status == 403)
    }
}

extension TestServer {
    /// A browser of a second coordinator, who is made for it.
    func secondReader(_ secret: String) async throws -> HTTPClient {
        let user = User(
            id: .make(), name: "second.\(secret)", displayName: "Second reader", bureau: "HUB", role: .coordinator,
            isDisabled: false, language: "en", createdAt: .now()
        )
        try await registry.database.write { try BureauStore.insert(user, passwordHash: "", $0) }
        return try await browser(user.name, secret)
    }
}
