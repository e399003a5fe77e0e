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

    /// Reads: the token, nothing else.
    private func describe(_ request: Request, _ context: WebContext) async throws -> Response {
        try Access.require(.check, context.requireActor())
        var body = try await JSONBody.read(request)
        let input = try DescriptionInput(&body)
        let language = context.language ?? site.renderer.catalogue.language(accepting: nil)
        return JSONAnswer.response(DescriptionAnswer(input.description, in: language))
    }
}
