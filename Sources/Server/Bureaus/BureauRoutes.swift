import Firearms
import Hummingbird
import Registry
import Storage

/// Bureaus, users and tokens in the API.
struct BureauRoutes {
    let site: Site

    private struct BureauAnswer: Encodable {
        var code: String
        var name: String
        var country: String?
    }

    private struct UserAnswer: Encodable {
        var name: String
        var displayName: String
        var bureau: String
        var role: String
        var isDisabled: Bool
        var language: String

        init(_ user: User) {
            name = user.name
            displayName = user.displayName
            bureau = user.bureau
            role = user.role.rawValue
            isDisabled = user.isDisabled
            language = user.language
        }
    }

    private struct Myself: Encodable {
        var name: String
        var displayName: String
        var bureau: String
        var role: String
        var scopes: [String]?
        var rights: [String]
    }

    func add(to api: RouterGroup<WebContext>) {
        api.get("/me", use: myself)
        api.get("/bureaus", use: bureaus)
        api.post("/bureaus", use: createBureau)
        api.get("/users", use: users)
        api.post("/users", use: createUser)
        api.post("/users/:name/disable") { try await setDisabled(true, $0, $1) }
        api.post("/users/:name/enable") { try await setDisabled(false, $0, $1) }
        api.post("/users/:name/reset-password", use: resetPassword)
    }

    private func myself(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        return JSONAnswer.response(
            Myself(
                name: actor.name, displayName: actor.displayName, bureau: actor.bureau, role: actor.role.rawValue,
                scopes: actor.scopes?.map(\.rawValue).sorted(),
                rights: Right.allCases.filter { Access.allows($0, actor) }.map(\.rawValue)
            )
        )
    }

    private func bureaus(_ request: Request, _ context: WebContext) async throws -> Response {
        let bureaus = try await site.registry.bureaus.bureaus(context.requireActor())
        return JSONAnswer.response([
            "bureaus": bureaus.map { BureauAnswer(code: $0.code, name: $0.name, country: $0.country?.code) }
        ])
    }

    private func createBureau(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.manageBureaus, actor)
        var body = try await JSONBody.read(request)
        let bureau = Bureau(
            code: body.requiredString("code"), name: body.requiredString("name"),
            country: body.requiredCode("country") { Country($0) }
        )
        try body.refuseFailures()
        try await site.registry.bureaus.create(bureau, actor)
        return JSONAnswer.response(
            BureauAnswer(code: bureau.code, name: bureau.name, country: bureau.country?.code), status: .created
        )
    }

    private func users(_ request: Request, _ context: WebContext) async throws -> Response {
        let users = try await site.registry.users.users(context.requireActor())
        return JSONAnswer.response(["users": users.map(UserAnswer.init)])
    }

    private func createUser(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.manageUsers, actor)
        var body = try await JSONBody.read(request)
        let name = body.requiredString("name")
        let displayName = body.requiredString("displayName")
        let role = body.requiredCode("role") { Role(rawValue: $0) }
        let password = body.requiredString("password")
        let bureau = body.string("bureau") ?? actor.bureau
        let language = body.string("language") ?? "en"
        try body.refuseFailures()
        guard let role else { throw RegistryError(.invalid) }
        let user = try await site.registry.users.create(
            NewUser(
                name: name, displayName: displayName, bureau: bureau, role: role, password: password, language: language
            ),
            actor
        )
        return JSONAnswer.response(UserAnswer(user), status: .created)
    }

    private func setDisabled(_ disabled: Bool, _ request: Request, _ context: WebContext) async throws -> Response {
        try await site.registry.users.setDisabled(
            disabled, userNamed: context.part("name"), context.requireActor()
        )
        return Response(status: .noContent)
    }

    private func resetPassword(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.manageUsers, actor)
        var body = try await JSONBody.read(request)
        let password = body.requiredString("password")
        try body.refuseFailures()
        try await site.registry.users.resetPassword(userNamed: context.part("name"), to: password, actor)
        return Response(status: .noContent)
    }
}
