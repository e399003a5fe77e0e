import Firearms
import Matching

/// A way in which a recorded number is misread, to be measured by itself.
struct Misreading: Sendable {
    let name: String
    let steps: SerialIndexSteps
    /// Whether the recorded number has unreadable places of its own; the others have none.
    var isOfPartialRecord = false
    /// The reading of a number; nil when the number has no such reading.
    let read: @Sendable (_ number: [UInt8], _ generator: inout SplitMix64) -> [UInt8]?

    static let all: [Misreading] = [
        Misreading(name: "exact", steps: []) { number, _ in number },
        Misreading(name: "confusable", steps: []) { confused($0, &$1) },
        Misreading(name: "one edit", steps: .oneEdit) { edited($0, &$1) },
        Misreading(name: "one edit and confusable", steps: .oneEdit) { number, generator in
            confused(number, &generator).flatMap { edited($0, &generator) }
        },
        Misreading(name: "1 unreadable", steps: .unreadable) { unreadable(1, $0, &$1) },
        Misreading(name: "2 unreadable", steps: .unreadable) { unreadable(2, $0, &$1) },
        Misreading(name: "3 unreadable", steps: .unreadable) { unreadable(3, $0, &$1) },
        Misreading(name: "4 unreadable", steps: .unreadable) { unreadable(4, $0, &$1) },
        Misreading(name: "piece of 4", steps: .part) { piece(4, $0, &$1) },
        Misreading(name: "piece of 5", steps: .part) { piece(5, $0, &$1) },
        Misreading(name: "piece of 6", steps: .part) { piece(6, $0, &$1) },
        Misreading(name: "partial record", steps: .partialRecord, isOfPartialRecord: true) { filled($0, &$1) },
        Misreading(name: "everything at once, equal", steps: .all) { number, _ in number },
        Misreading(name: "everything at once, nothing equal", steps: .all) { edited($0, &$1) },
    ]

    private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)

    private static func confused(_ number: [UInt8], _ generator: inout SplitMix64) -> [UInt8]? {
        var read = number
        for place in number.indices where Bool.random(using: &generator) {
            let sign = SerialPattern.confusableClass(of: number[place])
            let members = signs.filter { SerialPattern.confusableClass(of: $0) == sign }
            read[place] = members.randomElement(using: &generator) ?? number[place]
        }
        return read == number ? nil : read
    }

    private static func edited(_ number: [UInt8], _ generator: inout SplitMix64) -> [UInt8]? {
        var read = number
        let sign = signs.randomElement(using: &generator) ?? 0
        let place = Int.random(in: number.indices, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: read.remove(at: place)
        case 1: read.insert(sign, at: Int.random(in: 0...number.count, using: &generator))
        case 2: read[place] = sign
        default:
            if place + 1 == number.count { return nil }
            read.swapAt(place, place + 1)
        }
        let isSame = read.map(SerialPattern.confusableClass) == number.map(SerialPattern.confusableClass)
        return isSame ? nil : read
    }

    private static func unreadable(_ count: Int, _ number: [UInt8], _ generator: inout SplitMix64) -> [UInt8]? {
        guard number.count > count else { return nil }
        var read = number
        for place in number.indices.shuffled(using: &generator).prefix(count) { read[place] = SerialPattern.unreadable }
        return read
    }

    /// A fuller reading of a number with unreadable places.
    private static func filled(_ number: [UInt8], _ generator: inout SplitMix64) -> [UInt8]? {
        let known = number.count { $0 != SerialPattern.unreadable }
        guard known >= max(3, (number.count + 1) / 2) else { return nil }
        return number.map { $0 == SerialPattern.unreadable ? signs.randomElement(using: &generator) ?? 48 : $0 }
    }

    /// The number with up to four places made unreadable.
    static func obscured(_ number: [UInt8], _ generator: inout SplitMix64) -> [UInt8] {
        unreadable(Int.random(in: 1...min(4, number.count - 1), using: &generator), number, &generator) ?? number
    }

    private static func piece(_ count: Int, _ number: [UInt8], _ generator: inout SplitMix64) -> [UInt8]? {
        guard number.count > count else { return nil }
        let start = Int.random(in: 0...(number.count - count), using: &generator)
        return Array(number[start..<start + count])
    }
}
