import Firearms
import Hummingbird
import Registry
import Storage

extension ImportPages {
    /// Decides what a text of the file means. After a dry run another one follows, so that its verdicts are those of the
    /// corrected table; after an import its records follow by themselves.
    func correct(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let job = try await site.registry.imports.job(context.identifier("id"), actor)
        do {
            let field = context.form["field"].flatMap { SpellingCorrection.Field(rawValue: $0) }
            guard let field else {
                throw RegistryError(.invalid, failures: [FieldFailure("field", "unknown-code")])
            }
            _ = try await site.registry.reference.correct(
                field, written: context.form["written"] ?? "", meaning: context.form["meaning"] ?? "", actor
            )
        } catch let error as RegistryError where error.code == .invalid {
            return try await page(of: job, refusing: error.failures, request, context)
        }
        guard job.state == .tried else { return Site.seeOther("/imports/\(job.id)?done=spelling-corrected") }
        return try await begin(isDryRun: true, job.id, actor)
    }
}
