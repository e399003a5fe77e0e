/// The shapes that serial numbers of firearms have.
package enum SerialShapes {
    /// Shares in per cent; the rest is mixed.
    private static let shapes: [(share: Int, shape: String)] = [
        (28, "AAA99999"), (20, "999999"), (10, "99999"), (8, "A999999"), (8, "AA999999"), (4, "AA99999"),
        (4, "9999999"), (4, "AAA999"), (4, "99A99999"), (4, "A99999A"), (3, "AAAA999"), (3, "99999999"),
    ]

    /// A number of one of the shapes.
    package static func serial(_ random: inout SplitMix64) -> String {
        var place = Int(random.next() % 100)
        for (share, shape) in shapes {
            place -= share
            if place < 0 { return random.text(shape) }
        }
        return "000000"
    }
}
