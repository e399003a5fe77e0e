import DelimitedText
import Foundation
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite("Hostile files")
struct HostileFileTests {
    static let files: [(name: String, bytes: [UInt8], code: DelimitedTextError.Code)] = [
        ("nothing", [], .empty),
        ("zero bytes", Array("serial,make\nABC\0DEF,TAURUS\n".utf8), .nulByte),
        ("zip", [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 7, count: 64), .binary),
        ("one long line", [UInt8](repeating: 0x41, count: 3 << 20), .fieldTooLong),
        ("one long line of columns", Array(String(repeating: "a,", count: 600_000).utf8), .tooManyColumns),
        ("an open quote", Array("serial,make\n\"ABC,TAURUS\n".utf8), .unterminatedQuote),
    ]

    @Test("is refused with its reason and the name the user knows, and leaves nothing behind", arguments: files)
    func refused(name: String, bytes: [UInt8], code: DelimitedTextError.Code) async throws {
        let world = try await World()
        do {
            _ = try await world.open(bytes: bytes)
            Issue.record("\(name) was taken")
        } catch let error as DelimitedTextError {
            #expect(error.code == code)
            #expect(error.file == "guns.csv")
            #expect(!error.description.contains(world.folder.path))
        }
        #expect(try await world.count("SELECT COUNT(*) FROM imports") == 0)
        #expect(try await world.journalHead() == 0)
    }

    @Test("a file that breaks off in row 5,000 fails, and what was entered before stays and is reported")
    func breaksOff() async throws {
        let world = try await World()
        let text = ImportTests.numbered(5_500).split(separator: "\n").enumerated()
            .map { $0.offset == 4_999 ? "\"open,TAURUS,stolen" : String($0.element) }.joined(separator: "\n")
        let job = try await world.enter(file: text)
        #expect(job.state == .failed)
        #expect(job.failure?.hasPrefix("guns.csv, line 5000") == true)
        #expect(job.progress.rows == 4_998)
        #expect(try await world.records() == job.progress.accepted)
        #expect(try await world.actions().last == "import.fail")
        #expect(try await world.registry.imports.latest(try await world.desk("BR")).map(\.state) == [.failed])
    }

    @Test("formulas are entered as text and leave an export harmless")
    func formulas() async throws {
        let world = try await World()
        let job = try await world.enter(file: "serial,make,remarks\nABC12345,TAURUS,\"=cmd|' /C calc'!A0\"\n")
        #expect(job.progress.accepted == 1)
        let text = try await world.export(RecordFilter(), try await world.desk("BR"))
        #expect(text.contains("'=cmd"))
        #expect(!text.contains(",=cmd"))
    }

    @Test("a path in the file's name is cut off")
    func fileName() async throws {
        let world = try await World()
        let blob = try world.registry.blobs.put("serial\nABC12345\n".utf8)
        let job = try await world.registry.imports.open(
            fileName: "../../etc/passwd", blob: blob, try await world.desk("BR")
        )
        #expect(job.fileName == "passwd")
    }

    @Test("an import cannot be seen or steered from another bureau")
    func otherBureau() async throws {
        let world = try await World()
        let job = try await world.open("serial\nABC12345\n")
        let other = try await world.desk("AR")
        let imports = world.registry.imports
        #expect(await world.refusal { try await imports.run(job.id, other) }?.code == .notFound)
        #expect(await world.refusal { try await imports.tryOut(job.id, other) }?.code == .notFound)
        #expect(await world.refusal { try await imports.cancel(job.id, other) }?.code == .notFound)
        #expect(await world.refusal { try await imports.verdicts(job.id, other) }?.code == .notFound)
        #expect(try await imports.interrupted(blob: job.blob, other) == nil)
    }
}
