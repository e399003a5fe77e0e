/// A joint operation that checks and hits may belong to.
public struct Operation: Sendable, Hashable, Codable {
    /// Short unique code: `TRIGGER-DEMO`.
    public var code: String
    public var name: String
    public var startsOn: CalendarDate
    public var endsOn: CalendarDate
    /// Codes of the bureaus that take part.
    public var bureaus: [String]

    public init(code: String, name: String, startsOn: CalendarDate, endsOn: CalendarDate, bureaus: [String]) {
        self.code = code
        self.name = name
        self.startsOn = startsOn
        self.endsOn = endsOn
        self.bureaus = bureaus
    }
}
