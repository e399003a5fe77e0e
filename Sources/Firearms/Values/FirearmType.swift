/// The kind of firearm, as an officer would name it at first sight.
public struct FirearmType: CodedValue {
    /// The code as stored and exchanged.
    public let rawValue: String

    private init(code: String) {
        rawValue = code
    }

    /// A handgun loading from a magazine.
    public static let pistol = Self(code: "pistol")
    /// A handgun with a turning cylinder.
    public static let revolver = Self(code: "revolver")
    /// A handgun of one or two shots without magazine or cylinder (derringer, garrucha).
    public static let singleShotPistol = Self(code: "single-shot-pistol")
    /// A long gun with a rifled barrel.
    public static let rifle = Self(code: "rifle")
    /// A short rifle.
    public static let carbine = Self(code: "carbine")
    /// A long gun with a smooth barrel.
    public static let shotgun = Self(code: "shotgun")
    /// A long gun with rifled and smooth barrels.
    public static let combinationGun = Self(code: "combination-gun")
    /// An automatic gun firing pistol cartridges.
    public static let submachineGun = Self(code: "submachine-gun")
    /// A pistol that fires automatically.
    public static let machinePistol = Self(code: "machine-pistol")
    /// A selective-fire rifle for intermediate or rifle cartridges.
    public static let assaultRifle = Self(code: "assault-rifle")
    /// An automatic gun firing rifle or heavier cartridges, belt or magazine fed.
    public static let machineGun = Self(code: "machine-gun")
    /// A grenade, rocket or missile launcher carried by persons.
    public static let launcher = Self(code: "launcher")
    /// A gun made for blank, gas or signal cartridges.
    public static let blankGun = Self(code: "blank-gun")
    /// A gun driven by air, spring or gas cartridge, where the law counts it.
    public static let airGun = Self(code: "air-gun")
    /// A frame or receiver alone.
    public static let receiver = Self(code: "receiver")
    /// A firearm of no kind above.
    public static let other = Self(code: "other")

    /// Every known value.
    public static let all: [FirearmType] = [
        .pistol, .revolver, .singleShotPistol, .rifle, .carbine, .shotgun, .combinationGun, .submachineGun,
        .machinePistol, .assaultRifle, .machineGun, .launcher, .blankGun, .airGun, .receiver, .other,
    ]
}
