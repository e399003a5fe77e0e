/// What a reader of public notices asks for. Empty fields do not narrow.
public struct PublicNoticeQuery: Sendable, Hashable {
    /// Which lists of a colour.
    public enum List: Sendable, Hashable {
        case red, yellow
        /// Persons and entities under sanctions, or one of the two.
        case unitedNations(isEntity: Bool?)

        var colour: NoticeColour {
            switch self {
            case .red: .red
            case .yellow: .yellow
            case .unitedNations: .unitedNations
            }
        }
    }

    /// The list.
    public var list: List
    /// Given names.
    public var forename: NamePattern?
    /// Family name, or an entity's name.
    public var name: NamePattern?
    /// Two-letter code of a nationality.
    public var nationality: String?
    /// Years of age at least.
    public var ageMin: Int?
    /// Years of age at most.
    public var ageMax: Int?
    /// Words in any of its texts.
    public var freeText: String?
    /// Sex.
    public var sex: NoticePerson.Sex?
    /// Two-letter code of the country that issued a warrant.
    public var warrantCountry: String?
    /// A part of the reference on the Security Council's list.
    public var reference: String?
    /// A part of the number of the resolution.
    public var resolution: String?
    /// Page, from 1.
    public var page = 1
    /// Notices on a page.
    public var perPage = 20

    /// Everything on a list.
    public init(list: List) { self.list = list }
}

/// One page of public notices.
public struct PublicNoticePage: Sendable, Hashable {
    /// The notices of the page.
    public var items: [PublicNotice]
    /// How many notices agree, whatever may be paged through.
    public var total: Int
    /// The page that was given: the one asked for, or the last one.
    public var page: Int
    /// The last page that can be asked for.
    public var lastPage: Int

    /// A page on which nothing is found.
    public static let empty = PublicNoticePage(items: [], total: 0, page: 1, lastPage: 1)
}

/// A notice whose owner agreed to a public extract, with its pictures.
public struct PublicNotice: Sendable, Hashable {
    /// The notice.
    public var notice: Notice
    /// The numbers of its pictures, in their order; in lists the first one only.
    public var pictures: [Int64]
}
