/// A run of document numbers, as a box of blanks carries them: equal but for the digits at the end.
public struct DocumentNumberRange: Hashable, Sendable {
    /// The first number.
    public let first: DocumentNumber
    /// The last number; equal to the first for a single document.
    public let last: DocumentNumber
    /// How many numbers it holds.
    public let count: Int

    private let beginning: [UInt8]
    private let width: Int
    private let lowest: Int
    private let highest: Int

    /// Digits at the end that may differ; a range holds at most ten million numbers.
    public static let mostVaryingDigits = 7

    /// A range; nil where the ends have different forms or beginnings, or the last comes before the first.
    public init?(_ first: DocumentNumber, _ last: DocumentNumber) {
        let (one, other) = (Array(first.text.utf8), Array(last.text.utf8))
        guard one.count == other.count else { return nil }
        let common = zip(one, other).prefix { $0 == $1 }.count
        let width = one.count - common
        let (tail, otherTail) = (one[common...], other[common...])
        guard width <= Self.mostVaryingDigits, tail.allSatisfy(DocumentNumber.isDigit),
            otherTail.allSatisfy(DocumentNumber.isDigit)
        else { return nil }
        let (low, high) = (Self.number(tail), Self.number(otherTail))
        guard low <= high else { return nil }
        self.first = first
        self.last = last
        beginning = Array(one[..<common])
        self.width = width
        lowest = low
        highest = high
        count = high - low + 1
    }

    /// Whether the number is one of the range.
    public func contains(_ number: DocumentNumber) -> Bool {
        let bytes = Array(number.text.utf8)
        guard bytes.count == beginning.count + width, bytes.starts(with: beginning) else { return false }
        let tail = bytes[beginning.count...]
        return tail.allSatisfy(DocumentNumber.isDigit) && (lowest...highest).contains(Self.number(tail))
    }

    /// What every number of the range begins with, folded.
    public var foldedBeginning: String { DocumentNumber.folded(beginning) }

    /// The fewest blocks of ten, hundred, thousand and so on numbers, and single numbers, that together are the range;
    /// folded, each once.
    public var blocks: [String] {
        var found: [String] = []
        var low = lowest
        while low <= highest {
            var (size, varying) = (1, 0)
            while varying < width, low % (size * 10) == 0, low + size * 10 - 1 <= highest {
                size *= 10
                varying += 1
            }
            let digits = Self.digits(low, width: width).dropLast(varying)
            let block = DocumentNumber.block(beginning + digits, varying: varying)
            if !found.contains(block) { found.append(block) }
            low += size
        }
        return found
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    }

    private static func digits(_ number: Int, width: Int) -> [UInt8] {
        var rest = number
        var digits = [UInt8](repeating: 48, count: width)
        for place in stride(from: width - 1, through: 0, by: -1) {
            digits[place] = UInt8(48 + rest % 10)
            rest /= 10
        }
        return digits
    }
}
