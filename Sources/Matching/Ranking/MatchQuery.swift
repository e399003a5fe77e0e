public import Firearms

/// What is known of the firearm that a check asks about. Every field may be unknown.
public struct MatchQuery: Hashable, Sendable {
    /// The number.
    public var serial: SerialPattern?
    /// Code of the make; recognised from `make` when nil.
    public var makeCode: String?
    /// The make as written.
    public var make: String?
    /// The model as written.
    public var model: String?
    /// Code of the calibre; recognised from `calibre` when nil.
    public var calibreCode: String?
    /// The calibre as written.
    public var calibre: String?
    /// The kind of firearm.
    public var type: FirearmType?
    /// Where it was made.
    public var country: Country?

    /// Makes a query; what is not given is unknown.
    public init(
        serial: SerialPattern? = nil, makeCode: String? = nil, make: String? = nil, model: String? = nil,
        calibreCode: String? = nil, calibre: String? = nil, type: FirearmType? = nil, country: Country? = nil
    ) {
        self.serial = serial
        self.makeCode = makeCode
        self.make = make
        self.model = model
        self.calibreCode = calibreCode
        self.calibre = calibre
        self.type = type
        self.country = country
    }
}
