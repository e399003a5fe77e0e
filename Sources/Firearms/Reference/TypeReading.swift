/// What the words of a text say about the kind of firearm.
public struct TypeReading: Hashable, Sendable {
    /// The kind; nil when no word names one.
    public var type: Recognition<FirearmType>?
    /// How it loads and fires, where a word says so (`escopeta de bombeo`).
    public var action: FirearmAction?
    /// What was done to it, where a word says so (`artesanal`, `recortada`).
    public var conversion: Conversion?

    /// Makes a reading.
    public init(
        type: Recognition<FirearmType>? = nil, action: FirearmAction? = nil, conversion: Conversion? = nil
    ) {
        self.type = type
        self.action = action
        self.conversion = conversion
    }
}
