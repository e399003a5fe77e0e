import Firearms
import Foundation
import Identity
import Storage

@testable import Registry
@testable import Server

extension SamplePages {
    /// Notices: forms of every colour, reports, lists, the screening.
    static func notices(_ language: Language) -> [any Page] {
        var pages: [any Page] = []
        pages.append(
            NoticeColoursPage(
                colours: NoticeColour.allCases.map {
                    .init(
                        colour: language.badge("notice-colour", $0.rawValue),
                        path: "/notices/new?colour=\($0.rawValue)",
                        purpose: language.label("notice-colour-purpose", $0.rawValue)
                    )
                }))
        let countries = ["BR", "CL", "PY"].compactMap { Country($0) }
        for colour in NoticeColour.allCases {
            var form = NoticeForm(colour: colour)
            var fields = FormFields()
            for (name, value) in [
                ("person-name", "<b>DOE"), ("person-height", "x"), ("warrants-0-charge", "Trafficking"),
                ("warrants-0-issuingCountry", "BR"), ("texts-3-text", "وقائع"), ("texts-3-language", "ar"),
                ("original", "3"), ("modusOperandi-kinds", "drone"), ("person-heightMetres", "tall"),
                ("hiddenFrom", "CL"), ("person-nationalities", "Brasil, Atlantis"),
            ] { fields.append(name, value) }
            form.take(fields)
            var failures: [FieldFailure] = []
            do { _ = try form.content() } catch { failures = error.failures }
            var page = NoticeFormPage(
                form, failures: failures, missing: [FieldFailure("person.birthDate", "required")], countries: countries,
                action: "/notices", cancelPath: "/notices", in: language
            )
            pages.append(page)
            page.number = "2026/00012"
            page.version = 3
            page.isAddendum = true
            page.pictures = NoticePictures(
                items: [
                    .init(
                        place: 1, path: "/notices/2026-00012/pictures/1",
                        thumbnail: "/notices/2026-00012/pictures/1/thumbnail", label: "1",
                        removePath: "/notices/2026-00012/pictures/1/remove", removeLabel: "1")
                ], addPath: "/notices/2026-00012/pictures")
            pages.append(page)
        }
        let desk = actor(.bureauDesk, "BR"), reader = actor(.coordinator, "HUB")
        for state in NoticeState.allCases {
            for reading in [desk, reader] {
                if let report = try? report(state, for: reading, language) { pages.append(report) }
            }
        }
        let row = NoticeListPage.Row(
            sample(.published), picture: 4, BureauNames(bureaus), in: language)
        pages.append(
            NoticeListPage(tabs: [], rows: [row], pager: Pager(next: "/notices?before=1-1"), newPath: "/notices/new"))
        pages.append(NoticeListPage(tabs: [], rows: [], isFiltered: true))
        let waiting = NoticeInScreening(notice: sample(.requested), sentAt: sample(.requested).changedAt, first: nil)
        pages.append(
            NoticeScreeningPage(
                tabs: [],
                rows: [.init(waiting, BureauNames(bureaus), for: reader, at: .now(), in: language)]))
        pages.append(NoticeScreeningPage(tabs: [], rows: []))
        if let report = try? report(.published, for: desk, language) {
            pages.append(NoticeSheet(report, at: .now(), by: desk, in: language))
        }
        pages += library(language) + gallery(language)
        return pages
    }

    private static func library(_ language: Language) -> [any Page] {
        let found = FoundMethod(notice: purple(), score: 0.4, reasons: [.word("<b>gym"), .kind(.drone)])
        let line = MethodLine(found, BureauNames(bureaus), in: language)
        var pages: [any Page] = [
            MethodsPage(
                tabs: [], rows: [line], summary: "1", isFiltered: true, isRanked: true, newPath: "/notices/new"),
            MethodsPage(tabs: [], rows: [], summary: "0"),
        ]
        let around = NoticeReport.Surroundings(similar: [found])
        if let report = try? NoticeReport(
            purple(), around, bureaus: BureauNames(bureaus), for: actor(.officer, "BR"), in: language)
        {
            pages.append(report)
        }
        return pages
    }

