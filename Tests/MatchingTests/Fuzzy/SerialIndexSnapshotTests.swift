import Firearms
import Matching
import Testing

@Suite("A snapshot of the serial index")
struct SerialIndexSnapshotTests {
    @Test("answers as the index did, and says where it stood")
    func roundTrip() throws {
        var index = SerialIndex(serials: generatedSerials(2_500, seed: 51))
        for record in 0..<40 { index.remove(record: Int64(record * 3)) }
        index.insert(record: 9_999, serial: SerialPattern("ABCDEFGH1234567890"))
        let (read, position) = try Self.read(Self.bytes(index, position: -77))
        #expect(position == -77)
        #expect(read.count == index.count)
        for text in generatedSerials(2_500, seed: 51).prefix(60) + ["EFGH1234", "ABCDEFGH123456789O", "?????1"] {
            #expect(read.find(text, limit: 50) == index.find(text, limit: 50))
        }
        #expect(try Self.read(Self.bytes(SerialIndex(), position: 5)).index.count == 0)
    }

    @Test("is refused when any byte is damaged or missing")
    func damaged() throws {
        let bytes = try Self.bytes(SerialIndex(serials: ["KT45901", "ABCDEFGH1234567890"]), position: 1)
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] ^= 4
            #expect(throws: (any Error).self, "byte \(place)") { try Self.read(damaged) }
        }
        for count in bytes.indices {
            #expect(throws: (any Error).self) { try Self.read(Array(bytes[..<count])) }
        }
        #expect(throws: (any Error).self) { try Self.read([]) }
    }

    private static func bytes(_ index: SerialIndex, position: Int64) throws -> [UInt8] {
        let store = Store()
        try index.writeSnapshot(position: position) { store.bytes += $0 }
        return store.bytes
    }

    @discardableResult
    private static func read(_ bytes: [UInt8]) throws -> (index: SerialIndex, position: Int64) {
        let store = Store()
        return try SerialIndex.readSnapshot { buffer in
            let end = store.position + buffer.count
            guard end <= bytes.count else { throw SerialIndexSnapshotError(detail: "too short") }
            buffer.copyBytes(from: bytes[store.position..<end])
            store.position = end
        }
    }

    private final class Store {
        var bytes: [UInt8] = []
        var position = 0
    }
}
