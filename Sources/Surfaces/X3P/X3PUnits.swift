/// The units that the lengths of a file are really in. The standard requires metres.
public struct X3PUnits: Sendable, Hashable {
    /// Whether increments and offsets along x and y are micrometres.
    public var lateralIsMicrometres: Bool
    /// Whether heights are micrometres.
    public var heightIsMicrometres: Bool

    /// States the units.
    public init(lateralIsMicrometres: Bool, heightIsMicrometres: Bool) {
        self.lateralIsMicrometres = lateralIsMicrometres
        self.heightIsMicrometres = heightIsMicrometres
    }

    /// As the standard requires.
    public static let metres = X3PUnits(lateralIsMicrometres: false, heightIsMicrometres: false)

    /// From the numbers of the file along x and y to micrometres.
    var lateralFactor: Double { lateralIsMicrometres ? 1 : 1e6 }
    /// From the numbers of the file along z to micrometres.
    var heightFactor: Double { heightIsMicrometres ? 1 : 1e6 }
}
