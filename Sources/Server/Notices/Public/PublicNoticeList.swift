import Firearms
import Identity
import Registry

/// The body of a list of public notices.
struct PublicNoticeList: Encodable {
    struct Links: Encodable {
        var own: PublicLink
        var images: PublicLink
        var thumbnail: PublicLink?

        enum CodingKeys: String, CodingKey {
            case own = "self"
            case images, thumbnail
        }
    }

    struct Item: Encodable {
        @ExplicitNull var forename: String?
        @ExplicitNull var dateOfBirth: String?
        var entityID: String
        @ExplicitNull var nationalities: [String]?
        @ExplicitNull var name: String?
        var links: Links

        enum CodingKeys: String, CodingKey {
            case forename
            case dateOfBirth = "date_of_birth"
            case entityID = "entity_id"
            case nationalities, name
            case links = "_links"
        }
    }

    struct Embedded: Encodable {
        var notices: [Item]
    }

    struct PageLinks: Encodable {
        var own: PublicLink
        var first: PublicLink
        var last: PublicLink
        var next: PublicLink?

        enum CodingKeys: String, CodingKey {
            case own = "self"
            case first, last, next
        }
    }

    var total: Int
    var query: PublicNoticeRequest.Echo
    var embedded: Embedded
    var links: PageLinks

    enum CodingKeys: String, CodingKey {
        case total, query
        case embedded = "_embedded"
        case links = "_links"
    }

    init(_ page: PublicNoticePage, _ request: PublicNoticeRequest, _ addresses: PublicNoticeLinks) {
        total = page.total
        query = request.echo(page: page.page)
        embedded = Embedded(notices: page.items.map { Item($0, addresses) })
        func link(_ number: Int) -> PublicLink {
            PublicLink(href: addresses.list(request.query.list) + "?" + request.encoded(page: number))
        }
        links = PageLinks(
            own: link(page.page), first: link(1), last: link(page.lastPage),
            next: page.page < page.lastPage ? link(page.page + 1) : nil
        )
    }
}

extension PublicNoticeList.Item {
    init(_ item: PublicNotice, _ addresses: PublicNoticeLinks) {
        let content = item.notice.content
        let countries = content.person?.nationalities.map(\.code) ?? []
        self.init(
            forename: content.person?.forename,
            dateOfBirth: content.person?.birthDate.map(PublicNoticeText.date),
            entityID: item.notice.number,
            nationalities: countries.isEmpty ? nil : countries,
            name: content.person?.name ?? content.entity?.name,
            links: PublicNoticeList.Links(item, addresses)
        )
    }
}

extension PublicNoticeList.Links {
    init(_ item: PublicNotice, _ addresses: PublicNoticeLinks) {
        self.init(
            own: PublicLink(href: addresses.notice(item.notice)),
            images: PublicLink(href: addresses.images(item.notice)),
            thumbnail: item.pictures.first.map { PublicLink(href: addresses.thumbnail($0, item.notice)) }
        )
    }
}
