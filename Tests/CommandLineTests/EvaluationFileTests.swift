import Foundation
import Testing

@testable import CommandLine

@Suite("Labelled files are read whatever program wrote them")
struct EvaluationFileTests {
    private func file(_ bytes: [UInt8]) throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "labelled-\(UUID().uuidString).csv")
        try Data(bytes).write(to: path)
        return path.path()
    }

    private func rows(_ bytes: [UInt8]) throws -> [[String]] {
        let path = try file(bytes)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try LabelledFile(path, headings: ["raw", "expected"]).rows.map { [$0["raw"], $0["expected"]] }
    }

    @Test("with a byte order mark, line ends of Windows, semicolons, tabs, quotes and headings in capitals")
    func dialects() throws {
        let expected = [["REVÓLVER TAURUS", "Taurus"], ["S&W, \"38\"", "Smith & Wesson"]]
        let comma = "raw,expected\nREVÓLVER TAURUS,Taurus\n\"S&W, \"\"38\"\"\",Smith & Wesson\n"
        #expect(try rows(Array(comma.utf8)) == expected)
        #expect(try rows([0xEF, 0xBB, 0xBF] + Array(comma.replacing("\n", with: "\r\n").utf8)) == expected)
        let semicolon = "RAW;Expected\r\nREVÓLVER TAURUS;Taurus\r\n\"S&W, \"\"38\"\"\";Smith & Wesson"
        #expect(try rows(Array(semicolon.utf8)) == expected)
        let tab = "raw\texpected\nREVÓLVER TAURUS\tTaurus\n\"S&W, \"\"38\"\"\"\tSmith & Wesson\n"
        #expect(try rows(Array(tab.utf8)) == expected)
        let latin = try #require(comma.data(using: .isoLatin1))
        #expect(try rows(Array(latin)) == expected)
    }

    @Test("columns may stand in any order, others are left alone, and empty rows say nothing")
    func columns() throws {
        let text = "id,expected,note,raw\n1,Taurus,x,TAURUS\n,,,\n2,,,SEM MARCA\n3,Rossi\n"
        #expect(try rows(Array(text.utf8)) == [["TAURUS", "Taurus"], ["SEM MARCA", ""], ["", "Rossi"]])
    }

    @Test("a file without the columns is refused with what it needs")
    func missingColumn() throws {
        let path = try file(Array("texto,marca\nTAURUS,Taurus\n".utf8))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let error = #expect(throws: CommandFailure.self) { try LabelledFile(path, headings: ["raw", "expected"]) }
        #expect("\(error as Any)".contains("expected"))
    }
}
