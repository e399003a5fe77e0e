import Firearms
import Hummingbird
import Registry

/// Describing a firearm on a page of its own, and beside the forms of checks and records while one is typed in.
///
/// Nothing is stored or looked for, so nothing is journalled.
struct DescribePages {
    let site: Site

    func add(to router: Router<WebContext>) {
        router.get("/firearms/describe", use: page)
        router.post("/firearms/describe", use: answer)
    }

    /// Reads: the session, the bell, the version of the bureau's reference table.
    private func page(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.check, actor)
        let input = DescriptionInput(request.query)
        var page = DescribePage(input, in: site.language(context))
        if input.failures.isEmpty, !input.isBlank {
            let table = try await site.registry.reference.table(actor)
            page.description = DescriptionView(
                input.description(table), mayRecord: Access.allows(.writeRecords, actor), in: site.language(context),
                table: table
            )
        }
        return try await site.page(
            page, request, context, section: .check, status: input.failures.isEmpty ? .ok : .unprocessableContent
        )
    }

    /// The answer alone, for the script that puts it into the page; empty where nothing was written. `view` says on which
    /// page it stands.
    ///
    /// Reads: the session, the version of the bureau's reference table.
    private func answer(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.check, actor)
        let input = DescriptionInput(context.form)
        guard input.failures.isEmpty else { throw RegistryError(.invalid, failures: input.failures) }
        guard !input.isBlank else { return Site.html("") }
        let table = try await site.registry.reference.table(actor)
        let view = DescriptionView(
            input.description(table), at: context.form["view"].flatMap { DescriptionView.Place(rawValue: $0) } ?? .page,
            mayRecord: Access.allows(.writeRecords, actor), in: site.language(context), table: table
        )
        let piece = DescriptionPiece(description: view)
        return Site.html(try site.renderer.render(piece, layout: Layout(csrf: ""), in: site.language(context)))
    }
}

extension DescribePage {
    /// The form as it was sent, with what is wrong with it.
    init(_ input: DescriptionInput, in language: Language) {
        func text(_ name: String) -> TextField {
            TextField(value: input.values[name] ?? "", error: language.message(for: name, in: input.failures))
        }
        self.init(
            text: text("text"),
            type: ChoiceField(
                choices: language.choices(
                    "type", FirearmType.all.map(\.rawValue), selected: input.values["type"],
                    blank: language.text("form.not-known")
                ),
                error: language.message(for: "type", in: input.failures)
            ),
            make: text("make"), model: text("model"), calibre: text("calibre"), serial: text("serial"),
            errors: language.fieldErrors(input.failures),
            isExpanded: DescriptionInput.names.contains { $0 != "text" && input.values[$0] != nil }
        )
    }
}
