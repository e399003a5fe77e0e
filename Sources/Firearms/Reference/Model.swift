/// A model of a maker: what a description should say when the model is known.
public struct Model: Hashable, Sendable {
    /// The code of its maker in the reference table.
    public let makeCode: String
    /// The name shown to people; unique within the maker.
    public let name: String
    /// What people write for it, besides the name.
    public let aliases: [String]
    /// The kind of firearm it is.
    public let type: FirearmType
    /// How it loads and fires; nil when the model was made with several actions.
    public let action: FirearmAction?
    /// Codes of the calibres it was made in, the usual one first; empty when it was made in too many to list.
    public let calibreCodes: [String]
    /// First year of manufacture; nil when not recorded.
    public let firstYear: Int?
    /// Last year of manufacture; nil when still made or not recorded.
    public let lastYear: Int?
    /// Models it is mistaken for, each with what tells them apart.
    public internal(set) var lookAlikes: [LookAlike]

    /// Makes a model.
    public init(
        makeCode: String, name: String, aliases: [String] = [], type: FirearmType, action: FirearmAction? = nil,
        calibreCodes: [String] = [], firstYear: Int? = nil, lastYear: Int? = nil, lookAlikes: [LookAlike] = []
    ) {
        self.makeCode = makeCode
        self.name = name
        self.aliases = aliases
        self.type = type
        self.action = action
        self.calibreCodes = calibreCodes
        self.firstYear = firstYear
        self.lastYear = lastYear
        self.lookAlikes = lookAlikes
    }

    /// Whether the maker made this model in this calibre. True when the table lists no calibres for it.
    public func isMade(inCalibre code: String) -> Bool { calibreCodes.isEmpty || calibreCodes.contains(code) }
}

/// A model that another one is mistaken for.
public struct LookAlike: Hashable, Sendable {
    /// The code of its maker.
    public let makeCode: String
    /// Its name.
    public let model: String
    /// What tells the two apart, a technical reference text in English.
    public let difference: String

    /// Makes a look-alike.
    public init(makeCode: String, model: String, difference: String) {
        self.makeCode = makeCode
        self.model = model
        self.difference = difference
    }
}
