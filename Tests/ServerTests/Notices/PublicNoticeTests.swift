import Firearms
import Foundation
import Identity
import Storage
import Surfaces
import TestSupport
import Testing

@testable import Registry
@testable import Server

/// What programs that read public notices rely on.
@Suite("Public notices", .runningServer)
struct PublicNoticeTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    /// Puts a notice in force, as two readers would.
    private func publish(_ content: NoticeContent) async throws -> Notice {
        let desk = try await server.registry.signIn.actor(onThisMachine: "bureau-desk.br")
        let notices = server.registry.notices
        let number = try #require(NoticeNumber(try await notices.create(content, desk).number))
        _ = try await notices.send(number, version: 1, desk)
        var reader = try await server.registry.signIn.actor(onThisMachine: "coordinator.hub")
        _ = try await notices.read(number, version: 2, decision: .publish, remark: "", reader)
        reader.name = "second.reader"
        return try await notices.read(number, version: 3, decision: .publish, remark: "", reader)
    }

    private func content(
        _ name: String, born: String? = "1980-05-17", sex: NoticePerson.Sex = .male, nationality: String = "AR"
    ) -> NoticeContent {
        var content = NoticeContent(colour: .red)
        var person = NoticePerson()
        person.name = name
        person.forename = "JOHN"
        person.birthDate = born.flatMap { PartialDate($0) } ?? PartialDate("1980")
        person.sex = sex
        person.nationalities = [Country(nationality)].compactMap { $0 }
        content.person = person
        if let country = Country("BR") {
            var warrant = ArrestWarrant(issuingCountry: country, charge: "Trafficking in firearms")
            warrant.maximumPenaltyYears = 8
            content.warrants = [warrant]
        }
        content.isPublicExtractAgreed = true
        return content
    }

    private func get(_ path: String) async throws -> (status: Int, body: JSONValue) {
        let answer = try await server.anonymous().get(path)
        return (answer.status, try answer.json())
    }

    @Test("a list has exactly the keys that readers look up, and a detail every one, null where not known")
    func shape() async throws {
        let notice = try await publish(content("KEYSHAPE"))
        let list = try await get("/notices/v1/red?name=KEYSHAPE&unknown=1")
        #expect(list.status == 200)
        #expect(Set((list.body.object ?? [:]).keys) == ["total", "query", "_embedded", "_links"])
        #expect(list.body["total"] == 1)
        #expect(list.body["query"] == ["name": "KEYSHAPE", "page": 1, "resultPerPage": 20])
        #expect(Set((list.body["_links"].object ?? [:]).keys) == ["self", "first", "last"])
        let item = list.body["_embedded"]["notices"][0]
        #expect(
            Set((item.object ?? [:]).keys) == [
                "forename", "date_of_birth", "entity_id", "nationalities", "name", "_links",
            ]
        )
        #expect(item["entity_id"] == .text(notice.number) && item["date_of_birth"] == "1980/05/17")
        #expect(Set((item["_links"].object ?? [:]).keys) == ["self", "images"])
        let detail = try await get("/notices/v1/red/\(notice.pathNumber)")
        #expect(
            Set((detail.body.object ?? [:]).keys) == [
                "arrest_warrants", "weight", "height", "forename", "name", "date_of_birth", "entity_id",
                "languages_spoken_ids", "nationalities", "sex_id", "country_of_birth_id", "place_of_birth",
                "distinguishing_marks", "eyes_colors_id", "hairs_id", "_embedded", "_links",
            ])
        #expect(detail.body["weight"] == 0 && detail.body["eyes_colors_id"] == .null)
        #expect(detail.body["_embedded"]["links"] == [])
        #expect(
            detail.body["arrest_warrants"] == [
                ["issuing_country_id": "BR", "charge": "Trafficking in firearms", "charge_translation": .null]
            ])
        #expect(try await get("/notices/v1/red/\(notice.number)").body == detail.body, "both spellings of the number")
        #expect(try await get("/notices/v1/red/2026-99999").status == 404)
        #expect(try await get("/notices/v1/yellow/\(notice.pathNumber)").status == 404)
    }

    @Test("only notices in force, open to all and agreed to are public")
    func onlyPublic() async throws {
        var secret = content("NOTPUBLIC")
        secret.isPublicExtractAgreed = false
        _ = try await publish(secret)
        var hidden = content("NOTPUBLIC")
        hidden.hiddenFrom = [Country("AR")].compactMap { $0 }
        _ = try await publish(hidden)
        var restricted = content("NOTPUBLIC")
        restricted.handling = .restricted
        let notice = try await publish(restricted)
        let desk = try await server.registry.signIn.actor(onThisMachine: "bureau-desk.br")
        _ = try await server.registry.notices.create(content("NOTPUBLIC"), desk)
        #expect(try await get("/notices/v1/red?name=NOTPUBLIC").body["total"] == 0)
        #expect(try await get("/notices/v1/red/\(notice.pathNumber)").status == 404)
    }

    @Test(
        "values that cannot be used are refused and named",
        arguments: [
            "ageMin=old", "page=0", "page=x", "resultPerPage=0", "sexId=Q", "nationality=ARG", "name=(", "ageMax=-1",
            "arrestWarrantCountryId=1",
        ])
    func unusable(_ query: String) async throws {
        let answer = try await get("/notices/v1/red?\(query)")
        #expect(answer.status == 400)
        #expect(answer.body["errors"][0]["field"].text == String(query.prefix { $0 != "=" }))
    }

    @Test("pages are computed over the first 160; a page beyond is the last; a page holds at most 160")
    func paging() async throws {
        for number in 0..<165 { _ = try await publish(content("PAGED\(number % 10)")) }
        let first = try await get("/notices/v1/red?name=PAGED&resultPerPage=50")
        #expect(first.body["total"] == 165)
        #expect(first.body["_links"]["last"]["href"].text?.hasSuffix("page=4") == true)
        #expect(first.body["_links"]["next"]["href"].text?.hasSuffix("page=2") == true)
        let last = try await get("/notices/v1/red?name=PAGED&resultPerPage=50&page=4")
        #expect(last.body["_embedded"]["notices"].array?.count == 10)
        #expect(last.body["_links"]["next"] == .null)
        let beyond = try await get("/notices/v1/red?name=PAGED&resultPerPage=50&page=40")
        #expect(beyond.body["query"]["page"] == 4)
        #expect(beyond.body["_embedded"] == last.body["_embedded"])
        let large = try await get("/notices/v1/red?name=PAGED&resultPerPage=1000")
        #expect(large.body["query"]["resultPerPage"] == 160)
        #expect(large.body["_embedded"]["notices"].array?.count == 160)
        let pattern = try await get("/notices/v1/red?name=%5EPAGED%5B01%5D%24")
        #expect(pattern.body["total"] == 34)
    }

    @Test("ages, sex, nationality, warrants and words narrow; a link leads to the same page")
    func narrowing() async throws {
        _ = try await publish(content("NARROW ONE", born: "1990", sex: .female, nationality: "CL"))
        _ = try await publish(content("NARROW TWO", born: "1960-12-31", nationality: "PE"))
        func total(_ query: String) async throws -> JSONValue {
            try await get("/notices/v1/red?name=NARROW&\(query)").body["total"]
        }
        #expect(try await total("ageMin=50") == 1)
        #expect(try await total("ageMax=40") == 1)
        #expect(try await total("sexId=F") == 1)
        #expect(try await total("sexId=") == 2)
        #expect(try await total("nationality=pe") == 1)
        #expect(try await total("arrestWarrantCountryId=BR") == 2)
        #expect(try await total("arrestWarrantCountryId=AR") == 0)
        #expect(try await total("freeText=firearms+trafficking") == 2)
        #expect(try await total("freeText=piracy") == 0)
        #expect(try await total("forename=oh") == 2)
        let list = try await get("/notices/v1/red?name=NARROW+ONE&sexId=F")
        let own = try #require(list.body["_links"]["self"]["href"].text)
        let path = try #require(own.firstRange(of: "/notices")).lowerBound
        #expect(try await get(String(own[path...])).body == list.body)
    }

    @Test("pictures are listed, linked as thumbnail and served as what they are")
    func pictures() async throws {
        let desk = try await server.registry.signIn.actor(onThisMachine: "bureau-desk.br")
        let notice = try await publish(content("PICTURED"))
        var picture = Picture(width: 800, height: 1_000, fill: .sky)
        for ring in 1..<40 { picture.drawCircle(PicturePoint(400, 500), radius: Double(ring * 10), .black, width: 3) }
        let png = try picture.png()
        let number = try #require(NoticeNumber(notice.number))
        let blob = try server.registry.blobs.put(png)
        _ = try await server.registry.notices.addPicture(mediaType: "image/png", blob: blob, to: number, desk)
        let images = try await get("/notices/v1/red/\(notice.pathNumber)/images")
        let image = images.body["_embedded"]["images"][0]
        #expect(image["picture_id"].text != nil)
        #expect(Set((images.body["_links"].object ?? [:]).keys) == ["self", "notice", "thumbnail"])
        let own = try #require(image["_links"]["self"]["href"].text)
        let path = try #require(own.firstRange(of: "/notices")).lowerBound
        let answer = try await server.anonymous().get(String(own[path...]))
        #expect(answer.status == 200 && answer.headers["Content-Type"] == "image/png")
        #expect(Array(answer.body) == png)
        let list = try await get("/notices/v1/red?name=PICTURED")
        let thumbnail = try #require(list.body["_embedded"]["notices"][0]["_links"]["thumbnail"]["href"].text)
        #expect(images.body["_links"]["thumbnail"]["href"].text == thumbnail)
        let detail = try await get("/notices/v1/red/\(notice.pathNumber)").body
        #expect(detail["_links"]["thumbnail"]["href"].text == thumbnail)
        let small = try await server.anonymous().get(
            String(thumbnail[try #require(thumbnail.firstRange(of: "/notices")).lowerBound...])
        )
        #expect(small.status == 200 && small.headers["Content-Type"] == "image/jpeg")
        let read = try Picture.read(Array(small.body))
        #expect(read.height == 320 && read.width == 256 && small.body.count < png.count)
    }

    @Test("persons and entities under sanctions are listed together and apart")
    func unitedNations() async throws {
        var listing = SanctionsListing()
        listing.reference = "XDi.001"
        listing.resolution = "1267"
        var person = content("SANCTIONED")
        person.colour = .unitedNations
        person.listing = listing
        _ = try await publish(person)
        var entity = NoticeContent(colour: .unitedNations)
        var company = NoticeEntity()
        company.name = "SANCTIONED TRADING"
        entity.entity = company
        entity.listing = listing
        entity.isPublicExtractAgreed = true
        let notice = try await publish(entity)
        #expect(try await get("/notices/v1/un?name=SANCTIONED").body["total"] == 2)
        #expect(try await get("/notices/v1/un/persons?unReference=xdi").body["total"] == 1)
        let list = try await get("/notices/v1/un/entities?unResolution=1267")
        #expect(list.body["_embedded"]["notices"][0]["forename"] == .null)
        #expect(
            list.body["_embedded"]["notices"][0]["_links"]["self"]["href"].text?
                .hasSuffix("/un/entities/\(notice.pathNumber)") == true
        )
        let detail = try await get("/notices/v1/un/entities/\(notice.pathNumber)").body
        #expect(detail["adresses"] == .null && detail["un_reference"] == "XDi.001" && detail["main_activity"] == .null)
        #expect(detail["name"] == "SANCTIONED TRADING")
    }
}
