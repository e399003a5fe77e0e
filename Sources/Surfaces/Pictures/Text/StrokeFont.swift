/// Letters as strokes, in units of which the height of a line has 32.
struct StrokeFont: Sendable {
    /// One letter.
    struct Glyph: Sendable {
        /// How far the next letter begins to the right.
        var advance: Double
        /// The strokes, from place to place; x from the left edge, y from the base line downwards.
        var strokes: [[PicturePoint]]
    }

    /// The height of a line.
    static let lineHeight = 32.0
    /// The height of a capital.
    static let capitalHeight = 21.0

    /// Hershey's Simplex.
    static let simplex = StrokeFont()

    private let glyphs: [Character: Glyph]

    private init() {
        var glyphs: [Character: Glyph] = [:]
        for (place, line) in HersheySimplex.ascii.split(separator: "\n").enumerated() {
            glyphs[Character(Unicode.Scalar(UInt8(32 + place)))] = Self.glyph(line)
        }
        for line in HersheySimplex.others.split(separator: "\n") {
            if let letter = line.first { glyphs[letter] = Self.glyph(line.dropFirst(2)) }
        }
        glyphs["μ"] = glyphs["µ"]
        glyphs["−"] = glyphs["–"]
        self.glyphs = glyphs
    }

    /// The strokes of a letter; a letter with an accent is drawn without it, an unknown one as an empty box.
    func glyph(_ letter: Character) -> Glyph {
        if let glyph = glyphs[letter] { return glyph }
        if let name = letter.unicodeScalars.first?.properties.name, name.hasPrefix("LATIN "), name.contains(" WITH ") {
            let words = name.split(separator: " ")
            // "LATIN SMALL LETTER N WITH TILDE".
            if words.count > 4, let base = words[3].first, words[3].count == 1 {
                let plain = words[1] == "SMALL" ? base.lowercased() : String(base)
                if let glyph = glyphs[Character(plain)] { return glyph }
            }
        }
        let corners = [(3.0, 0.0), (13, 0), (13, -21), (3, -21), (3, 0)].map { PicturePoint($0.0, $0.1) }
        return Glyph(advance: 16, strokes: [corners])
    }

    private static func glyph(_ line: Substring) -> Glyph {
        let units = line.utf8.map { Double($0) - Double(UInt8(ascii: "R")) }
        guard units.count >= 2 else { return Glyph(advance: 0, strokes: []) }
        var strokes: [[PicturePoint]] = []
        var current: [PicturePoint] = []
        for place in stride(from: 2, to: units.count - 1, by: 2) {
            // A space before `R`.
            if units[place] == -50 {
                strokes.append(current)
                current = []
            } else {
                current.append(PicturePoint(units[place] - units[0], units[place + 1] - 9))
            }
        }
        if !current.isEmpty { strokes.append(current) }
        return Glyph(advance: units[1] - units[0], strokes: strokes)
    }
}
