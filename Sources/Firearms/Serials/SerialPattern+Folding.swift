/// What eyes and keyboards mix up on worn metal, and what national systems leave out when they compare.
extension SerialPattern {
    /// The pattern with every character replaced by the sign of its class: characters of one class are taken for each
    /// other when a number is read.
    ///
    /// Classes: 0 O Q D, 1 I L 7, 8 B, 5 S, 2 Z, 6 G, 4 A, U V, M N. `?` stays. A lower-case b read as 6 is not one
    /// of them: the compared form has no lower case, and joining {8 B} with {6 G} would make every folded key with one
    /// of these signs twice as common. Such a reading is a substitution, for the fuzzy index to find.
    public var folded: String {
        String(decoding: normalised.utf8.lazy.map(Self.confusableClass(of:)), as: UTF8.self)
    }

    /// The sign of the class to which a normalised byte belongs: the byte itself when nothing is confused with it.
    public static func confusableClass(of byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "O"), UInt8(ascii: "Q"), UInt8(ascii: "D"): UInt8(ascii: "0")
        case UInt8(ascii: "I"), UInt8(ascii: "L"), UInt8(ascii: "7"): UInt8(ascii: "1")
        case UInt8(ascii: "B"): UInt8(ascii: "8")
        case UInt8(ascii: "S"): UInt8(ascii: "5")
        case UInt8(ascii: "Z"): UInt8(ascii: "2")
        case UInt8(ascii: "G"): UInt8(ascii: "6")
        case UInt8(ascii: "A"): UInt8(ascii: "4")
        case UInt8(ascii: "V"): UInt8(ascii: "U")
        case UInt8(ascii: "N"): UInt8(ascii: "M")
        default: byte
        }
    }

    /// Every sign that a folded pattern can hold apart from `?`, in byte order.
    public static let foldedAlphabet: [UInt8] = Array("012345689CEFHJKMPRTUWXY".utf8)

    /// The number without the letters that stand between digits, as NCIC compares: 369J257, 369M257 and 369257 become
    /// 369257, while letters before the first and after the last digit stay. O between digits is the digit 0 and stays
    /// as such. Unreadable places stay.
    public var withoutEmbeddedLetters: String {
        let bytes = normalised.utf8
        guard let first = bytes.firstIndex(where: Self.isDigit), let last = bytes.lastIndex(where: Self.isDigit) else {
            return normalised
        }
        if bytes[first...last].allSatisfy({ Self.isDigit($0) || $0 == Self.unreadable }) { return normalised }
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        for index in bytes.indices {
            let byte = bytes[index]
            if index < first || index > last || Self.isDigit(byte) || byte == Self.unreadable {
                kept.append(byte)
            } else if byte == UInt8(ascii: "O") {
                kept.append(UInt8(ascii: "0"))
            }
        }
        return String(decoding: kept, as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
}
