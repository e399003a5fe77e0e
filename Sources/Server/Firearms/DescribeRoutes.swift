import Hummingbird
import Registry

/// Describing a firearm in the terms of the reference table: `/api/v1/firearms/describe`.
///
/// Nothing is stored or looked for, so nothing is journalled.
struct DescribeRoutes {
    let site: Site

    func add(to api: RouterGroup<WebContext>) {
        api.post("/firearms/describe", use: describe)
    }

    /// Reads: the token, the version of the bureau's reference table.
    private func describe(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.check, actor)
        var body = try await JSONBody.read(request)
        let input = try DescriptionInput(&body)
        let table = try await site.registry.reference.table(actor)
        let language = context.language ?? site.renderer.catalogue.language(accepting: nil)
        return JSONAnswer.response(DescriptionAnswer(input.description(table), in: language, table: table))
    }
}
