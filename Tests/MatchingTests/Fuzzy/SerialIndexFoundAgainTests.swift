import Firearms
import Matching
import Testing
import TestSupport

@Suite("Any recorded number is found again after any one planted misreading")
struct SerialIndexFoundAgainTests {
    static let serials = generatedSerials(40, seed: 21) + ["ABC1234567890XYZ", "9KT44HHP00317", "12", "X9", "7777777"]
    static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)

    private let index = SerialIndex(serials: Self.serials)

    @Test("each confusable sign at each place")
    func confusable() {
        eachPlace { record, bytes, place in
            for other in Self.signs where Self.isConfusable(other, bytes[place]) && other != bytes[place] {
                var read = bytes
                read[place] = other
                #expect(step(record, read) == .confusable)
            }
        }
    }

    @Test("all signs confused at once")
    func allConfused() {
        for (record, serial) in Self.serials.enumerated() {
            let read = serial.utf8.map { byte in
                Self.signs.last { Self.isConfusable($0, byte) } ?? byte
            }
            #expect(step(record, read) == (Array(serial.utf8) == read ? .exact : .confusable))
        }
    }

    @Test("each sign left out, and each doubled")
    func leftOutOrDoubled() {
        eachPlace { record, bytes, place in
            guard bytes.count > SerialIndex.fewestPlacesForEdit else { return }
            var read = bytes
            read.remove(at: place)
            #expect(step(record, read) == .oneEdit)
            read = bytes
            read.insert(bytes[place], at: place)
            #expect(step(record, read) == .oneEdit)
        }
    }

    @Test("any sign added or read instead at each place")
    func addedOrReplaced() {
        var generator = SeededGenerator(seed: 24)
        eachPlace { record, bytes, place in
            guard bytes.count >= SerialIndex.fewestPlacesForEdit else { return }
            for sign in Self.signs.shuffled(using: &generator).prefix(3) {
                var read = bytes
                read.insert(sign, at: place)
                #expect(step(record, read) == .oneEdit)
                read = bytes + [sign]
                #expect(step(record, read) == .oneEdit)
                read = bytes
                read[place] = sign
                if Self.isConfusable(sign, bytes[place]) { continue }
                #expect(step(record, read) == .oneEdit)
            }
        }
    }

    @Test("each two neighbours swapped, with other signs confused besides")
    func swapped() {
        var generator = SeededGenerator(seed: 22)
        eachPlace { record, bytes, place in
            guard place + 1 < bytes.count, bytes.count >= SerialIndex.fewestPlacesForEdit else { return }
            guard !Self.isConfusable(bytes[place], bytes[place + 1]) else { return }
            var read = bytes.map { byte in
                Self.signs.filter { Self.isConfusable($0, byte) }.randomElement(using: &generator) ?? byte
            }
            read.swapAt(place, place + 1)
            #expect(step(record, read) == .oneEdit)
        }
    }

    @Test("one to four unreadable places anywhere, with other signs confused besides")
    func unreadable() {
        var generator = SeededGenerator(seed: 23)
        for (record, serial) in Self.serials.enumerated() {
            for count in 1...4 where count < serial.utf8.count {
                for _ in 0..<10 {
                    var read = serial.utf8.map { byte in
                        Self.signs.filter { Self.isConfusable($0, byte) }.randomElement(using: &generator) ?? byte
                    }
                    for place in read.indices.shuffled(using: &generator).prefix(count) {
                        read[place] = SerialPattern.unreadable
                    }
                    #expect(step(record, read) == .unreadable)
                }
            }
        }
    }

    @Test("each piece of at least four places")
    func pieces() {
        for (record, serial) in Self.serials.enumerated() {
            let bytes = Array(serial.utf8)
            for count in stride(from: SerialIndex.fewestPlacesForPart, to: bytes.count, by: 1) {
                for start in 0...(bytes.count - count) {
                    let found = step(record, Array(bytes[start..<start + count]))
                    #expect(found == (count + 1 == bytes.count ? .oneEdit : .part))
                }
            }
        }
    }

    private func eachPlace(_ body: (_ record: Int, _ bytes: [UInt8], _ place: Int) -> Void) {
        for (record, serial) in Self.serials.enumerated() {
            let bytes = Array(serial.utf8)
            for place in bytes.indices { body(record, bytes, place) }
        }
    }

    private func step(_ record: Int, _ read: [UInt8]) -> SerialIndexStep? {
        index.find(String(decoding: read, as: UTF8.self)).matches.first { $0.record == Int64(record) }?.step
    }

    private static func isConfusable(_ left: UInt8, _ right: UInt8) -> Bool {
        SerialPattern.confusableClass(of: left) == SerialPattern.confusableClass(of: right)
    }
}
