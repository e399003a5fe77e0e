/// Which ways of agreeing to look for, beyond equal and confusable numbers, which are always found.
public struct SerialIndexSteps: OptionSet, Sendable, Hashable {
    /// One bit for each way.
    public let rawValue: UInt8

    /// Makes a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Numbers that agree with the readable places of a reading with unreadable ones.
    public static let unreadable = SerialIndexSteps(rawValue: 1)
    /// Numbers one misreading away.
    public static let oneEdit = SerialIndexSteps(rawValue: 2)
    /// Longer numbers of which the reading is a piece.
    public static let part = SerialIndexSteps(rawValue: 4)
    /// Records with unreadable places of their own.
    public static let partialRecord = SerialIndexSteps(rawValue: 8)
    /// Everything.
    public static let all: SerialIndexSteps = [.unreadable, .partialRecord, .oneEdit, .part]
}
