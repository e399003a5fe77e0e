import Firearms

/// The weights of evidence, in bits (base-2 logarithm of a likelihood ratio, after Good 1950, "Probability and the
/// Weighing of Evidence"): how much more likely the finding is for the same firearm than for another one.
///
/// Set by judgement from the facts named, not fitted to data; what matters is their order.
enum MatchWeights {
    /// Evidence needed before a candidate is as likely right as wrong: an equal five-place number without anything
    /// else gets there, a three-place one does not.
    static let prior = -6.0
    /// One readable place that agrees. A random place would give 4 to 5 bits, but numbers run in series, a serial
    /// recurs across makes, and readings share their beginnings.
    static let place = 1.25
    /// Most that agreeing places give together: even a long equal number recurs on another make (3 % do).
    static let placesAtMost = 10.0
    /// An unreadable place takes nothing away but certainty; it keeps a partial agreement below a full one.
    static let unreadablePlace = -0.5
    /// Other letters between the digits: ignored by national practice, yet a real difference of the text.
    static let embedded = -1.0
    /// Only one side compared, the number of places unknown or different.
    static let oneSideOnly = -2.0
    /// One sign left out, added, replaced or swapped with its neighbour: four of five errors in written words are one of
    /// these (Damerau 1964, doi:10.1145/363958.363994), yet most numbers are copied without any.
    static let misreading = -3.0
    /// A sign of a run (the second 1 of 11) left out or written once too often, or neighbours swapped: the likeliest of
    /// these errors.
    static let likelyMisreading = -2.0
    /// Another sign in one of the last places: guns of one make are sold in series, so that the neighbour's number is
    /// as likely as a misread one.
    static let sameSeries = -1.5, seriesPlaces = 2
    /// The number asked for is a placeholder such as 123456 or 000000, written where the true one was not known.
    static let placeholder = -5.0
    /// Most that is taken away because many records carry the number.
    static let sharedAtMost = -5.0
    /// Readable places that disagree beyond any confusion.
    static let serialDiffers = -8.0
    /// The number of a slide or barrel: these are exchanged; the frame identifies.
    static let otherPart = -0.25
    /// A restored number is read with more doubt.
    static let restored = -0.25

    /// The make is seldom described wrongly, but look-alikes exist (Beretta 92, Taurus PT 92): strong, not decisive.
    static let makeEqual = 3.0, makeDiffers = -3.0
    /// Texts that the reference table does not know and that differ: perhaps two spellings.
    static let makeUncertain = -0.5
    /// Models are written in many ways: agreement tells more than difference.
    static let modelEqual = 2.0, modelSimilar = 1.0, modelDiffers = -1.0
    /// Calibres are few, so agreement tells little; a difference is often a wrong description.
    static let calibreEqual = 1.5, calibreCompatible = 0.75, calibreDiffers = -2.0, calibreUncertain = -0.25
    /// Most records are pistols and revolvers, which people mix up.
    static let typeEqual = 0.5, typeDiffers = -1.5
    /// Country of making and of import are mixed up as often as not.
    static let countryEqual = 0.5, countryDiffers = -0.5

    /// A recorded character read as another of its class: the likelier the misreading, the less it takes away. O is
    /// read as 0 by rule in national systems; the letter and the digit of one shape come next; two letters, or a digit
    /// and a letter of less alike shape, are rarer.
    static func confusion(_ recorded: UInt8, _ read: UInt8) -> Double {
        switch (Swift.min(recorded, read), Swift.max(recorded, read)) {
        case (UInt8(ascii: "0"), UInt8(ascii: "O")): -0.25
        case (UInt8(ascii: "1"), UInt8(ascii: "I")), (UInt8(ascii: "8"), UInt8(ascii: "B")),
            (UInt8(ascii: "5"), UInt8(ascii: "S")), (UInt8(ascii: "2"), UInt8(ascii: "Z")),
            (UInt8(ascii: "1"), UInt8(ascii: "L")), (UInt8(ascii: "O"), UInt8(ascii: "Q")):
            -0.75
        default: -1.25
        }
    }

    /// The evidence of this many agreeing places.
    static func places(_ count: Int) -> Double {
        Swift.min(Double(count) * place, placesAtMost)
    }
}
