/// What an examiner's text about a number says: the number itself, and the words around it.
public struct SerialReading: Hashable, Sendable {
    /// The number with its part and state.
    public var number: FirearmNumber
    /// What was written besides the number, in the written order; empty when there was nothing else.
    public var remainder: String

    /// Makes a reading.
    public init(number: FirearmNumber, remainder: String = "") {
        self.number = number
        self.remainder = remainder
    }
}
