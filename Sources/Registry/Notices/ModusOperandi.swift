public import Firearms

/// The way of acting that a purple notice shares.
public struct ModusOperandi: Sendable, Hashable, Codable {
    /// What is done.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case manufacture, conversion, trafficking, concealment
        case strawPurchase = "straw-purchase"
        case markRemoval = "mark-removal"
        case postal, drone
        case printing = "3d-print"
    }

    /// What is done; several may hold.
    public var kinds: [Kind] = []
    /// How it is done.
    public var method = ""
    /// The objects or devices used.
    public var object: String?
    /// How things are hidden, and where.
    public var concealment: String?
    /// How they are moved.
    public var transport: String?
    /// By what it can be noticed.
    public var indicators: String?
    /// What helps against it.
    public var countermeasure: String?
    /// What officers must beware of.
    public var danger: String?
    /// Where it was seen.
    public var countries: [Country] = []
    /// When it was first seen.
    public var firstSeen: CalendarDate?
    /// When it was last seen.
    public var lastSeen: CalendarDate?
    /// Numbers of records of seizures it was seen in.
    public var seizures: [String] = []
    /// Code of the joint operation in which it was seen.
    public var operation: String?

    /// A way of acting of which nothing is stated yet.
    public init() {}

    /// What it says in words.
    var texts: [String] {
        [method] + [object, concealment, transport, indicators, countermeasure, danger].compactMap { $0 }
    }
}
