/// Which keys stand beside each other, on keyboards for English, Spanish and Portuguese alike.
enum Keyboard {
    private static let rows = ["QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"].map { Array($0.utf8) }

    /// Whether two capital letters stand beside each other in a row, or one below the other.
    static func areNeighbours(_ first: UInt8, _ second: UInt8) -> Bool {
        guard let one = place(first), let other = place(second) else { return false }
        if one.row == other.row { return abs(one.column - other.column) == 1 }
        // Each row is set off to the right by about half a key.
        let (upper, lower) = one.row < other.row ? (one, other) : (other, one)
        return lower.row - upper.row == 1 && (upper.column == lower.column || upper.column == lower.column + 1)
    }

    /// Whether two words of one length differ in one letter, which is a neighbour of the right one.
    static func isNeighbourSlip(_ word: [UInt8], _ other: [UInt8]) -> Bool {
        guard word.count == other.count else { return false }
        let pairs = zip(word, other).filter { $0 != $1 }
        return pairs.count == 1 && pairs.allSatisfy { areNeighbours($0, $1) }
    }

    private static func place(_ letter: UInt8) -> (row: Int, column: Int)? {
        for (number, row) in rows.enumerated() {
            if let column = row.firstIndex(of: letter) { return (number, column) }
        }
        return nil
    }
}
