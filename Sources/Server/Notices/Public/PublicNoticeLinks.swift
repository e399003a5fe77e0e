import Hummingbird
import Registry

/// A link as HAL has it.
struct PublicLink: Encodable {
    var href: String
}

/// The addresses below which public notices are served.
struct PublicNoticeLinks {
    /// The address of `/notices/v1`, without a slash at the end.
    let base: String

    /// - Parameter site: states the address by which others reach this installation; without one the request's own is
    ///   used.
    init(_ site: Site, _ request: Request) {
        let path = site.settings.publicNoticesPath ?? ""
        if let address = site.settings.publicAddress {
            base = address + path
        } else {
            let scheme = site.settings.isBehindTLS ? "https" : "http"
            // The authority is what the client wrote: kept to the signs of a host and port before it is given back.
            let authority = (request.head.authority ?? "").filter {
                $0.isASCII && ($0.isLetter || $0.isNumber || ".-:[]".contains($0))
            }
            base = "\(scheme)://\(authority)\(path)"
        }
    }

    func list(_ list: PublicNoticeQuery.List) -> String { "\(base)/\(Self.path(list))" }

    func notice(_ notice: Notice) -> String {
        switch notice.content.colour {
        case .unitedNations:
            "\(base)/un/\(notice.content.entity == nil ? "persons" : "entities")/\(notice.pathNumber)"
        default: "\(base)/\(notice.content.colour.rawValue)/\(notice.pathNumber)"
        }
    }

    func images(_ notice: Notice) -> String { self.notice(notice) + "/images" }

    func image(_ picture: Int64, _ notice: Notice) -> String { "\(images(notice))/\(picture)" }

    func thumbnail(_ picture: Int64, _ notice: Notice) -> String { image(picture, notice) + "/thumbnail" }

    static func path(_ list: PublicNoticeQuery.List) -> String {
        switch list {
        case .red: "red"
        case .yellow: "yellow"
        case .unitedNations(nil): "un"
        case .unitedNations(false?): "un/persons"
        case .unitedNations(true?): "un/entities"
        }
    }
}
