import Firearms
import Identity
import Storage
import Surfaces
import TestSupport
import Testing

@testable import Registry
@testable import Server

@Suite("Pages: the public gallery", .runningServer)
struct GalleryTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    private func content(_ name: String) -> NoticeContent {
        var content = NoticeContent(colour: .red)
        var person = NoticePerson()
        person.name = name
        person.forename = "Ana"
        person.birthDate = PartialDate("1990-02")
        person.nationalities = [Country("PY")].compactMap { $0 }
        person.identityDocuments = ["SECRETDOCUMENT"]
        person.aliases = ["SECRETALIAS"]
        content.person = person
        if let country = Country("BR") {
            var warrant = ArrestWarrant(issuingCountry: country, charge: "Trafficking")
            warrant.maximumPenaltyYears = 8
            warrant.reference = "SECRETWARRANT"
            content.warrants = [warrant]
        }
        content.texts = [NoticeText(language: "en", text: "SECRETFACT of the investigation")]
        content.isPublicExtractAgreed = true
        return content
    }

    private func publish(_ content: NoticeContent) async throws -> Notice {
        let desk = try await server.registry.signIn.actor(onThisMachine: "bureau-desk.br")
        let notices = server.registry.notices
        let number = try #require(NoticeNumber(try await notices.create(content, desk).number))
        let blob = try server.registry.blobs.put(Picture(width: 40, height: 50, fill: .sky).png())
        _ = try await notices.addPicture(mediaType: "image/png", blob: blob, to: number, desk)
        _ = try await notices.send(number, version: 1, desk)
        var reader = try await server.registry.signIn.actor(onThisMachine: "coordinator.hub")
        _ = try await notices.read(number, version: 2, decision: .publish, remark: "", reader)
        reader.name = "second.reader"
        return try await notices.read(number, version: 3, decision: .publish, remark: "", reader)
    }

    @Test("anybody sees the extract with its picture, and nothing that is no part of it")
    func extract() async throws {
        let notice = try await publish(content("GALLERYNAME"))
        let anybody = server.anonymous()
        #expect(try await anybody.get("/notices/v1/gallery").headers["Location"] == "/notices/v1/gallery/red")
        let list = try await anybody.get("/notices/v1/gallery/red?name=galleryname&nationality=Paraguay&ageMax=90")
        let path = "/notices/v1/gallery/red/\(notice.pathNumber)"
        #expect(list.status == 200 && list.text.contains("href=\"\(path)\""))
        let image = try #require(list.text.firstMatch(of: /src="(\/notices\/v1\/red\/[^"]+\/thumbnail)"/)?.1)
        #expect(try await anybody.get(String(image)).headers["Content-Type"] == "image/png")
        let page = try await anybody.get(path)
        #expect(page.text.contains("GALLERYNAME") && page.text.contains("Trafficking"))
        for secret in ["SECRETDOCUMENT", "SECRETALIAS", "SECRETWARRANT", "SECRETFACT"] {
            #expect(!page.text.contains(secret) && !list.text.contains(secret), "\(secret)")
        }
    }

    @Test("the public cannot feel for words that are no part of an extract")
    func freeText() async throws {
        _ = try await publish(content("FEELNAME"))
        let anybody = server.anonymous()
        func total(_ words: String) async throws -> JSONValue {
            try await anybody.get("/notices/v1/red?name=FEELNAME&freeText=\(words)").json()["total"]
        }
        #expect(try await total("trafficking+ana") == 1)
        for secret in ["secretfact", "secretalias", "investigation"] {
            #expect(try await total(secret) == 0, "\(secret)")
        }
    }

    @Test("what is not public is not in the gallery, whoever asks")
    func notPublic() async throws {
        var refused = content("NOTINGALLERY")
        refused.isPublicExtractAgreed = false
        let first = try await publish(refused)
        var hidden = content("NOTINGALLERY")
        hidden.hiddenFrom = [Country("AR")].compactMap { $0 }
        let second = try await publish(hidden)
        let signedIn = try await server.browser("bureau-desk.br", "gallery")
        for client in [server.anonymous(), signedIn] {
            let list = try await client.get("/notices/v1/gallery/red?name=NOTINGALLERY")
            #expect(!list.text.contains("NOTINGALLERY, Ana") && list.text.contains("0 notices"))
            for notice in [first, second] {
                #expect(try await client.get("/notices/v1/gallery/red/\(notice.pathNumber)").status == 404)
            }
        }
    }

    @Test("a wrong value is named on the page, and an error is a page and not a document")
    func wrong() async throws {
        let answer = try await server.anonymous().get("/notices/v1/gallery/red?ageMin=old")
        #expect(answer.status == 400 && answer.text.contains("href=\"#ageMin\""))
        let absent = try await server.anonymous().get("/notices/v1/gallery/red/2026-99999")
        #expect(absent.status == 404 && absent.headers["Content-Type"]?.hasPrefix("text/html") == true)
    }
}
