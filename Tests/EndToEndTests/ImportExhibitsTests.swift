import Foundation
import TestSupport
import Testing

/// `cartouche import exhibits` as a laboratory uses it.
@Suite("Importing a folder of scans")
struct ImportExhibitsTests {
    private static let heading = "case,case title,laboratory,event,event from,country,exhibit,kind,calibre,mark,file\n"

    private func verdicts(_ text: String) throws -> [JSONValue] {
        try JSONValue(parsing: text.utf8).array ?? []
    }

    @Test("good rows are entered, bad ones say why, and a second run enters nothing twice")
    func folder() async throws {
        let installation = try await NewInstallation()
        let folder = installation.folder.path(of: "scans")
        try await installation.generate(to: folder)
        try Data("no scan".utf8).write(to: URL(filePath: "\(folder)/three.x3p"))
        let rows = [
            "IPL 1,Shots,IC,shooting,2026-03-02,BR,E1,cartridge-case,9 mm Luger,Primer,parallel-01-1.x3p",
            "IPL 1,Shots,IC,shooting,2026-03-02,BR,E2,cartridge-case,,Primer,parallel-02-1.x3p",
            "IPL 1,Shots,IC,shooting,2026-03-02,BR,E3,cartridge-case,,Primer,three.x3p",
            "IPL 1,,,,,,E4,cartridge-case,,Primer,missing.x3p",
            "IPL 1,,,party,2026-99-02,XX,E5,shell,,,parallel-01-1.x3p",
            "IPL 1,,,,,,E6,cartridge-case,,Primer,../../../etc/passwd",
            "IPL 1,,,,,,E2,cartridge-case,,Primer,parallel-02-1.x3p",
        ]
        let manifest = Self.heading + rows.joined(separator: "\n") + "\n"
        try Data(manifest.utf8).write(to: URL(filePath: "\(folder)/manifest.csv"))
        let command = ["import", "exhibits", folder, "--as", "desk.br", "--json"]
        let first = try verdicts(try await installation.result(command).output)
        #expect(
            first.map { $0["outcome"].text } == [
                "entered", "entered", "entered", "refused", "refused", "refused", "present",
            ])
        #expect(first.prefix(3).map { $0["scan"].text } == ["ready", "ready", "refused"])
        #expect(first[4]["reasons"].array?.count == 5, "\(first[4])")
        let second = try verdicts(try await installation.result(command).output)
        #expect(second.prefix(3).map { $0["outcome"].text } == ["present", "present", "present"])
        let list = try await installation.result(["exhibits", "list", "--as", "desk.br", "--json"]).output
        #expect(try JSONValue(parsing: list.utf8).array?.count == 3)
        let number = try #require(first[0]["exhibit"].text)
        let shown = try await installation.output("exhibits", "show", number, "--as", "desk.br")
        #expect(shown.contains("parallel-01-1.x3p"))
    }

    @Test("beside a server that prepares scans, too, every verdict tells what became of its scan")
    func besideServer() async throws {
        let installation = try await NewInstallation()
        let folder = installation.folder.path(of: "scans")
        try await installation.generate(to: folder)
        let rows = (1...2).map {
            "IPL 2,Shots,IC,shooting,2026-03-02,BR,E\($0),cartridge-case,,Primer,parallel-0\($0)-1.x3p"
        }
        let manifest = Self.heading + rows.joined(separator: "\n") + "\n"
        try Data(manifest.utf8).write(to: URL(filePath: "\(folder)/manifest.csv"))
        let server = try await installation.server()
        let command = ["import", "exhibits", folder, "--as", "desk.br", "--json"]
        let told = try verdicts(try await installation.result(command).output)
        #expect(told.map { $0["scan"].text } == ["ready", "ready"])
        try await server.terminate()
    }

    @Test("a manifest without its columns names them")
    func columns() async throws {
        let installation = try await NewInstallation()
        let file = try installation.folder.write("case,exhibit,colour\n1,2,red\n", to: "manifest.csv")
        let result = try await installation.result(
            ["import", "exhibits", ".", "--manifest", file, "--as", "desk.br"])
        #expect(result.status != 0)
        #expect(result.errors.contains("colour"))
    }
}

extension NewInstallation {
    /// Writes the scans of two invented tools into a folder.
    fileprivate func generate(to folder: String) async throws {
        let program = try ProductsFolder.program()
        let arguments = [
            "scan", "generate", "--class", "parallel", "--tools", "2", "--firings", "1", "--raw", "--pitch", "12",
            "--output", folder,
        ]
        let result = try await ProgramRun(program, arguments).end(within: .seconds(120))
        guard result.status == 0 else { throw CommandRefused(arguments: arguments, errors: result.errors) }
    }
}
