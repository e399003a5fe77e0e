/// What surrounds every page, given by the route.
struct Layout: Sendable {
    /// The value of the hidden field `csrf` in every form.
    var csrf: String
    /// Who is signed in; nobody on the sign-in page and on early errors.
    var user: SignedInUser?
    /// The sections this user may open, in the order of the bar.
    var sections: [SiteSection] = []
    /// The section the page belongs to.
    var current: SiteSection?
    /// Hits, and links between cases, that wait for this user's bureau, shown at the bell.
    var waiting: Int = 0
    /// Where they are listed; a user for whom nothing can wait has no bell.
    var waitingPath: String?
    /// The address of this page (path and query), where a change of language returns to.
    var path: String = "/"
    /// Whether all data are invented; shows a banner.
    var isDemonstration: Bool = false
    /// What has just happened, shown once above the page.
    var notice: PageMessage?
}

/// Who is signed in, as the top bar shows it.
struct SignedInUser: Sendable {
    /// The name used to sign in.
    var name: String
    /// The bureau, for example `NCB Asunción`.
    var bureau: String
    /// The bureau's country, ISO 3166-1 alpha-2.
    var countryCode: String
}

/// A message about what has just happened.
struct PageMessage: Sendable {
    /// `success`, `warning` or `error`.
    var kind: String
    var text: String
}

/// A section of the site, as the navigation names it.
enum SiteSection: String, Sendable, CaseIterable {
    case check, worklist, records, notices, exhibits, examinations, imports, journal, administration

    /// The address of the section's first page.
    var path: String {
        switch self {
        case .check: "/"
        case .worklist: "/worklist"
        case .examinations: "/examinations"
        case .records: "/records"
        case .notices: "/notices"
        case .exhibits: "/exhibits"
        case .imports: "/imports/new"
        case .journal: "/journal"
        case .administration: "/administration/users"
        }
    }
}

/// The layout as the template sees it.
struct Frame: Sendable {
    struct Item: Sendable {
        let code: String
        let path: String
        let label: String
        let isCurrent: Bool
    }

    struct LanguageChoice: Sendable {
        let code: String
        let name: String
        let isCurrent: Bool
    }

    let csrf: String
    let user: SignedInUser?
    let items: [Item]
    let waiting: Int
    let waitingPath: String?
    let hasWaiting: Bool
    let waitingText: String
    let path: String
    let isDemonstration: Bool
    let notice: PageMessage?
    let language: String
    let direction: String
    let languages: [LanguageChoice]
    let assetVersion: String

    init(_ layout: Layout, language: Language, languages: [Language], assetVersion: String) {
        csrf = layout.csrf
        user = layout.user
        items = layout.sections.map { section in
            Item(
                code: section.rawValue,
                path: section.path,
                label: language.label("section", section.rawValue),
                isCurrent: section == layout.current
            )
        }
        waiting = layout.waiting
        waitingPath = layout.waitingPath
        hasWaiting = layout.waiting > 0
        waitingText = language.text("layout.waiting", count: layout.waiting)
        path = layout.path
        isDemonstration = layout.isDemonstration
        notice = layout.notice
        self.language = language.code
        direction = language.direction.rawValue
        self.languages = languages.map {
            LanguageChoice(code: $0.code, name: $0.name, isCurrent: $0.code == language.code)
        }
        self.assetVersion = assetVersion
    }
}
