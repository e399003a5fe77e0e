/// A breech face that never was: draws marks that its firings would leave.
///
/// The same class, seed and conditions give the same bits on every machine. All lengths are micrometres, all places lie
/// on the breech face with its middle at the origin.
public struct GeneratedTool: Sendable {
    /// What its manufacture left.
    public let toolClass: ToolClass
    /// The seed that everything is drawn from.
    public let seed: UInt64
    /// How its firings differ.
    public let conditions: FiringConditions
    /// The part of the relief, as a share of its variance, that it has in common with the tools made before and after it:
    /// subclass characteristics, 0 (none) to 1.
    public let subclassShare: Double
    /// Tells tools made one after the other from others.
    let subclassSeed: UInt64
    /// The direction of the lines.
    let direction: Turn
    /// The centre that bent lines run about.
    let centre: Place
    /// The firing-pin aperture.
    let hole: Place
    let holeRadius: Double
    /// Where the firing pin drags to.
    let dragDirection: Turn

    /// Makes a tool.
    ///
    /// Tools with the same `subclass` number and a `subclassShare` above 0 look alike to that degree.
    public init(
        _ toolClass: ToolClass,
        seed: UInt64,
        conditions: FiringConditions = FiringConditions(),
        subclass: UInt64 = 0,
        subclassShare: Double = 0
    ) {
        self.toolClass = toolClass
        self.seed = seed
        self.conditions = conditions
        self.subclassShare = max(0, min(1, subclassShare))
        subclassSeed = RandomStream.mixed(subclass ^ 0x5375_6263_6C61_7373)
        // The direction of the lines is a matter of the model, not of the piece: it stays with the subclass.
        var model = subclassShare > 0 ? RandomStream(subclassSeed, 1) : RandomStream(seed, 1)
        direction = Turn(degrees: model.uniform(-90...90))
        let isArched = toolClass == .arched
        let distance = model.uniform(isArched ? 5_000...12_000 : 0...250)
        let towards = Turn(degrees: model.uniform(-180...180))
        centre = towards.turned(Place(x: distance, y: 0))
        dragDirection = Turn(degrees: model.uniform(-180...180))
        var random = RandomStream(seed, 2)
        let offset = Turn(degrees: random.uniform(-180...180))
        hole = offset.turned(Place(x: random.uniform(0...290), y: 0))
        holeRadius = 1_340 + 35 * random.normal()
    }

    /// A seed for one of many tools, so that tools of other classes and numbers have nothing in common.
    public static func seed(_ series: UInt64, _ toolClass: ToolClass, _ number: Int) -> UInt64 {
        let name = toolClass.rawValue.utf8.reduce(series) { RandomStream.mixed($0 ^ UInt64($1)) }
        return RandomStream.mixed(name ^ UInt64(bitPattern: Int64(number)))
    }

    /// One firing; firings are counted from 0, and the tool wears from one to the next.
    public func firing(_ number: Int) -> GeneratedFiring { GeneratedFiring(of: self, number: number) }
}
