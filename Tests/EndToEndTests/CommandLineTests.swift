import Foundation
import TestSupport
import Testing

/// The program as somebody at a terminal meets it.
@Suite("At the command line")
struct CommandLineTests {
    /// Every subcommand whose help is held against a snapshot.
    static let subcommands = [
        [], ["serve"], ["demo"], ["check"], ["import", "firearms"], ["import", "documents"], ["import", "vehicles"],
        ["import", "exhibits"], ["exhibits", "list"],
        ["exhibits", "show"], ["exhibits", "candidates"], ["export", "firearms"], ["journal", "verify"],
        ["journal", "head"], ["journal", "show"], ["users", "add"], ["users", "list"], ["bureaus", "add"], ["set-up"],
        ["tokens", "create"], ["backup"], ["configuration"], ["describe"], ["reference", "check"],
        ["reference", "correct"], ["reference", "import"], ["reference", "export"], ["reference", "remove"],
        ["evaluate", "firearms"], ["evaluate", "names"], ["evaluate", "serials"], ["evaluate", "mrz"],
        ["compare"], ["work"], ["evaluate", "toolmarks"], ["search"], ["scan", "generate"], ["scan", "info"],
        ["scan", "show"],
        ["scan", "convert"], ["scan", "prepare"], ["report", "verify"],
    ]

    @Test("Help reads as it was approved", arguments: subcommands)
    func help(subcommand: [String]) async throws {
        let program = try ProductsFolder.program()
        let run = try ProgramRun(program, subcommand + ["--help"], environment: ["COLUMNS": "100"])
        let result = try await run.end(within: .seconds(60))
        #expect(result.status == 0)
        let name = (["cartouche"] + subcommand).joined(separator: "-")
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "Snapshots").appending(path: "\(name).txt")
        if ProcessInfo.processInfo.environment["CARTOUCHE_RECORD_SNAPSHOTS"] != nil {
            try Data(result.output.utf8).write(to: file)
        }
        let approved = try String(contentsOf: file, encoding: .utf8)
        #expect(result.output == approved, "record anew with CARTOUCHE_RECORD_SNAPSHOTS=1 once the text is right")
    }

    @Test("A check finds what was imported, and the journal stays intact")
    func importAndCheck() async throws {
        let installation = try await NewInstallation()
        let file = try installation.folder.write(
            "Serie;Marca;Modelo;Calibre\nTKR52345;TAURUS;PT 92;9 mm\n;;;\nRASPADO;ROSSI;68;.38\n", to: "armas.csv"
        )
        try await installation.output("import", "firearms", file, "--as", "desk.br", "--yes")
        let answer = try await installation.output(
            "check", "--serial", "TKR5234S", "--make", "Taurus", "--purpose", "border-control", "--json", "--as",
            "officer.ar"
        )
        let candidate = try JSONValue(parsing: answer.utf8)["candidates"][0]
        #expect(candidate["serial"].text == "TKR52345", "\(answer)")
        #expect(candidate["reasons"].array?.contains { $0["code"].text == "serial.confusable" } == true)
        let verified = try await installation.output("journal", "verify")
        #expect(!verified.isEmpty)
    }

    @Test("A changed journal entry is found and named")
    func tampering() async throws {
        let installation = try await NewInstallation()
        let sql = "UPDATE journal SET actor = 'nobody.at.all' WHERE sequence = 3"
        let change = try ProgramRun("/usr/bin/env", ["sqlite3", installation.path + "/cartouche.sqlite", sql])
        guard try await change.end().status == 0 else { return }
        let result = try await installation.result(["journal", "verify", "--json"])
        #expect(result.status != 0)
        #expect(result.output.contains("3"), "\(result.output)")
    }

    @Test(
        "A hostile file gets a clear error and changes nothing",
        arguments: HostileFile.all
    )
    func hostileFile(file: HostileFile) async throws {
        let installation = try await NewInstallation()
        let path = try installation.folder.write(file.bytes(), to: file.name)
        let result = try await installation.result(["import", "firearms", path, "--as", "desk.br", "--yes"])
        #expect(result.status != 0)
        #expect(result.errors.contains(file.name), "the error names the file: \(result.errors)")
        let exported = try await installation.output("export", "firearms", "-", "--as", "desk.br")
        #expect(exported.split(whereSeparator: \.isNewline).count == 1, "nothing was entered")
    }

    @Test(
        "Real crime guns are imported and found again, misread and partly removed", .enabled(if: SharedData.isPresent)
    )
    func crimeGuns() async throws {
        let installation = try await NewInstallation()
        let file = try #require(SharedData.file("firearms/crime_guns.csv"))
        try await installation.output(
            "import", "firearms", file, "--as", "desk.br", "--class", "seized", "--yes"
        )
        let readings = [
            ("ABE57352B", "ABE573528"), ("45?513?6", "45751376"), ("CV02Z337", "CV022337"), ("ABE53528", "ABE573528"),
            ("CV022373", "CV022337"), ("457513776", "45751376"),
        ]
        for (serial, recorded) in readings {
            let serials = try await found(serial, installation)
            #expect(serials.first == recorded, "\(serial): \(serials)")
        }
        // Asked with another digit: what does not agree must not be made up.
        #expect(try await !found("45?523?6", installation).contains("45751376"))
        #expect(try await found("4575?3??", installation).first == "45751376")
    }

    /// The recorded numbers that a check lists, best first.
    private func found(_ serial: String, _ installation: NewInstallation) async throws -> [String] {
        let answer = try await installation.output(
            "check", "--serial", serial, "--purpose", "support-investigation", "--json", "--as", "officer.ar"
        )
        return (try JSONValue(parsing: answer.utf8)["candidates"].array ?? []).compactMap { $0["serial"].text }
    }
}

/// A file that is not what its name says, or worse.
struct HostileFile: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: @Sendable () -> [UInt8]

    var testDescription: String { name }

    static let all = [
        HostileFile(name: "zip-renamed.csv") { [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 7, count: 2_000) },
        HostileFile(name: "nul-bytes.csv") { Array("serial,make\n".utf8) + [0, 0, 0] + Array(",Taurus\n".utf8) },
        HostileFile(name: "one-line-of-100-megabytes.csv") {
            [UInt8](repeating: UInt8(ascii: "A"), count: 100_000_000)
        },
        HostileFile(name: "empty.csv") { [] },
        HostileFile(name: "quote-never-closed.csv") { Array("serial,make\n\"ABC123,Taurus\n".utf8) },
    ]
}
