import Firearms
import Hummingbird
import NIOCore
import Registry

extension Site {
    /// A page in the context's language with what surrounds every page.
    func page(
        _ page: some Page, _ request: Request, _ context: WebContext, section: SiteSection? = nil,
        status: HTTPResponse.Status = .ok, notice: PageMessage? = nil
    ) async throws -> Response {
        let language = context.language ?? language(of: request, actor: context.actor)
        let layout = try await layout(request, context, section: section, notice: notice)
        return Self.html(try renderer.render(page, layout: layout, in: language), status: status)
    }

    /// The page that says what went wrong.
    func errorPage(
        _ problem: Problem, _ request: Request, _ context: WebContext, in language: Language
    ) async -> Response {
        if problem.code == "unauthenticated", request.method == .get {
            let next = HTTPQuery.escaped(request.uri.string)
            return Response(status: .seeOther, headers: [.location: "/sign-in?next=\(next)"])
        }
        var arguments: [String: String] = [:]
        if let seconds = problem.retryAfterSeconds { arguments["seconds"] = "\(seconds)" }
        let page = ErrorPage(
            status: problem.status.code, code: problem.code, detail: problem.detail, arguments: arguments,
            errors: problem.failures.map { language.fieldError($0.field, $0.code, $0.arguments) },
            requestIdentifier: context.requestIdentifier, in: language
        )
        let layout = (try? await layout(request, context, section: nil, notice: nil)) ?? Layout(csrf: "")
        let html = (try? renderer.render(page, layout: layout, in: language)) ?? language.text("error.internal.title")
        var response = Self.html(html, status: problem.status)
        if let seconds = problem.retryAfterSeconds { response.headers[.retryAfter] = "\(seconds)" }
        return response
    }

    /// To another page after something was done (RFC 9110, section 15.4.4), so that reloading does not repeat it.
    static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }

    static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }

    private func layout(
        _ request: Request, _ context: WebContext, section: SiteSection?, notice: PageMessage?
    ) async throws -> Layout {
        guard let actor = context.actor, let session = context.session else {
            return Layout(csrf: "", path: request.uri.string, isDemonstration: settings.isDemonstration, notice: notice)
        }
        return Layout(
            csrf: session.forgerySecret,
            user: SignedInUser(
                name: actor.displayName, bureau: actor.bureauName, countryCode: actor.country?.code ?? ""
            ),
            sections: SiteSection.allCases.filter { Access.allows($0.right, actor) }, current: section,
            waiting: try await waitingCount(for: actor), waitingPath: Self.waitingPath(for: actor),
            path: request.uri.string, isDemonstration: settings.isDemonstration, notice: notice
        )
    }
}

extension Site {
    /// How many hits, and links between cases, wait for an actor's bureau as far as the actor may know of them.
    func waitingCount(for actor: Actor) async throws -> Int {
        async let hits = registry.hits.openCount(actor)
        async let links = registry.examinations.newLinkCount(actor)
        return try await hits + links
    }

    /// The list the bell opens; it leads to the other one where the actor has both.
    private static func waitingPath(for actor: Actor) -> String? {
        if Access.allows(.readHits, actor) { return SiteSection.worklist.path }
        return Access.allows(.readExhibits, actor) ? "/links" : nil
    }
}

extension SiteSection {
    /// The right without which the section is not shown.
    var right: Right {
        switch self {
        case .check: .check
        case .worklist: .readHits
        case .examinations: .readExhibits
        case .records: .readRecords
        case .notices: .readNotices
        case .exhibits: .readExhibits
        case .imports: .importRecords
        case .journal: .readJournal
        case .administration: .manageUsers
        }
    }
}

/// Building queries.
enum HTTPQuery {
    /// Fields as a form would send them, those without a value left out.
    static func text(_ fields: [(name: String, value: String?)]) -> String {
        fields.compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : "\(escaped(name))=\(escaped($0))" }
        }.joined(separator: "&")
    }

    /// Percent-encodes everything outside RFC 3986's unreserved characters.
    static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x5F, 0x7E:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
        return result
    }
}
