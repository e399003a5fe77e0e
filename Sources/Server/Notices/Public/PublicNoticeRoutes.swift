import Hummingbird
import Registry

/// Public notices for the programs that read them: `/notices/v1/red`, `/yellow`, `/un`.
struct PublicNoticeRoutes {
    let site: Site

    func add(to router: Router<WebContext>) {
        guard let path = site.settings.publicNoticesPath else { return }
        let group = router.group(RouterPath(path))
        add(.red, to: group)
        add(.yellow, to: group)
        group.get("/un") { request, _ in try await list(.unitedNations(isEntity: nil), request) }
        add(.unitedNations(isEntity: false), to: group)
        add(.unitedNations(isEntity: true), to: group)
    }

    /// A list and its notices, each under both spellings of its number: `2026-00123` and `2026/00123`.
    private func add(_ kind: PublicNoticeQuery.List, to group: RouterGroup<WebContext>) {
        let path = "/" + PublicNoticeLinks.path(kind)
        group.get(RouterPath(path)) { request, _ in try await list(kind, request) }
        for number in ["/:number", "/:number/:count"] {
            group.get(RouterPath(path + number)) { try await detail(kind, $0, $1) }
            group.get(RouterPath(path + number + "/images")) { try await images(kind, $0, $1) }
            group.get(RouterPath(path + number + "/images/:picture")) { try await image(kind, isThumbnail: false, $1) }
            group.get(RouterPath(path + number + "/images/:picture/thumbnail")) {
                try await image(kind, isThumbnail: true, $1)
            }
        }
    }

    private func list(_ list: PublicNoticeQuery.List, _ request: Request) async throws -> Response {
        let asked = try PublicNoticeRequest(request.query, list)
        let page = try await site.registry.publicNotices.page(asked.query)
        return JSONAnswer.response(PublicNoticeList(page, asked, PublicNoticeLinks(site, request)))
    }

    private func detail(
        _ list: PublicNoticeQuery.List, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let found = try await site.registry.publicNotices.notice(context.noticeNumber(), on: list)
        return JSONAnswer.response(PublicNoticeDetail.body(found, PublicNoticeLinks(site, request)))
    }

    private struct Image: Encodable {
        struct Links: Encodable {
            var own: PublicLink

            enum CodingKeys: String, CodingKey { case own = "self" }
        }

        var id: String
        var links: Links

        enum CodingKeys: String, CodingKey {
            case id = "picture_id"
            case links = "_links"
        }
    }

    private struct Images: Encodable {
        struct Embedded: Encodable {
            var images: [Image]
        }

        struct Links: Encodable {
            var own: PublicLink
            var notice: PublicLink
            var thumbnail: PublicLink?

            enum CodingKeys: String, CodingKey {
                case own = "self"
                case notice, thumbnail
            }
        }

        var embedded: Embedded
        var links: Links

        enum CodingKeys: String, CodingKey {
            case embedded = "_embedded"
            case links = "_links"
        }
    }

    private func images(
        _ list: PublicNoticeQuery.List, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let found = try await site.registry.publicNotices.notice(context.noticeNumber(), on: list)
        let addresses = PublicNoticeLinks(site, request)
        let images = found.pictures.map {
            Image(id: String($0), links: .init(own: PublicLink(href: addresses.image($0, found.notice))))
        }
        return JSONAnswer.response(
            Images(
                embedded: .init(images: images),
                links: .init(
                    own: PublicLink(href: addresses.images(found.notice)),
                    notice: PublicLink(href: addresses.notice(found.notice)),
                    thumbnail: found.pictures.first.map { PublicLink(href: addresses.thumbnail($0, found.notice)) }
                )
            )
        )
    }

    private func image(
        _ list: PublicNoticeQuery.List, isThumbnail: Bool, _ context: WebContext
    ) async throws -> Response {
        let file = try await site.registry.publicNotices.picture(
            context.noticePicture(), of: context.noticeNumber(), on: list, isThumbnail: isThumbnail
        )
        return file.response(cacheControl: "public, max-age=3600")
    }
}
