/// How the firearm loads and fires.
public struct FirearmAction: CodedValue {
    /// The code as stored and exchanged.
    public let rawValue: String

    private init(code: String) {
        rawValue = code
    }

    /// Fires once for each pull and reloads itself.
    public static let semiAutomatic = Self(code: "semi-automatic")
    /// Fires as long as the trigger is held.
    public static let automatic = Self(code: "automatic")
    /// Switches between single shots and automatic fire.
    public static let selective = Self(code: "selective")
    /// Revolver whose hammer is cocked by hand.
    public static let singleAction = Self(code: "single-action")
    /// Trigger cocks and releases the hammer.
    public static let doubleAction = Self(code: "double-action")
    /// Bolt worked by hand.
    public static let boltAction = Self(code: "bolt-action")
    /// Lever worked by hand.
    public static let leverAction = Self(code: "lever-action")
    /// Fore-end worked by hand.
    public static let pumpAction = Self(code: "pump-action")
    /// Barrels tip down to load.
    public static let breakAction = Self(code: "break-action")
    /// One cartridge, loaded by hand.
    public static let singleShot = Self(code: "single-shot")
    /// Loaded from the muzzle.
    public static let muzzleLoading = Self(code: "muzzle-loading")
    /// An action of no kind above.
    public static let other = Self(code: "other")

    /// Every known value.
    public static let all: [FirearmAction] = [
        .semiAutomatic, .automatic, .selective, .singleAction, .doubleAction, .boltAction, .leverAction, .pumpAction,
        .breakAction, .singleShot, .muzzleLoading, .other,
    ]
}
