/// A row of colours that stands for a range of values.
///
/// The steps between neighbours look equal (perceptually uniform) and the colours keep their order for colour-blind eyes
/// and on grey paper, so that no border appears where the surface has none.
public struct ColourMap: Sendable, Hashable {
    /// The colours from the smallest value to the largest.
    public let colours: [Colour]

    /// A map from its colours; it is an error of the program to pass none.
    public init(_ colours: [Colour]) {
        precondition(!colours.isEmpty, "a colour map has a colour")
        self.colours = colours
    }

    /// The colour of a value, 0 (smallest) to 1 (largest); values beyond take the colour of the end.
    public func colour(at place: Double) -> Colour {
        let last = Double(colours.count - 1)
        return colours[Int((max(0, min(1, place.isNaN ? 0 : place)) * last).rounded())]
    }

    /// Dark blue over green to yellow.
    public static let viridis = ColourMap(hexadecimal: ColourTables.viridis)
    /// Dark blue over grey to yellow; looks nearly the same to red-blind and green-blind eyes.
    public static let cividis = ColourMap(hexadecimal: ColourTables.cividis)
    /// Black to white.
    public static let grey = ColourMap((0...255).map { Colour(grey: Double($0) / 255) })

    private init(hexadecimal: String) {
        let digits = hexadecimal.utf8.map { UInt32($0 >= 0x61 ? $0 - 0x57 : $0 - 0x30) }
        self.init(
            stride(from: 0, through: digits.count - 6, by: 6).map { start in
                Colour(digits[start..<start + 6].reduce(0) { $0 << 4 | $1 })
            }
        )
    }
}
