import Firearms
import Matching
import Testing

@Suite("Each rule of the serial index finds its case and keeps a near one apart")
struct SerialIndexRuleTests {
    @Test(
        "one misreading is found and described",
        arguments: [
            ("KT45901", "KT4590", SerialEdit.leftOut(recordedPlace: 7)),
            ("KT45901", "K45901", .leftOut(recordedPlace: 2)),
            ("KT45901", "KT459C01", .added(readPlace: 6)),
            ("KT45901", "KT459901", .added(readPlace: 5)),
            ("KT45901", "KT45X01", .replaced(place: 5)),
            ("KT45901", "KT45091", .swapped(place: 5)),
            ("KT45901", "TK4590I", .swapped(place: 1)),
        ])
    func oneEdit(recorded: String, read: String, edit: SerialEdit) {
        let answer = SerialIndex(serials: [recorded]).find(read)
        #expect(answer.matches.map(\.edit) == [edit])
        #expect(answer.matches.map(\.step) == [.oneEdit])
        #expect(answer.matches.map(\.confusions) == [read.hasSuffix("I") ? 1 : 0])
    }

    @Test(
        "two misreadings are not found",
        arguments: ["K4590", "XT45X01", "KT5X901", "TK45091", "KT459", "KTCC45901", "9KT4591", "4K5T901"])
    func twoEdits(read: String) {
        #expect(SerialIndex(serials: ["KT45901"]).find(read, limit: 10).counts[.oneEdit] == nil)
    }

    @Test("unreadable places agree with any sign, but not with none")
    func unreadable() {
        let index = SerialIndex(serials: ["KT45901", "KT45911", "KT4591", "KT459012"])
        #expect(index.find("KT459?1").matches.map(\.record) == [0, 1])
        #expect(index.find("KT459??").matches.map(\.record) == [0, 1])
        #expect(index.find("????901").matches.map(\.record) == [0])
        #expect(index.find("?T?5?0?").matches.map(\.record) == [0])
        #expect(index.find("?T?6?0?").matches.isEmpty)
    }

    @Test("a piece is found wherever it stands, a piece of three places is not")
    func part() {
        let index = SerialIndex(serials: ["KT45901XPE", "KT4590", "4590", "HHHHHHHHHHHHHHHH45901"])
        let answer = index.find("4590")
        #expect(answer.matches.map(\.step) == [.exact, .part, .part, .part])
        #expect(answer.matches.map(\.record) == [2, 0, 1, 3])
        #expect(answer.matches.map(\.beginsAt) == [nil, 3, 3, 17])
        #expect(index.find("459").counts[.part] == nil)
        #expect(index.find("4591").counts[.part] == nil)
    }

    @Test("confused signs are counted, and fewer come first")
    func confusions() {
        let answer = SerialIndex(serials: ["B0B", "800", "808", "BOB"]).find("808")
        #expect(answer.matches.map(\.record) == [2, 0, 3, 1])
        #expect(answer.matches.map(\.confusions) == [0, 2, 3, 0])
        #expect(answer.matches.map(\.step) == [.exact, .confusable, .confusable, .oneEdit])
    }

    @Test("only the ways asked for are gone")
    func steps() {
        let index = SerialIndex(serials: ["45901", "4590I", "45902", "KT45901"])
        func records(_ text: String, _ steps: SerialIndexSteps) -> [Int64] {
            index.find(SerialPattern(text), steps: steps).matches.map(\.record)
        }
        #expect(records("45901", []) == [0, 1])
        #expect(records("45901", .oneEdit) == [0, 1, 2])
        #expect(records("45901", .part) == [0, 1, 3])
        #expect(records("4590?", .oneEdit).isEmpty)
        #expect(records("4590?", .unreadable) == [0, 1, 2])
    }

    @Test(
        "nothing readable, or more than any maker stamps, finds nothing",
        arguments: [
            "", "?", "????", "-- --", String(repeating: "7", count: 41), String(repeating: "?", count: 1_000_000),
            String(repeating: "7?", count: 500_000),
        ])
    func hostile(text: String) {
        let index = SerialIndex(serials: generatedSerials(200, seed: 31))
        #expect(index.find(text).matches.isEmpty)
        #expect(index.find(text, limit: .min).total == 0)
        #expect(SerialIndex().find(text).total == 0)
        #expect(SerialIndex(serials: [text]).count == 0)
    }

    @Test("one number on very many records is counted in full and listed in full when equal")
    func oneNumberOnMany() {
        let index = SerialIndex(serials: Array(repeating: "77777", count: 5_000))
        #expect(index.find("77777", limit: 10).matches.count == 5_000)
        #expect(index.find("7777I", limit: 10).matches.count == 10)
        #expect(index.find("7777I", limit: 10).counts == [.confusable: 5_000])
        #expect(index.find("7777", limit: 10).counts == [.oneEdit: 5_000])
        #expect(index.find("7???7", limit: 10).isCutOff)
    }
}
