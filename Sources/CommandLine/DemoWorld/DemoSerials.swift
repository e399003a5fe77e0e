import Firearms

/// Serial numbers of the shapes that real ones have, none of them like one that the tour looks for.
struct DemoSerials {
    /// Shapes and how many of a hundred numbers have each; `A` is a letter, `9` a digit. Shares of the commonest as in
    /// crime guns recorded in the region; the rest is mixed.
    private static let shapes: [(share: Int, shape: String)] = [
        (28, "AAA99999"), (20, "999999"), (10, "99999"), (8, "A999999"), (8, "AA999999"), (6, "AAA999"), (5, "9999999"),
        (4, "99A99999"), (4, "AA99999"), (3, "A99999"), (2, "99999A"), (2, "AAAA999"),
    ]
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    private let plantedFolded: Set<String>
    private let plantedBeginnings: [String]
    private var used: Set<String> = []
    /// Numbers of frames given out, for those that recur on another make.
    private(set) var all: [String] = []

    /// - Parameters:
    ///   - planted: numbers of the tour; nothing that could be mixed up with them is given out.
    ///   - beginnings: folded beginnings that belong to the tour alone.
    init(planted: [String], beginnings: [String]) {
        plantedFolded = Set(planted.map { SerialPattern($0).folded })
        plantedBeginnings = beginnings.map { SerialPattern($0).folded }
    }

    /// A number that was not given out before.
    /// - Parameter mayRecur: whether it joins those that another gun may have too.
    mutating func fresh(_ random: inout SplitMix64, mayRecur: Bool = true) -> String {
        while true {
            var draw = random.below(100)
            var shape = "999999"
            for (share, candidate) in Self.shapes {
                if draw < share {
                    shape = candidate
                    break
                }
                draw -= share
            }
            let serial = String(shape.map { $0 == "A" ? random.pick(Self.letters) : Self.digit(&random) })
            if isReserved(serial) || !used.insert(serial).inserted { continue }
            if mayRecur { all.append(serial) }
            return serial
        }
    }

    private func isReserved(_ serial: String) -> Bool {
        let folded = SerialPattern(serial).folded
        return plantedFolded.contains(folded) || plantedBeginnings.contains { folded.hasPrefix($0) }
    }

    private static func digit(_ random: inout SplitMix64) -> Character {
        Character(UnicodeScalar(UInt8(0x30 + random.below(10))))
    }
}