    private static func gallery(_ language: Language) -> [any Page] {
        let item = PublicNotice(notice: sample(.published), pictures: [4])
        let page = PublicNoticePage(items: [item, item], total: 400, page: 2, lastPage: 3)
        var query = FormFields()
        query.append("name", "<b>")
        var pages: [any Page] = [PublicNoticeQuery.List.red, .yellow, .unitedNations(isEntity: nil)].map {
            GalleryPage(page, of: $0, query, cap: 160, "/notices/v1/gallery", in: language)
        }
        var wrong = GalleryPage(
            PublicNoticePage(items: [], total: 0, page: 1, lastPage: 1), of: .red, query, cap: 1, "/x/gallery",
            in: language)
        wrong.errors = language.fieldErrors([FieldFailure("ageMin", "not-a-number")])
        pages.append(wrong)
        if let one = try? GalleryNoticePage(item, of: .red, "/notices/v1", in: language) { pages.append(one) }
        return pages
    }

    private static func purple() -> Notice {
        var notice = sample(.published)
        notice.content = NoticeContent(colour: .purple)
        var modus = ModusOperandi()
        modus.kinds = [.drone, .concealment]
        modus.method = "<b>Pistols travel in gym equipment"
        modus.object = "Slides"
        modus.countries = ["BR", "PY"].compactMap { Country($0) }
        modus.firstSeen = CalendarDate("2026-01-01")
        modus.seizures = ["BR-2026-000001"]
        notice.content.modusOperandi = modus
        return notice
    }

    private static let bureaus = [
        Bureau(code: "BR", name: "NCB Brasília", country: Country("BR")),
        Bureau(code: "HUB", name: "Coordination centre", country: nil),
    ]

    private static func actor(_ role: Role, _ bureau: String) -> Actor {
        Actor(
            user: .make(), name: "r.benitez", displayName: "R", bureau: bureau, bureauName: bureau,
            country: Country(bureau), isCoordinationCentre: bureau == "HUB", role: role, channel: .page
        )
    }

    private static func sample(_ state: NoticeState) -> Notice {
        var content = NoticeContent(colour: .red)
        var person = NoticePerson()
        person.name = "<b>SILVESTRE"
        person.forename = "Ana"
        person.birthDate = PartialDate("1980-05")
        person.nationalities = ["AR", "PY"].compactMap { Country($0) }
        person.aliases = ["Ana la Larga", "A. S."]
        person.eyes = ["BRO"]
        person.distinguishingMarks = "Scar on the left hand"
        content.person = person
        if let country = Country("BR") {
            content.warrants = [ArrestWarrant(issuingCountry: country, charge: "Tráfico de armas")]
        }
        content.texts = [NoticeText(language: "ar", text: "وقائع"), NoticeText(language: "en", text: "Facts <i>")]
        content.hiddenFrom = ["CL"].compactMap { Country($0) }
        let time = Moment(milliseconds: 1_790_000_000_000)
        return Notice(
            sequence: 1, number: "2026/00012", bureau: "BR", state: state, version: 3, createdAt: time, changedAt: time,
            publishedAt: time, content: content
        )
    }

    private static func report(_ state: NoticeState, for actor: Actor, _ language: Language) throws -> NoticeReport {
        let notice = sample(state)
        let hash = BlobHash(of: [1])
        var old = NoticeVersion(
            version: 2, state: state, content: notice.content, changedAt: notice.changedAt, changedBy: "a", reason: "r"
        )
        old.content.person?.name = "OLD"
        let first = NoticeReading(
            place: 1, reader: "z", decision: .refuse([.rights]), remark: "<b>", at: notice.changedAt)
        let around = NoticeReport.Surroundings(
            pictures: [
                NoticePicture(
                    sequence: 7, mediaType: "image/png", size: 1, blob: hash, thumbnail: hash, addedAt: notice.changedAt
                )
            ], versions: [old], readings: [first],
            missing: state == .draft ? [FieldFailure("warrants[0].maximumPenaltyYears", "required")] : []
        )
        return try NoticeReport(notice, around, bureaus: BureauNames(bureaus), for: actor, in: language)
    }
}
