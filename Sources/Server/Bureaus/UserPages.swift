import Hummingbird
import Registry
import Storage

/// An administrator's users. A new password is made here and shown once, in the answer itself: it is kept nowhere,
/// so there is nothing to redirect to.
struct UserPages {
    let site: Site

    private static let path = "/administration/users"

    func add(to router: Router<WebContext>) {
        router.get("/administration", use: { _, _ in Site.seeOther(Self.path) })
        router.get("/administration/users", use: list)
        router.post("/administration/users", use: create)
        router.post("/administration/users/:name/disable") { try await setDisabled(true, $0, $1) }
        router.post("/administration/users/:name/enable") { try await setDisabled(false, $0, $1) }
        router.post("/administration/users/:name/reset", use: reset)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let page = try await page(FormFields(), [], context)
        // The name in the text comes from the list and not from the address.
        let names = Set(page.rows.map(\.name))
        let notice = request.query["user"].flatMap { name in
            names.contains(name)
                ? PageMessage.done(
                    request, ["user-disabled", "user-enabled"], ["name": name],
                    in: context.language ?? site.renderer.catalogue.base
                ) : nil
        }
        return try await site.page(page, request, context, section: .administration, notice: notice)
    }

    private func create(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.manageUsers, actor)
        let form = context.form
        do {
            let role = form["role"].flatMap { Role(rawValue: $0) }
            let password = OneTimePassword.make()
            let new = NewUser(
                name: form["name"] ?? "", displayName: form["displayName"] ?? "",
                bureau: form["bureau"] ?? actor.bureau, role: role ?? .officer, password: password,
                language: form["language"] ?? actor.language
            )
            if role == nil {
                let failures = [FieldFailure("role", form["role"] == nil ? "required" : "unknown-code")]
                throw RegistryError(.invalid, failures: failures + site.registry.users.failures(in: new))
            }
            let user = try await site.registry.users.create(new, actor)
            return try await issued(password, to: user.name, .created, request, context)
        } catch let error as RegistryError where !error.failures.isEmpty {
            let page = try await page(form, error.failures, context)
            return try await site.page(
                page, request, context, section: .administration, status: Problem(error).status
            )
        }
    }

    private func reset(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let name = context.part("name")
        let password = OneTimePassword.make()
        try await site.registry.users.resetPassword(userNamed: name, to: password, actor)
        // Whoever resets their own password has just ended their session.
        return try await issued(password, to: name, .ok, request, context)
    }

    private func issued(
        _ password: String, to name: String, _ status: HTTPResponse.Status, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        var page = try await page(FormFields(), [], context)
        page.issued = IssuedSecret(name: name, secret: password)
        return try await site.page(page, request, context, section: .administration, status: status)
    }

    private func setDisabled(_ disabled: Bool, _ request: Request, _ context: WebContext) async throws -> Response {
        let name = context.part("name")
        try await site.registry.users.setDisabled(disabled, userNamed: name, context.requireActor())
        let done = disabled ? "user-disabled" : "user-enabled"
        return Site.seeOther("\(Self.path)?done=\(done)&user=\(HTTPQuery.escaped(name))")
    }

    private func page(
        _ form: FormFields, _ failures: [FieldFailure], _ context: WebContext
    ) async throws -> UsersPage {
        let actor = try context.requireActor()
        let language = context.language ?? site.renderer.catalogue.base
        let users = try await site.registry.users.users(actor)
        let bureaus = try await site.bureauNames(actor)
        func field(_ name: String) -> TextField {
            TextField(value: form[name] ?? "", error: language.message(for: name, in: failures))
        }
        let roles = Role.allCases.filter { $0 != .coordinator || actor.isCoordinationCentre }
        let managesBureaus = Access.allows(.manageBureaus, actor)
        return UsersPage(
            rows: users.map { Self.row($0, bureaus, actor, language) },
            name: field("name"), displayName: field("displayName"),
            role: ChoiceField(
                choices: language.choices("role", roles.map(\.rawValue), selected: form["role"] ?? "officer"),
                error: language.message(for: "role", in: failures)
            ),
            bureau: ChoiceField(
                choices: managesBureaus ? bureaus.choices(selected: form["bureau"] ?? actor.bureau) : [],
                error: language.message(for: "bureau", in: failures)
            ),
            language: ChoiceField(
                choices: site.renderer.catalogue.languages.map {
                    Choice(value: $0.code, label: $0.name, isSelected: $0.code == form["language"] ?? actor.language)
                },
                error: language.message(for: "language", in: failures)
            ),
            errors: language.fieldErrors(failures), isExpanded: !failures.isEmpty
        )
    }

    private static func row(
        _ user: User, _ bureaus: BureauNames, _ actor: Actor, _ language: Language
    ) -> UsersPage.Row {
        let isSelf = user.id == actor.user
        return UsersPage.Row(
            name: user.name, displayName: user.displayName, role: language.badge("role", user.role.rawValue),
            bureau: bureaus[user.bureau],
            state: language.badge("user-state", user.isDisabled ? "disabled" : "active"),
            created: TimeStamp(user.createdAt.description), mayDisable: !user.isDisabled && !isSelf,
            mayEnable: user.isDisabled, mayReset: !isSelf && !user.isDisabled
        )
    }
}

/// Passwords that an administrator hands over, to be changed by their owner.
enum OneTimePassword {
    /// Without letters and digits that are taken for one another when read aloud or from paper.
    private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")
    private static let groups = 4
    private static let groupLength = 5

    /// Twenty characters in four groups: 99 bits from the system's random numbers.
    static func make() -> String {
        var source = SystemRandomNumberGenerator()
        return (0..<groups).map { _ in
            String((0..<groupLength).compactMap { _ in alphabet.randomElement(using: &source) })
        }
        .joined(separator: "-")
    }
}
