/// One cartridge fired with a generated tool: how its primer met the breech face.
public struct GeneratedFiring: Sendable {
    /// The tool.
    public let tool: GeneratedTool
    /// Its number, from 0.
    public let number: Int
    /// How the breech face lies on the scan: degrees from the x axis towards the y axis.
    public let rotation: Double
    /// Where the middle of the primer lies on the breech face, micrometres.
    public let centre: Place
    /// The radius of the flat part of the primer, micrometres.
    public let radius: Double
    /// The share of the relief's variance that wear has replaced.
    let worn: Double
    /// How strongly the primer's own texture shows, as a factor of its deviation.
    let texture: Double
    /// A part that did not touch: everything beyond this distance from the middle in this direction is missing.
    let untouched: (direction: Turn, distance: Double)?
    /// Half the width of the strip that the firing pin took; nil without drag.
    let dragHalfWidth: Double?
    let seed: UInt64

    init(of tool: GeneratedTool, number: Int) {
        self.tool = tool
        self.number = number
        let conditions = tool.conditions
        var random = RandomStream(tool.seed, 3, UInt64(bitPattern: Int64(number)))
        seed = random.next()
        let spread = conditions.rotationSpread
        let oriented = max(-1.5 * spread, min(1.5 * spread, spread * random.normal()))
        let any = random.uniform(-180...180)
        rotation = conditions.isAnyDirection ? any : oriented
        centre = Place(x: conditions.centringSpread * random.normal(), y: conditions.centringSpread * random.normal())
        radius = 1_705 + 50 * random.normal()
        worn = max(0, min(0.9, conditions.wear * Double(number) / 100))
        texture = conditions.primerTexture * max(0.45, 0.9 + 0.22 * random.normal())
        let direction = Turn(degrees: random.uniform(-180...180))
        let distance = radius * random.uniform(0.4...0.95)
        untouched = random.happens(conditions.missingProbability) ? (direction, distance) : nil
        let width = random.uniform(80...180)
        dragHalfWidth = random.happens(conditions.dragProbability) ? width : nil
    }
}
