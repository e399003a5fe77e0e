public import Firearms

/// An organisation that owns records: a country's National Central Bureau, or the coordination centre.
public struct Bureau: Sendable, Hashable, Codable {
    /// Short unique code that prefixes the numbers of its records: `BR`, `HUB`.
    public var code: String
    /// Name for people: `NCB Brasília`.
    public var name: String
    /// nil for the coordination centre.
    public var country: Country?

    /// Whether this is the coordination centre, which belongs to no country.
    public var isCoordinationCentre: Bool { country == nil }

    /// States a bureau; `BureauService.create` checks what is stated.
    public init(code: String, name: String, country: Country?) {
        self.code = code
        self.name = name
        self.country = country
    }
}
