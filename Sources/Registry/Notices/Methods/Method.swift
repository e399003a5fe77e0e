public import Firearms

/// Which methods a search of the library shows. Empty fields do not narrow.
public struct MethodFilter: Sendable, Hashable {
    /// What is done.
    public var kind: ModusOperandi.Kind?
    /// Words of the object.
    public var object: String?
    /// Words of the place of concealment.
    public var concealment: String?
    /// Words of the transport.
    public var transport: String?
    /// A country where it was seen.
    public var country: Country?
    /// Code of the operation in which it was seen.
    public var operation: String?
    /// Words anywhere in it, in any of its languages.
    public var words: String?

    /// Narrows by what is given.
    public init(
        kind: ModusOperandi.Kind? = nil, object: String? = nil, concealment: String? = nil, transport: String? = nil,
        country: Country? = nil, operation: String? = nil, words: String? = nil
    ) {
        self.kind = kind
        self.object = object
        self.concealment = concealment
        self.transport = transport
        self.country = country
        self.operation = operation
        self.words = words
    }
}

/// A method found, with the words that made it so.
public struct FoundMethod: Sendable, Hashable {
    /// The notice that shares it.
    public var notice: Notice
    /// Agreement between 0 and 1; 1 where nothing was asked for in words.
    public var score: Double
    /// What it has in common with what was asked, the strongest first.
    public var reasons: [MethodReason]
}

/// Something that two methods share, or a method and a search.
public enum MethodReason: Sendable, Hashable {
    /// A word, as the found method writes it.
    case word(String)
    /// What is done.
    case kind(ModusOperandi.Kind)
}
