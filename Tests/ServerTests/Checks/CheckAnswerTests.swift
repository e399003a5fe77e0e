import Firearms
import Foundation
import Matching
import Storage
import Testing

@testable import Registry
@testable import Server

@Suite("The answer to a check")
struct CheckAnswerTests {
    private func answer(of serials: [String]) throws -> CheckAnswer {
        let language = Language(code: "en", entries: ["reason.make.equal": .plain("Same make: {value}")])
        let candidates = serials.map { serial in
            CheckCandidate(
                record: RecordSummary(
                    sequence: 1, number: "BR-2026-000001", bureau: "BR", recordClass: .stolen, status: .active,
                    handling: .restricted, serial: serial, make: "Taurus \"T\"", makeCode: "taurus", model: "",
                    calibre: "9 mm\\Luger", calibreCode: nil, type: serial.isEmpty ? nil : .pistol,
                    country: serial.isEmpty ? nil : Country("BR"), changedAt: Moment.now()
                ),
                number: serial.isEmpty ? FirearmNumber(part: .slide, text: "Ç1", state: .restored) : nil,
                score: 0.123456,
                reasons: [MatchReason("make.equal", weight: 3.14159, arguments: ["Taurus"])]
            )
        }
        let result = CheckResult(
            id: .make(), time: .now(), request: CheckRequest(serial: "ABC12345", purpose: .borderControl),
            bureau: "AR", user: "officer.ar", candidates: candidates, total: serials.count,
            totalIsLowerBound: serials.isEmpty, includesNearNumbers: serials.isEmpty, nearNotListed: serials.count,
            advice: serials.isEmpty ? [] : ["make", "model"]
        )
        return CheckAnswer(result, in: language)
    }

    @Test(
        "is the same JSON whether written directly or by the general encoder", arguments: [[], ["ABÇ\t1"], ["", "2"]]
    )
    func sameJSON(serials: [String]) throws {
        let answer = try answer(of: serials)
        let direct = try JSONSerialization.jsonObject(with: Data(answer.json)) as? NSDictionary
        let encoded = try JSONSerialization.jsonObject(with: JSONEncoder().encode(answer)) as? NSDictionary
        #expect(direct != nil && direct == encoded)
    }
}
