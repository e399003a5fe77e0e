import Firearms
import Hummingbird
import Registry

/// The page of the library of methods.
struct MethodPages {
    let site: Site

    private static let most = 100

    func add(to router: Router<WebContext>) {
        router.get("/notices/methods", use: list)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let language = site.language(context)
        let query = request.query
        // A value the form does not offer does not narrow.
        let filter = MethodFilter(
            kind: query["kind"].flatMap { ModusOperandi.Kind(rawValue: $0) }, object: query["object"],
            concealment: query["concealment"], transport: query["transport"],
            country: query["country"].flatMap { Country($0) }, operation: query["operation"], words: query["words"]
        )
        let found = try await site.registry.methods.search(filter, limit: Self.most, actor)
        let bureaus = try await site.bureauNames(actor)
        let operations = try await site.registry.operations.operations(actor)
        let all = language.text("list.all")
        func text(_ name: String) -> TextField { TextField(value: query[name] ?? "") }
        let page = MethodsPage(
            tabs: site.noticeTabs(.methods, actor, language), words: text("words"),
            kind: ChoiceField(
                choices: language.choices(
                    "mo-kind", ModusOperandi.Kind.allCases.map(\.rawValue), selected: filter.kind?.rawValue, blank: all
                )
            ),
            object: text("object"), concealment: text("concealment"), transport: text("transport"),
            country: ChoiceField(
                choices: language.countryChoices(
                    bureaus.bureaus.compactMap(\.country?.code), selected: filter.country?.code, blank: all)
            ),
            operation: ChoiceField(
                choices: [Choice(value: "", label: all, isSelected: filter.operation == nil)]
                    + operations.map {
                        Choice(value: $0.code, label: $0.name, isSelected: $0.code == filter.operation)
                    }
            ),
            rows: found.map { MethodLine($0, bureaus, in: language) },
            summary: language.text("methods.count", count: found.count), isFiltered: filter != MethodFilter(),
            isRanked: filter.words != nil,
            newPath: Access.allows(.writeNotices, actor) ? "/notices/new?colour=purple" : nil
        )
        return try await site.page(page, request, context, section: .notices)
    }
}

extension MethodLine {
    init(_ found: FoundMethod, _ bureaus: BureauNames, in language: Language) {
        let notice = found.notice
        let modus = notice.content.modusOperandi ?? ModusOperandi()
        let seen = [modus.firstSeen, modus.lastSeen].compactMap { $0?.description }
        self.init(
            number: notice.number, path: "/notices/\(notice.pathNumber)",
            subject: language.methodSubject(notice.content),
            kinds: modus.kinds.map { language.badge("mo-kind", $0.rawValue) },
            facts: [("object", modus.object), ("concealment", modus.concealment), ("transport", modus.transport)]
                .compactMap { name, text in
                    text.map { NoticeReport.Fact(label: language.fieldLabel("modusOperandi.\(name)"), text: $0) }
                },
            countries: modus.countries.map { language.countryName($0.code) }, owner: bureaus[notice.bureau],
            state: language.badge("notice-state", notice.state.rawValue),
            seen: seen.isEmpty ? nil : seen.joined(separator: " – "), score: Int((found.score * 100).rounded()),
            words: found.reasons.map { reason in
                switch reason {
                case .word(let word): word
                case .kind(let kind): language.label("mo-kind", kind.rawValue)
                }
            }
        )
    }
}
