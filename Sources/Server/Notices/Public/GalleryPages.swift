import Firearms
import Hummingbird
import Identity
import Registry

/// Public notices as pages, below the path of the public interface: what the interface tells programs, and no more.
struct GalleryPages {
    let site: Site

    static let perPage = 24
    private static let lists: [PublicNoticeQuery.List] = [.red, .yellow, .unitedNations(isEntity: nil)]

    /// The gallery of an installation; nil where nothing is public.
    static func path(_ settings: ServerSettings) -> String? { settings.publicNoticesPath.map { $0 + "/gallery" } }

    func add(to router: Router<WebContext>) {
        guard let path = Self.path(site.settings) else { return }
        router.get(RouterPath(path)) { _, _ in Site.seeOther(path + "/red") }
        for kind in Self.lists {
            let base = path + "/" + PublicNoticeLinks.path(kind)
            router.get(RouterPath(base)) { try await list(kind, $0, $1) }
            router.get(RouterPath(base + "/:number")) { try await notice(kind, $0, $1) }
        }
    }

    private func list(
        _ kind: PublicNoticeQuery.List, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let language = site.language(context)
        var fields = FormFields()
        for (name, value) in request.query.pairs where name != "resultPerPage" {
            // People write names of countries where programs write codes.
            fields.append(name, name == "nationality" ? CountryNames.code(of: value) ?? value : value)
        }
        fields.append("resultPerPage", "\(Self.perPage)")
        do {
            let asked = try PublicNoticeRequest(fields, kind)
            let found = try await site.registry.publicNotices.page(asked.query)
            let page = GalleryPage(
                found, of: kind, request.query, cap: site.registry.settings.publicNoticeCap,
                Self.path(site.settings) ?? "", in: language
            )
            return try await site.page(page, request, context)
        } catch let problem as Problem where problem.status == .badRequest {
            var page = GalleryPage(
                .empty, of: kind, request.query, cap: 1, Self.path(site.settings) ?? "", in: language)
            page.errors = language.fieldErrors(problem.failures)
            return try await site.page(page, request, context, status: .badRequest)
        }
    }

    private func notice(
        _ kind: PublicNoticeQuery.List, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let found = try await site.registry.publicNotices.notice(context.noticeNumber(), on: kind)
        let page = try GalleryNoticePage(
            found, of: kind, site.settings.publicNoticesPath ?? "", in: site.language(context)
        )
        return try await site.page(page, request, context)
    }
}

extension GalleryPage {
    /// - Parameters:
    ///   - cap: through how many one may page.
    ///   - base: the path of the gallery.
    init(
        _ found: PublicNoticePage, of kind: PublicNoticeQuery.List, _ query: FormFields, cap: Int, _ base: String,
        in language: Language
    ) {
        let path = base + "/" + PublicNoticeLinks.path(kind)
        let names = ["name", "forename", "nationality", "sexId", "ageMin", "ageMax"]
        let pairs = names.map { (name: $0, value: query[$0]) }
        func link(_ page: Int) -> String {
            let text = HTTPQuery.text(pairs + [(name: "page", value: page == 1 ? nil : "\(page)")])
            return text.isEmpty ? path : "\(path)?\(text)"
        }
        let isUnitedNations = kind != .red && kind != .yellow
        self.init(
            colour: language.badge("notice-colour", isUnitedNations ? "un" : PublicNoticeLinks.path(kind)),
            tabs: [("red", "red"), ("yellow", "yellow"), ("un", "un")].map { code, end in
                FilterTab(
                    label: language.text("gallery.tab-\(code)"), path: "\(base)/\(end)",
                    isCurrent: path == "\(base)/\(end)", count: nil
                )
            },
            path: path, name: TextField(value: query["name"] ?? ""),
            forename: TextField(value: query["forename"] ?? ""),
            nationality: TextField(value: query["nationality"] ?? ""),
            sex: ChoiceField(
                choices: language.choices(
                    "sex", NoticePerson.Sex.allCases.map(\.rawValue), selected: query["sexId"],
                    blank: language.text("list.all")
                )
            ),
            ageMin: TextField(value: query["ageMin"] ?? ""), ageMax: TextField(value: query["ageMax"] ?? ""),
            hasPersonFilters: !isUnitedNations, cards: found.items.map { Card($0, base, in: language) },
            summary: language.text("gallery.count", count: found.total),
            narrow: found.total > cap ? language.text("gallery.narrow", ["count": language.number(cap)]) : nil,
            pager: Pager(
                previous: found.page > 1 ? link(found.page - 1) : nil,
                next: found.page < found.lastPage ? link(found.page + 1) : nil
            ),
            isFiltered: pairs.contains { $0.value != nil }
        )
    }
}

