/// What each difference of names takes off the score of 1. Set by hand so that the order of the labelled pairs comes out
/// right (docs/persons.md has the figures); 0.7 is where a pair begins to be worth a look.
public struct NameWeights: Sendable {
    /// One letter in a word of five letters or more.
    public var letter: Float = 0.14
    /// The same as a multiple, in a word of four, three, two letters and of one.
    public var shortWords: (Float, Float, Float, Float) = (1.2, 1.6, 2.2, 4)
    /// Every letter beyond two.
    public var furtherLetter: Float = 0.26
    /// The most that a difference of spelling may cost and still count as an agreement.
    public var mostForAgreement: Float = 0.46
    /// Two given names that are known to be different ones, on top of the letters.
    public var knownDifferent: Float = 0.12
    /// Forms of one name.
    public var variant: Float = 0.08
    /// An initial for a name.
    public var initial: Float = 0.08
    /// Several initials for several names.
    public var initials: Float = 0.12
    /// Equal consonants of a script without vowels: three or more, two, one.
    public var consonants: (Float, Float, Float) = (0.08, 0.14, 0.3)
    /// One consonant more or less.
    public var consonant: Float = 0.24
    /// Words written together.
    public var joined: Float = 0.03
    /// How much more a letter counts where both words are in a script without vowels, as a multiple.
    public var unvowelled: Float = 1.4
    /// Written backwards.
    public var reversed: Float = 0.14
    /// A part that the other side lacks, in a person's name: the first two, further ones.
    public var missing: (Float, Float) = (0.05, 0.04)
    /// A patronymic or a form of address that is a name as well.
    public var missingStyle: Float = 0.02
    /// A telling part of an organisation's name.
    public var missingTelling: Float = 0.24
    /// A part common to organisations.
    public var missingGeneric: Float = 0.1
    /// A country or city.
    public var missingGeography: Float = 0.32
    /// A continent.
    public var missingContinent: Float = 0.15
    /// A number.
    public var missingNumber: Float = 0.2
    /// Different parts on both sides.
    public var conflict: Float = 0.5
    /// The same where one is a form of address.
    public var conflictStyle: Float = 0.2
    /// The same where both are common to organisations.
    public var conflictGeneric: Float = 0.4
    /// Numbers that differ in one place.
    public var number: Float = 0.28
    /// Parts in another order.
    public var order: Float = 0.01
    /// A father's name that agrees with another name.
    public var father: Float = 0.18
    /// Stated given and family names crosswise.
    public var swapped: Float = 0.06
    /// One name agrees and the other side has one more, or several.
    public var single: (Float, Float) = (0.2, 0.3)
    /// One name after a form of address, which may be the family name.
    public var singleAfterAddress: Float = 0.2
    /// Only common words agree.
    public var common: Float = 0.4
    /// Legal forms of different kinds.
    public var legalForm: Float = 0.32

    /// The weights in use.
    public init() {}

    /// Points off for a distance in letters between words of a length.
    @inline(__always)
    func spelling(_ distance: Float, length: Int) -> Float {
        var factor: Float = 1
        switch length {
        case 5...: factor = length >= 8 ? 0.95 : 1
        case 4: factor = shortWords.0
        case 3: factor = shortWords.1
        case 2: factor = shortWords.2
        default: factor = shortWords.3
        }
        return letter * factor * min(distance, 2) + furtherLetter * max(distance - 2, 0)
    }
}
