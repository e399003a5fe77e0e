import DelimitedText
import Firearms
import Hummingbird
import NIOCore
import Registry
import Storage

/// The page on which a bureau's desk sees and changes what it adds to the reference table.
struct BureauTablePages {
    let site: Site

    private static let path = "/reference-table"

    func add(to router: Router<WebContext>) {
        router.get("/reference-table", use: show)
        router.post("/reference-table/corrections", use: correct)
        router.post("/reference-table/corrections/:id/undo", use: undo)
        router.post("/reference-table/rows", use: importRows)
        router.post("/reference-table/rows/:kind/remove", use: remove)
        router.get("/reference-table/rows/:kind", use: export)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let notice = PageMessage.done(
            request, ["spelling-corrected", "correction-undone", "rows-added", "row-removed"],
            in: site.language(context)
        )
        return try await site.page(
            try await page(context), request, context, section: .imports, notice: notice
        )
    }

    private func correct(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let form = context.form
        do {
            guard let field = form["field"].flatMap({ SpellingCorrection.Field(rawValue: $0) }) else {
                throw RegistryError(.invalid, failures: [FieldFailure("field", "required")])
            }
            _ = try await site.registry.reference.correct(
                field, written: form["written"] ?? "", meaning: form["meaning"] ?? "", actor
            )
        } catch let error as RegistryError where error.code == .invalid {
            let page = try await page(context, form, error.failures)
            return try await site.page(page, request, context, section: .imports, status: .unprocessableContent)
        }
        return Site.seeOther("\(Self.path)?done=spelling-corrected")
    }

    private func undo(_ request: Request, _ context: WebContext) async throws -> Response {
        try await site.registry.reference.undo(context.identifier("id"), context.requireActor())
        return Site.seeOther("\(Self.path)?done=correction-undone")
    }

    private func importRows(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.manageReference, actor)
        let language = site.language(context)
        var result: ReferenceImport?
        var errors: [FieldError] = []
        do {
            let form = try await MultipartForm.read(request, context, site, limit: ReferenceFile.largest)
            guard let blob = form.blob else {
                throw RegistryError(.invalid, failures: [FieldFailure("file", "required")])
            }
            let file = try ReferenceFile(name: form.fileName, contentsOf: site.registry.blobs.path(of: blob))
            result = try await site.registry.reference.importEntries([file], actor)
        } catch let error as DelimitedTextError {
            errors = [FieldError(field: "file", text: language.importFailure(error))]
        } catch let error as StorageError where error.code == .tooLarge {
            let size = language.size(bytes: Int64(ReferenceFile.largest))
            errors = [FieldError(field: "file", text: language.text("import.too-large", ["size": size]))]
        } catch let error as RegistryError where error.code == .invalid {
            errors = language.fieldErrors(error.failures)
        }
        if let result, result.isKept { return Site.seeOther("\(Self.path)?done=rows-added") }
        var page = try await page(context)
        page.errors = errors
        page.isRefused = result != nil
        page.verdicts = (result?.verdicts ?? []).map { Self.verdict($0, language) }
        return try await site.page(page, request, context, section: .imports, status: .unprocessableContent)
    }

    private func remove(_ request: Request, _ context: WebContext) async throws -> Response {
        let key = context.form["key"] ?? ""
        do {
            try await site.registry.reference.remove(kind(context), key, context.requireActor())
        } catch let error as RegistryError where error.code == .invalid {
            let page = try await page(context, FormFields(), error.failures)
            return try await site.page(page, request, context, section: .imports, status: .unprocessableContent)
        }
        return Site.seeOther("\(Self.path)?done=row-removed")
    }

    private func export(_ request: Request, _ context: WebContext) async throws -> Response {
        let kind = try kind(context)
        return ReferenceExportAnswer.response(
            kind, try await site.registry.reference.export(kind, context.requireActor())
        )
    }

    private func kind(_ context: WebContext) throws -> ReferenceKind {
        let text = context.part("kind")
        guard let kind = ReferenceKind(rawValue: text) else { throw RegistryError(.notFound, subject: text) }
        return kind
    }

    private func page(
        _ context: WebContext, _ form: FormFields = FormFields(), _ failures: [FieldFailure] = []
    ) async throws -> BureauTablePage {
        let actor = try context.requireActor()
        let language = site.language(context)
        let entries = try await site.registry.reference.entries(actor)
        var page = BureauTablePage()
        page.corrections = try await site.registry.reference.corrections(actor).map { correction in
            BureauTablePage.CorrectionRow(
                identifier: correction.id.description,
                field: language.label("import-field", correction.correction.field.rawValue),
                written: correction.correction.written,
                meaning: correction.correction.field == .type
                    ? language.label("type", correction.correction.meaning) : correction.meaningName,
                user: correction.user, time: TimeStamp(correction.createdAt.description)
            )
        }
        page.rows = entries.map { entry in
            BureauTablePage.OwnRow(
                kind: language.label("import-field", entry.kind.rawValue), kindCode: entry.kind.rawValue,
                key: entry.key, name: entry.fields[1],
                aliases: entry.fields[entry.kind == .make ? 3 : 2].replacing("|", with: ", ")
            )
        }
        let kinds = ReferenceKind.allCases.filter { kind in entries.contains { $0.kind == kind } }
        page.exports = kinds.map {
            .init(path: "\(Self.path)/rows/\($0.rawValue)", label: language.label("reference-file", $0.rawValue))
        }
        page.isAtWork = try await site.registry.reference.isAtWork(actor)
        page.field = ChoiceField(
            choices: language.choices(
                "import-field", SpellingCorrection.Field.allCases.map(\.rawValue), selected: form["field"] ?? "make"
            ),
            error: language.message(for: "field", in: failures)
        )
        page.written = TextField(
            value: form["written"] ?? "", error: language.message(for: "written", in: failures)
        )
        page.meaning = TextField(
            value: form["meaning"] ?? "", error: language.message(for: "meaning", in: failures)
        )
        page.errors = language.fieldErrors(failures)
        return page
    }

    private static func verdict(_ verdict: ReferenceVerdict, _ language: Language) -> BureauTablePage.Verdict {
        BureauTablePage.Verdict(
            line: "\(verdict.line)", outcome: language.badge("reference-outcome", verdict.outcome.rawValue),
            key: verdict.entry?.key ?? "",
            reasons: verdict.failures.map { failure in
                "\(failure.field): \(language.failure(failure.code, failure.arguments))"
                    + (failure.value.map { " (\($0))" } ?? "")
            }.joined(separator: "; ")
        )
    }
}
