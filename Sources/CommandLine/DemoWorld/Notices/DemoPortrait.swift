import Surfaces

/// An invented person's picture: a silhouette drawn by the program, without a face. Nobody looks like it.
struct DemoPortrait {
    private var random: SplitMix64
    private static let width = 480
    private static let height = 600

    private static let grounds: [UInt32] = [0xDFE6EE, 0xE8E2D6, 0xD9E5DF, 0xE6DDE4, 0xDDE3E8]
    private static let skins: [UInt32] = [0xC9A27E, 0xA97C57, 0xE0BD9D, 0x8A5F41, 0xD4AF8C]
    private static let hairs: [UInt32] = [0x2A211C, 0x4A3426, 0x6E4B2C, 0x8A8580, 0x1C1A1F]
    private static let clothes: [UInt32] = [0x35507A, 0x4B5B50, 0x7A3F3B, 0x54466B, 0x3B3F45, 0x86683A]

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// The picture as a JPEG file, 480 by 600 pixels.
    mutating func jpeg() throws -> [UInt8] {
        let ground = Colour(random.pick(Self.grounds))
        let skin = Colour(random.pick(Self.skins))
        let hair = Colour(random.pick(Self.hairs))
        let cloth = Colour(random.pick(Self.clothes))
        var picture = Picture(width: Self.width, height: Self.height, fill: ground)
        let centre = 240.0 + Double(random.below(25) - 12)
        let head = (x: 84.0 + Double(random.below(16)), y: 112.0 + Double(random.below(16)))
        let top = 248.0
        let isLong = random.happens(450)
        if isLong {
            let fall = 120 + Double(random.below(130))
            picture.fillPolygon(
                Self.ellipse(centre, top + fall / 2 - 10, head.x + 32, head.y / 2 + fall / 2 + 40), hair)
        }
        let shoulders = 168 + Double(random.below(40))
        picture.fillPolygon(Self.ellipse(centre, 620, shoulders, 210), cloth)
        picture.fillPolygon(Self.ellipse(centre, 620, shoulders, 210), .black, opacity: 0.08)
        picture.fillPolygon(Self.ellipse(centre - 14, 632, shoulders - 16, 204), cloth)
        picture.fillRectangle(
            PicturePoint(centre - 38, top + head.y - 34), width: 76, height: 92, skin.mixed(with: .black, 0.12))
        picture.fillPolygon(
            [
                PicturePoint(centre - 62, 428), PicturePoint(centre + 62, 428),
                PicturePoint(centre, 500 + Double(random.below(30))),
            ], skin.mixed(with: .black, 0.12))
        for side in [-1.0, 1] {
            picture.fillPolygon(Self.ellipse(centre + side * head.x, top + 12, 15, 26), skin.mixed(with: .black, 0.1))
        }
        picture.fillPolygon(Self.ellipse(centre, top, head.x, head.y), skin)
        picture.fillPolygon(Self.ellipse(centre + 20, top + 10, head.x - 22, head.y - 12), .white, opacity: 0.07)
        addHair(&picture, centre, top, head, hair)
        return try picture.jpeg(quality: 88)
    }

    private mutating func addHair(
        _ picture: inout Picture, _ centre: Double, _ top: Double, _ head: (x: Double, y: Double), _ hair: Colour
    ) {
        // Some are bald.
        guard !random.happens(120) else { return }
        let line = top - head.y * (0.25 + Double(random.below(30)) / 100)
        let cap = Self.ellipse(centre, top - 6, head.x + 12, head.y + 14)
        let parting = centre + Double(random.below(90) - 45)
        let above = cap.filter { $0.y < line }
        guard let left = above.min(by: { $0.x < $1.x }), let right = above.max(by: { $0.x < $1.x }) else { return }
        let arc = above.sorted { $0.x < $1.x }
        picture.fillPolygon(arc + [right, PicturePoint(parting, line + 22), left], hair)
    }

    private static func ellipse(_ x: Double, _ y: Double, _ across: Double, _ down: Double) -> [PicturePoint] {
        (0..<120).map { step in
            let angle = 2 * Double.pi * Double(step) / 120
            return PicturePoint(x + across * Self.cosine(angle), y + down * Self.cosine(angle - .pi / 2))
        }
    }

    /// By its series, so that the same seed draws the same bytes on every machine.
    private static func cosine(_ angle: Double) -> Double {
        var reduced = angle.truncatingRemainder(dividingBy: 2 * .pi)
        if reduced > .pi { reduced -= 2 * .pi }
        if reduced < -.pi { reduced += 2 * .pi }
        let square = reduced * reduced
        var (term, sum) = (1.0, 1.0)
        for step in 1...12 {
            term *= -square / Double((2 * step - 1) * 2 * step)
            sum += term
        }
        return sum
    }
}
