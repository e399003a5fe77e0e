import DelimitedText
import Firearms
import Registry
import Testing

@testable import CommandLine

@Suite("Batch of checks")
struct CheckBatchTests {
    private func rows(_ text: String, purpose: Purpose? = nil) throws -> [CheckBatch.Row] {
        let reader = try DelimitedReader(bytes: Array(text.utf8), name: "batch.csv")
        var batch = try CheckBatch(reader, defaults: CheckBatch.Defaults(purpose: purpose, place: "Foz"))
        var rows: [CheckBatch.Row] = []
        while let row = try batch.next() { rows.append(row) }
        return rows
    }

    @Test("columns are found by name in any order, and defaults fill what is missing")
    func columns() throws {
        let rows = try rows(
            "Marca;Número de serie;operation;purpose\nTaurus;TKX30417;TRIGGER-DEMO;warn\n;12?45;;\n",
            purpose: .borderControl
        )
        let first = try rows[0].question.get()
        #expect(first.firearm?.serial == "TKX30417")
        #expect(first.firearm?.make == "Taurus")
        #expect(first.operation == "TRIGGER-DEMO")
        #expect(first.purpose == .warn)
        #expect(first.place == "Foz")
        let second = try rows[1].question.get()
        #expect(second.firearm?.make == nil)
        #expect(second.purpose == .borderControl)
        #expect(rows[1].line == 3)
    }

    @Test("a wrong row says what is wrong and does not stop the others")
    func wrongRows() throws {
        let rows = try rows("serial,type,purpose\nA123,bazooka,warn\n,pistol,warn\nA123,pistol,\nA124,pistol,warn\n")
        #expect(throws: CommandFailure.self) { try rows[0].question.get() }
        #expect(throws: CommandFailure.self) { try rows[1].question.get() }
        #expect(throws: CommandFailure.self) { try rows[2].question.get() }
        #expect(try rows[3].question.get().firearm?.type == .pistol)
    }

    @Test("a file without serial numbers is refused")
    func noSerial() {
        #expect(throws: CommandFailure.self) { try rows("make,model\nTaurus,PT 92\n") }
    }
}
