public import Firearms
public import Identity
public import Storage

/// The few fields of a notice that candidates and hits show before the notice itself is read.
public struct NoticeBrief: Sendable, Hashable {
    /// Row number in the database; means nothing outside this installation.
    public var sequence: Int64
    /// The number people use: `2026/00123`.
    public var number: String
    /// Code of the bureau that owns it.
    public var bureau: String
    /// What it asks of others.
    public var colour: NoticeColour
    /// Where it stands.
    public var state: NoticeState
    /// How secret it is.
    public var handling: HandlingLevel
    /// Whether it is of an organisation or another entity.
    public var isEntity: Bool
    /// Family name of the person, or name of the entity.
    public var name: String
    /// Given names of the person.
    public var forename: String?
    /// When the person was born, as far as it is known.
    public var birthDate: PartialDate?
    /// Countries of which the person is a national.
    public var nationalities: [Country]
    /// When this version was written.
    public var changedAt: Moment

    /// The number as it stands in paths: `2026-00123`.
    public var pathNumber: String { number.replacing("/", with: "-") }

    /// The brief of a notice.
    public init(_ notice: Notice) {
        let person = notice.content.person
        sequence = notice.sequence
        number = notice.number
        bureau = notice.bureau
        colour = notice.content.colour
        state = notice.state
        handling = notice.content.handling
        isEntity = person == nil && notice.content.entity != nil
        name = person?.name ?? notice.content.entity?.name ?? ""
        forename = person?.forename
        birthDate = person?.birthDate
        nationalities = person?.nationalities ?? []
        changedAt = notice.changedAt
    }
}
