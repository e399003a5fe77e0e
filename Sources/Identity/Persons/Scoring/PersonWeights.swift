/// How far what is known besides the name moves the score: a positive weight closes that share of the gap to 1, a
/// negative one takes that share away.
public struct PersonWeights: Sendable {
    /// By agreement of the dates of birth.
    public var dates: [DateAgreement: Float] = [
        .equal: 0.4, .sameMonth: 0.2, .sameYear: 0.1, .swapped: 0.25, .misread: 0.15, .nextYear: 0.12, .nearYear: 0.02,
        .otherDay: -0.2, .different: -0.45,
    ]
    /// A nationality in common.
    public var sameNationality: Float = 0.05
    /// Both state nationalities, none in common.
    public var otherNationality: Float = -0.08
    /// The same sex.
    public var sameSex: Float = 0.01
    /// Male against female.
    public var otherSex: Float = -0.25
    /// The same place of birth.
    public var samePlace: Float = 0.12
    /// Places of birth that have nothing in common.
    public var otherPlace: Float = -0.05

    /// The weights in use.
    public init() {}

    func date(_ agreement: DateAgreement) -> Float { dates[agreement] ?? 0 }
}
