public import Firearms

/// What a bureau states in a notice.
public struct NoticeContent: Sendable, Hashable, Codable {
    /// What it asks of others.
    public var colour: NoticeColour
    /// The person it is about.
    public var person: NoticePerson?
    /// The entity it is about, on the list of the Security Council.
    public var entity: NoticeEntity?
    /// The warrants or judgments a red notice rests on.
    public var warrants: [ArrestWarrant] = []
    /// What happened, when and where: when a person went missing, where a body was found.
    public var event: NoticeEvent?
    /// The way of acting a purple notice is about.
    public var modusOperandi: ModusOperandi?
    /// The listing by the Security Council.
    public var listing: SanctionsListing?
    /// The facts in words, the original first, then translations, each language once.
    public var texts: [NoticeText] = []
    /// What the notice may be used for.
    public var purpose: Purpose = .locateWanted
    /// How far it may travel.
    public var handling: HandlingLevel = .officialUseOnly
    /// Countries whose bureaus may not know that it exists.
    public var hiddenFrom: [Country] = []
    /// The countries a diffusion goes to; empty for a notice, which goes to all.
    public var addressees: [Country] = []
    /// Whether the owner agrees that an extract is shown to the public.
    public var isPublicExtractAgreed = false
    /// The last day it is in force; at most five years ahead at first.
    public var retentionUntil: CalendarDate?

    /// A notice of a colour of which nothing else is stated yet.
    public init(colour: NoticeColour) { self.colour = colour }
}

/// A warrant of arrest or a judgment.
public struct ArrestWarrant: Sendable, Hashable, Codable {
    /// The country whose authority issued it.
    public var issuingCountry: Country
    /// The offence in the words of the warrant.
    public var charge: String
    /// The offence in English, where the warrant is in another language.
    public var chargeTranslation: String?
    /// The law it rests on.
    public var law: String?
    /// The warrant's own number.
    public var reference: String?
    /// When it was issued.
    public var issuedOn: CalendarDate?
    /// The highest penalty the law has, years.
    public var maximumPenaltyYears: Double?
    /// The sentence that was passed, or what is left of it, months.
    public var sentenceMonths: Double?
    /// The countries from which extradition will be sought; nil where none is named.
    public var extraditionFrom: [Country]?

    /// States a warrant.
    public init(issuingCountry: Country, charge: String) {
        self.issuingCountry = issuingCountry
        self.charge = charge
    }
}

/// What a notice tells of an event.
public struct NoticeEvent: Sendable, Hashable, Codable {
    /// The day.
    public var date: CalendarDate?
    /// The place, in words.
    public var place: String?
    /// The country.
    public var country: Country?

    /// States an event.
    public init(date: CalendarDate? = nil, place: String? = nil, country: Country? = nil) {
        self.date = date
        self.place = place
        self.country = country
    }
}

/// A text in one language.
public struct NoticeText: Sendable, Hashable, Codable {
    /// The language: `en`, `es`, `fr`, `ar` and others, as in BCP 47.
    public var language: String
    /// The text.
    public var text: String

    /// States a text.
    public init(language: String, text: String) {
        self.language = language
        self.text = text
    }
}