extension GalleryPage.Card {
    init(_ item: PublicNotice, _ gallery: String, in language: Language) {
        let content = item.notice.content
        let list = content.colour == .unitedNations ? "un" : content.colour.rawValue
        let images = gallery.dropLast("gallery".count) + GalleryNoticePage.imageList(item) + "/"
        let countries = content.person?.nationalities.map { language.country($0.code) } ?? []
        let name = content.person?.name ?? content.entity?.name ?? ""
        self.init(
            path: "\(gallery)/\(list)/\(item.notice.pathNumber)",
            thumbnail: item.pictures.first.map { "\(images)\(item.notice.pathNumber)/images/\($0)/thumbnail" },
            name: name, forename: content.person?.forename,
            detail: ([content.person?.birthDate?.description ?? ""] + countries).filter { !$0.isEmpty }
                .joined(separator: " · "),
            pictureText: language.text("gallery.picture-of", ["name": name])
        )
    }
}

extension GalleryNoticePage {
    /// What an extract shows of a person; the interface for programs tells the same.
    private static let personPaths: Set<String> = [
        "person.name", "person.forename", "person.sex", "person.birthDate", "person.nationalities", "person.birthPlace",
        "person.birthCountry", "person.heightMetres", "person.weightKilograms", "person.eyes", "person.hair",
        "person.languages", "person.distinguishingMarks",
    ]
    private static let warrantPaths: Set<String> = [
        "warrants[0].issuingCountry", "warrants[0].charge", "warrants[0].chargeTranslation",
    ]
    private static let missingPaths: Set<String> = [
        "person.birthName", "person.fatherName", "person.fatherForename", "person.motherName", "person.motherForename",
        "event.date", "event.place", "event.country",
    ]
    private static let listingPaths: Set<String> = [
        "person.birthName", "person.nameInOriginalScript", "person.forenameInOriginalScript", "person.aliases",
        "person.profession", "person.identityDocuments", "listing.reference", "listing.date", "listing.resolution",
        "listing.purposes", "listing.associates", "listing.addresses", "listing.summary", "entity.name",
        "entity.aliases", "entity.mainActivity", "entity.legalForm", "entity.registrationNumber",
        "entity.administrators", "entity.formerNames", "entity.chamberOfCommerce", "entity.additionalInformation",
    ]

    /// - Parameter base: the path of the public interface.
    init(
        _ item: PublicNotice, of kind: PublicNoticeQuery.List, _ base: String, in language: Language
    ) throws {
        let content = item.notice.content
        let allowed: Set<String> =
            switch content.colour {
            case .red: Self.personPaths.union(Self.warrantPaths)
            case .yellow: Self.personPaths.union(Self.missingPaths)
            default: Self.personPaths.union(Self.listingPaths)
            }
        let facts = NoticeFacts(form: try NoticeForm(publicly: item.notice), language: language, allowed: allowed)
        let subject = language.noticeSubject(content)
        self.init(
            number: item.notice.number, colour: language.badge("notice-colour", content.colour.rawValue),
            subject: subject, listPath: "\(base)/gallery/\(PublicNoticeLinks.path(kind))",
            purpose: language.label("notice-colour-purpose", content.colour.rawValue),
            pictures: item.pictures.map {
                Picture(
                    path: "\(base)/\(Self.imageList(item))/\(item.notice.pathNumber)/images/\($0)",
                    text: language.text("gallery.picture-of", ["name": subject])
                )
            },
            sections: facts.sections
        )
    }

    /// The list of the interface that serves a notice's pictures.
    static func imageList(_ item: PublicNotice) -> String {
        switch item.notice.content.colour {
        case .unitedNations: item.notice.content.entity == nil ? "un/persons" : "un/entities"
        default: item.notice.content.colour.rawValue
        }
    }
}
