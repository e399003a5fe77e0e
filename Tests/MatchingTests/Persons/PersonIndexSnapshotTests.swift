import Identity
import TestSupport
import Testing

@testable import Matching

@Suite("A snapshot of the person index")
struct PersonIndexSnapshotTests {
    private static let names = [
        "Ana María Rojas Sandoval", "Сергей Иванович Кузнецов", "محمد بن علي الحسيني", "王小明", "김정수",
        "Γιώργος Παπαδόπουλος", "José Luís dos Santos Filho", "Abd al-Rahman bin Yusuf", "J. R. Müller", "山田太郎",
        "Hussain", "O'Brien-Nuñez",
    ]

    private static func index() -> PersonIndex {
        var index = PersonIndex(
            names.enumerated().map { number, name in
                PersonEntry(
                    record: Int64(number), name: PreparedName(name),
                    birthDate: number % 3 == 0 ? nil : PartialDate(year: 1950 + number, month: number % 12 + 1),
                    facts: PersonFacts(sex: .female, nationalities: ["BR"]))
            })
        index.set(record: 100, entries: [PersonEntry(record: 100, name: PreparedName("Zacarías Ibáñez"))])
        index.set(record: 3, entries: [])
        return index
    }

    private static func found(_ index: PersonIndex, _ name: String, born: String? = nil) -> [String] {
        let person = PreparedPerson(names: [PreparedName(name)], birthDate: born.flatMap { PartialDate($0) })
        return index.find(person).matches.map { "\($0.record) \($0.score) \($0.latin)" }
    }

    @Test("answers as the index did, and says where it stood")
    func roundTrip() throws {
        let index = Self.index()
        let (read, position) = try Self.read(Self.bytes(index, position: -77))
        #expect(position == -77)
        #expect(read.count == index.count)
        for name in Self.names + ["Zacarias Ibanez", "Sergei Kuznetsov", "Wang Xiaoming", "Nadie"] {
            #expect(Self.found(read, name) == Self.found(index, name), "\(name)")
            #expect(Self.found(read, name, born: "1955") == Self.found(index, name, born: "1955"), "\(name)")
        }
        #expect(try Self.read(Self.bytes(PersonIndex(), position: 5)).index.count == 0)
    }

    @Test("names of organisations are read back as such")
    func organisations() throws {
        let name = PreparedName("Naviera Quimera S.A.", kind: .organisation)
        let index = PersonIndex([PersonEntry(record: 1, name: name)], of: .organisation)
        let read = try Self.read(Self.bytes(index, position: 1), of: .organisation).index
        let asked = PreparedPerson(names: [PreparedName("Naviera Quimera Ltd", kind: .organisation)])
        #expect(read.find(asked).matches.map(\.score) == index.find(asked).matches.map(\.score))
        #expect(read.find(asked).matches.map(\.record) == [1])
    }

    @Test("is refused when any byte is damaged or missing")
    func damaged() throws {
        let bytes = try Self.bytes(
            PersonIndex([PersonEntry(record: 1, name: PreparedName("Ana Rojas"))]), position: 1)
        for place in bytes.indices {
            for bit: UInt8 in [1, 128] {
                var damaged = bytes
                damaged[place] ^= bit
                #expect(throws: (any Error).self, "byte \(place)") { try Self.read(damaged) }
            }
        }
        for count in bytes.indices {
            #expect(throws: (any Error).self) { try Self.read(Array(bytes[..<count])) }
        }
    }

    @Test("whoever wrote it with a checksum that is right, nothing in it leads a search out of what is there")
    func forged() throws {
        let bytes = try Self.bytes(Self.index(), position: 1)
        #expect(Self.sealed(bytes) == bytes, "the test seals as the snapshot does")
        var generator = SeededGenerator(seed: 9)
        var refused = 0
        for place in Self.headBytes..<bytes.count - 8 {
            var forged = bytes
            let other = UInt8.random(in: 1...255, using: &generator)
            forged[place] = [forged[place] ^ 1, forged[place] ^ 128, other, 255].randomElement(using: &generator) ?? 0
            guard let index = try? Self.read(Self.sealed(forged)).index else {
                refused += 1
                continue
            }
            for name in ["Ana Rojas Sandoval", "Kuznetsov Sergei", "J Müller"] {
                _ = Self.found(index, name, born: "1952")
                _ = Self.found(index, name)
            }
            var changed = index
            changed.set(record: 200, entries: [PersonEntry(record: 200, name: PreparedName("Ana Rojas"))])
        }
        #expect(refused > 0)
    }

    @Test("one of other tables or another version is refused")
    func old() throws {
        var bytes = try Self.bytes(Self.index(), position: 1)
        bytes[8] ^= 1
        #expect(throws: SerialIndexSnapshotError.self) { try Self.read(Self.sealed(bytes)) }
        bytes[8] ^= 1
        bytes[0] ^= 1
        #expect(throws: SerialIndexSnapshotError.self) { try Self.read(Self.sealed(bytes)) }
    }

    // MARK: Bytes

    private static let headBytes = 8 * 8

    private static func bytes(_ index: PersonIndex, position: Int64) throws -> [UInt8] {
        let store = Store()
        try index.writeSnapshot(position: position) { store.bytes += $0 }
        return store.bytes
    }

    private static func read(
        _ bytes: [UInt8], of kind: NameKind = .person
    ) throws -> (index: PersonIndex, position: Int64) {
        try PersonIndex.readSnapshot(of: kind, reader(bytes))
    }

    private static func reader(_ bytes: [UInt8]) -> SerialIndex.SnapshotReader {
        let store = Store()
        return { buffer in
            let end = store.position + buffer.count
            guard end <= bytes.count else { throw SerialIndexSnapshotError(detail: "too short") }
            buffer.copyBytes(from: bytes[store.position..<end])
            store.position = end
        }
    }

    /// The bytes with the checksum that belongs to them.
    private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
        var input = SnapshotInput(read: reader(bytes))
        guard let head: [UInt64] = try? input.take(8) else { return bytes }
        let counts = head[3...].map { Int($0) }
        _ = try? input.take(counts[0]) as [UInt32]
        _ = try? input.take(counts[0]) as [Int64]
        _ = try? input.take(counts[0]) as [UInt32]
        _ = try? input.take(counts[0] + 1) as [UInt32]
        _ = try? input.take(counts[1]) as [UInt32]
        _ = try? input.take(counts[2]) as [UInt64]
        _ = try? input.take(counts[2]) as [SIMD8<UInt16>]
        _ = try? input.take(counts[3]) as [UInt32]
        _ = try? input.take(counts[4]) as [UInt8]
        return bytes.dropLast(8) + withUnsafeBytes(of: input.checksum) { Array($0) }
    }

    private final class Store {
        var bytes: [UInt8] = []
        var position = 0
    }
}
