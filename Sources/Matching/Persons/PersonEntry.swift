public import Identity

/// One name of a person as the index holds it. A record with several names has as many entries.
public struct PersonEntry: Sendable {
    /// The record that the name stands in.
    public var record: Int64
    /// The name, prepared.
    public var name: PreparedName
    /// The date of birth, as far as it is known.
    public var birthDate: PartialDate?
    /// Sex and nationalities.
    public var facts: PersonFacts

    /// An entry.
    public init(record: Int64, name: PreparedName, birthDate: PartialDate? = nil, facts: PersonFacts = PersonFacts()) {
        self.record = record
        self.name = name
        self.birthDate = birthDate
        self.facts = facts
    }

    /// The entries of a person.
    public static func entries(record: Int64, _ person: PreparedPerson) -> [PersonEntry] {
        let facts = PersonFacts(sex: person.sex, nationalities: person.nationalities)
        return person.names.map { PersonEntry(record: record, name: $0, birthDate: person.birthDate, facts: facts) }
    }
}

/// Sex and up to two nationalities in 32 bits.
public struct PersonFacts: Hashable, Sendable {
    let packed: UInt32

    /// Nothing known.
    public init() { packed = 0 }

    /// - Parameter nationalities: codes of two or three letters A-Z; further ones than two, and what is no such code,
    ///   are left out.
    public init(sex: PersonSex, nationalities: [String]) {
        let codes = nationalities.compactMap(Self.packed).prefix(2)
        let first = codes.first ?? 0
        let second = codes.dropFirst().first ?? 0
        packed = UInt32(sex.rawValue) << 30 | first << 15 | second
    }

    init(packed: UInt32) { self.packed = packed }

    /// The sex.
    public var sex: PersonSex { PersonSex(rawValue: UInt8(packed >> 30)) ?? .unknown }

    /// The nationalities.
    public var nationalities: [String] {
        let codes: [UInt32] = [packed >> 15 & 0x7FFF, packed & 0x7FFF]
        return codes.filter { $0 != 0 }.map { code in
            let letters: [UInt32] = [code >> 10, code >> 5 & 31, code & 31]
            return String(decoding: letters.filter { $0 != 0 }.map { UInt8($0) + 64 }, as: UTF8.self)
        }
    }

    private static func packed(_ code: String) -> UInt32? {
        let bytes = Array(code.utf8)
        guard (2...3).contains(bytes.count), bytes.allSatisfy({ (65...90).contains($0) }) else { return nil }
        var packed: UInt32 = 0
        for byte in bytes { packed = packed << 5 | UInt32(byte - 64) }
        return bytes.count == 2 ? packed << 5 : packed
    }
}
