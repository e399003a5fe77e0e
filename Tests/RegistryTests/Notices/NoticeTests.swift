import Firearms
import Identity
import Testing

@testable import Registry

@Suite("The life of a notice") struct NoticeTests {
    static func red(_ name: String = "DOE") -> NoticeContent {
        var content = NoticeContent(colour: .red)
        var person = NoticePerson()
        person.name = name
        person.forename = "JOHN"
        person.birthDate = PartialDate("1980-05")
        person.nationalities = [Country("AR")].compactMap { $0 }
        content.person = person
        if let country = Country("BR") {
            var warrant = ArrestWarrant(issuingCountry: country, charge: "Trafficking in firearms")
            warrant.maximumPenaltyYears = 8
            content.warrants = [warrant]
        }
        content.isPublicExtractAgreed = true
        return content
    }

    @Test("a notice is in force when two different readers decided so")
    func publication() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        var notice = try await world.registry.notices.create(Self.red(), desk)
        #expect(notice.number == "2026/00001" && notice.state == .draft)
        let number = try #require(NoticeNumber(notice.number))
        #expect(NoticeNumber("2026-00001") == number)
        notice = try await world.registry.notices.send(number, version: 1, desk)
        #expect(notice.state == .requested)
        let first = try await world.coordinator()
        notice = try await world.registry.notices.read(number, version: 2, decision: .publish, remark: "", first)
        #expect(notice.state == .firstRead)
        let again = await world.refusal {
            try await world.registry.notices.read(number, version: 3, decision: .publish, remark: "", first)
        }
        #expect(again?.code == .forbidden, "the first reader is not the second")
        var second = first
        second.name = "second.reader"
        notice = try await world.registry.notices.read(number, version: 3, decision: .publish, remark: "", second)
        #expect(notice.state == .published && notice.publishedAt != nil)
        #expect(try await world.registry.notices.readings(of: number, desk).count == 2)
        #expect(try await world.registry.notices.versions(of: number, desk).map(\.version) == [3, 2, 1])
        let actions = try await world.actions().filter { $0.hasPrefix("notice.") }
        #expect(actions == ["notice.create", "notice.requested", "notice.first-read", "notice.published"])
    }

    @Test("readers who differ start again; nothing they decided is lost")
    func disagreement() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let number = try #require(NoticeNumber(try await world.registry.notices.create(Self.red(), desk).number))
        _ = try await world.registry.notices.send(number, version: 1, desk)
        let first = try await world.coordinator()
        var second = first
        second.name = "second.reader"
        _ = try await world.registry.notices.read(number, version: 2, decision: .publish, remark: "", first)
        let notice = try await world.registry.notices.read(
            number, version: 3, decision: .refuse([.threshold]), remark: "no", second
        )
        #expect(notice.state == .requested)
        #expect(try await world.registry.notices.readings(of: number, first).map(\.place) == [1, 2])
    }

    @Test("what is missing is told all at once, thresholds included")
    func missing() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        var content = Self.red()
        content.person?.name = ""
        content.person?.birthDate = nil
        content.warrants[0].maximumPenaltyYears = 1
        let notice = try await world.registry.notices.create(content, desk)
        let number = try #require(NoticeNumber(notice.number))
        let refusal = await world.refusal { try await world.registry.notices.send(number, version: 1, desk) }
        #expect(refusal?.code == .invalid)
        #expect(
            refusal?.failures.map { "\($0.field) \($0.code)" } == [
                "person.name required", "person.birthDate required", "warrants[0].maximumPenaltyYears below-threshold",
            ]
        )
    }

    @Test("what no notice may say is refused in the draft already")
    func invalid() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        var content = Self.red(String(repeating: "X", count: 300))
        content.person?.height = 180
        content.person?.eyes = ["PINK"]
        content.person?.birthDate = PartialDate("2040")
        content.retentionUntil = CalendarDate("2040-01-01")
        let refusal = await world.refusal { try await world.registry.notices.create(content, desk) }
        #expect(
            refusal?.failures.map { "\($0.field) \($0.code)" } == [
                "person.name too-long", "person.eyes unknown-code", "person.height out-of-range",
                "person.birthDate in-future", "retentionUntil too-late",
            ]
        )
    }

    @Test("what is too long, too many or turned round in a method or a listing is named with its field")
    func parts() async throws {
        let world = try await World()
        var content = NoticeContent(colour: .purple)
        var modus = ModusOperandi()
        modus.object = String(repeating: "x", count: 201)
        modus.seizures = Array(repeating: "BR-2026-000001", count: 51)
        modus.firstSeen = CalendarDate("2026-05-01")
        modus.lastSeen = CalendarDate("2026-04-01")
        content.modusOperandi = modus
        var listing = SanctionsListing()
        listing.addresses = [String(repeating: "x", count: 201)]
        content.listing = listing
        let desk = try await world.desk("BR")
        let refusal = await world.refusal { try await world.registry.notices.create(content, desk) }
        #expect(
            refusal?.failures.map { "\($0.field) \($0.code)" } == [
                "modusOperandi.object too-long", "modusOperandi.seizures too-many",
                "modusOperandi.lastSeen before-start",
                "listing.addresses too-long",
            ]
        )
    }

    @Test("an addendum keeps the old version; suspended, resumed and cancelled notices follow their states")
    func states() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        var content = Self.red()
        content.addressees = [Country("AR")].compactMap { $0 }
        let number = try #require(NoticeNumber(try await world.registry.notices.create(content, desk).number))
        var notice = try await world.registry.notices.send(number, version: 1, desk)
        #expect(notice.state == .published, "a diffusion needs no screening")
        content.person?.distinguishingMarks = "scar"
        notice = try await world.registry.notices.change(number, to: content, version: 2, reason: "seen", desk)
        #expect(notice.version == 3 && notice.state == .published)
        notice = try await world.registry.notices.setState(.suspended, of: number, version: 3, reason: "court", desk)
        notice = try await world.registry.notices.setState(.published, of: number, version: 4, reason: "court", desk)
        notice = try await world.registry.notices.setState(.cancelled, of: number, version: 5, reason: "found", desk)
        let refusal = await world.refusal {
            try await world.registry.notices.setState(.published, of: number, version: 6, reason: "", desk)
        }
        #expect(refusal?.code == .illegalState)
        #expect(try await world.actions().contains("notice.addendum"))
    }

    @Test("a draft cannot be published without its readers")
    func noShortcut() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let number = try #require(NoticeNumber(try await world.registry.notices.create(Self.red(), desk).number))
        _ = try await world.registry.notices.send(number, version: 1, desk)
        _ = try await world.registry.notices.read(
            number, version: 2, decision: .publish, remark: "", try await world.coordinator()
        )
        let refusal = await world.refusal {
            try await world.registry.notices.setState(.published, of: number, version: 3, reason: "", desk)
        }
        #expect(refusal?.code == .illegalState)
    }

    @Test("a notice expires on its day")
    func expiry() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        var content = Self.red()
        content.addressees = [Country("AR")].compactMap { $0 }
        content.retentionUntil = CalendarDate("2026-11-24")
        let number = try #require(NoticeNumber(try await world.registry.notices.create(content, desk).number))
        _ = try await world.registry.notices.send(number, version: 1, desk)
        #expect(try await world.registry.notices.expire() == 0)
        world.clock.advance(days: 2)
        #expect(try await world.registry.notices.expire() == 1)
        #expect(try await world.registry.notices.notice(number, desk).state == .expired)
        #expect(try await world.registry.notices.expire() == 0)
    }
}
