import Firearms
import Matching
import Testing

@Suite("What is known beside the number decides who is listed when too many agree")
struct SerialTraitsTests {
    private static let bersa = SerialTraits(makeCode: "bersa", calibreCode: "380-acp", type: .pistol, isOpen: true)
    private static let rossi = SerialTraits(makeCode: "rossi", calibreCode: "38-special", type: .revolver, isOpen: true)

    /// Records 1 to 900 carry numbers one error away from 48213; the one of the wanted make is entered last.
    private static let index: SerialIndex = {
        var entries: [SerialIndexEntry] = []
        for record in 1...900 {
            let sign = String(record % 7)
            entries.append(
                SerialIndexEntry(record: Int64(record), serial: SerialPattern("4" + sign + "8213"), traits: rossi))
        }
        entries.append(SerialIndexEntry(record: 901, serial: SerialPattern("48293"), traits: bersa))
        entries.append(
            SerialIndexEntry(
                record: 902, serial: SerialPattern("48212"),
                traits: SerialTraits(makeCode: "bersa", calibreCode: nil, type: nil, isOpen: false)
            )
        )
        return SerialIndex(entries)
    }()

    @Test("the agreeing make is listed first, and all are counted")
    func preferred() {
        let answer = Self.index.find(SerialPattern("48213"), limit: 10, preferring: Self.bersa)
        #expect(answer.matches.prefix(2).map(\.record) == [901, 902])
        #expect(answer.total == 902)
        #expect(answer.openCounts == [.oneEdit: 901])
        #expect(answer.isCutOff)
    }

    @Test("without a preference the order is that of the steps")
    func notPreferred() {
        let answer = Self.index.find(SerialPattern("48213"), limit: 10)
        #expect(answer.matches.map(\.record) == Array(1...10))
    }

    @Test("an equal number is listed whatever else differs")
    func equalIsNeverHidden() {
        var index = Self.index
        index.insert(record: 903, serial: SerialPattern("48213"), traits: Self.rossi)
        let answer = index.find(SerialPattern("48213"), limit: 1, preferring: Self.bersa)
        #expect(answer.matches.first?.record == 903)
    }

    @Test("a record whose traits change is changed, and its snapshot keeps them")
    func changed() throws {
        var index = Self.index
        index.set(record: 902, serials: [SerialPattern("48212")], traits: Self.bersa)
        #expect(index.find(SerialPattern("48212")).matches.first?.traits == Self.bersa)
        #expect(index.count == 902)
        var bytes: [UInt8] = []
        try index.writeSnapshot(position: 7) { bytes += Array($0) }
        var place = 0
        let read = try SerialIndex.readSnapshot { buffer in
            for offset in buffer.indices { buffer[offset] = bytes[place + offset] }
            place += buffer.count
        }
        #expect(read.index.find(SerialPattern("48212")).matches.first?.traits == Self.bersa)
    }

    @Test("unknown traits stand apart from known ones")
    func unknown() {
        #expect(SerialTraits(makeCode: nil, calibreCode: nil, type: nil, isOpen: false) == .unknown)
        #expect(SerialTraits(makeCode: "", calibreCode: nil, type: nil, isOpen: true).isOpen)
        #expect(Self.bersa != Self.rossi)
    }
}
