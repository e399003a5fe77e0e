import Hummingbird
import Registry

/// Operations in the API: `/api/v1/operations`.
struct OperationRoutes {
    let site: Site

    private struct Answer: Encodable {
        var code: String
        var name: String
        var startsOn: String
        var endsOn: String
        var bureaus: [String]
    }

    func add(to api: RouterGroup<WebContext>) {
        api.get("/operations", use: list)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let operations = try await site.registry.operations.operations(context.requireActor())
        return JSONAnswer.response([
            "operations": operations.map {
                Answer(
                    code: $0.code, name: $0.name, startsOn: $0.startsOn.description, endsOn: $0.endsOn.description,
                    bureaus: $0.bureaus
                )
            }
        ])
    }
}
