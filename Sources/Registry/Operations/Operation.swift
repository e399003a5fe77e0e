/// A joint operation that checks and hits may belong to.
public struct Operation: Sendable, Hashable, Codable {
    /// Short unique code: `TRIGGER-DEMO`.
    public var code: String
    /// Name for people, at most 200 characters.
    public var name: String
    /// The first day.
    public var startsOn: CalendarDate
    /// The last day, not before the first.
    public var endsOn: CalendarDate
    /// Codes of the bureaus that take part.
    public var bureaus: [String]

    /// States an operation; `OperationService.create` checks what is stated.
    public init(code: String, name: String, startsOn: CalendarDate, endsOn: CalendarDate, bureaus: [String]) {
        self.code = code
        self.name = name
        self.startsOn = startsOn
        self.endsOn = endsOn
        self.bureaus = bureaus
    }
}
