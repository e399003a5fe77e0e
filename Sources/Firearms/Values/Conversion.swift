/// What was done to the firearm after, or instead of, its making by a licensed maker.
public struct Conversion: CodedValue {
    /// The code as stored and exchanged.
    public let rawValue: String

    private init(code: String) {
        rawValue = code
    }

    /// As it left the maker.
    public static let none = Self(code: "none")
    /// Made unable to fire.
    public static let deactivated = Self(code: "deactivated")
    /// Deactivated once and made to fire again.
    public static let reactivated = Self(code: "reactivated")
    /// A blank, gas or signal gun made to fire bullets.
    public static let convertedFromBlank = Self(code: "converted-from-blank")
    /// An air gun made to fire cartridges.
    public static let convertedFromAirGun = Self(code: "converted-from-air-gun")
    /// Made to fire automatically.
    public static let convertedToAutomatic = Self(code: "converted-to-automatic")
    /// Made to fire another cartridge.
    public static let calibreChanged = Self(code: "calibre-changed")
    /// Barrel or stock cut down.
    public static let shortened = Self(code: "shortened")
    /// Made by a private person: workshop, kit or printed parts.
    public static let privatelyMade = Self(code: "privately-made")
    /// Put together from parts of several firearms.
    public static let assembledFromParts = Self(code: "assembled-from-parts")
    /// A change of no kind above.
    public static let other = Self(code: "other")

    /// Every known value.
    public static let all: [Conversion] = [
        .none, .deactivated, .reactivated, .convertedFromBlank, .convertedFromAirGun, .convertedToAutomatic,
        .calibreChanged, .shortened, .privatelyMade, .assembledFromParts, .other,
    ]
}
