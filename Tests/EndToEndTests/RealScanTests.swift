import Foundation
import TestSupport
import Testing

/// Real breech faces whose truth is known, where they lie beside the checkout: imported as a folder and correlated by a
/// worker, as a laboratory would.
@Suite("Real scans from the folder to the ranked list", .enabled(if: SharedData.file("fadul/truth.csv") != nil))
struct RealScanTests {
    /// Two firings each of four of the ten slides that were made one after the other.
    private static let scans = (1...4).flatMap { slide in (1...2).map { "Fadul \(slide)-\($0)" } }

    @Test("the other firing of the same slide stands first on every list")
    func mates() async throws {
        let installation = try await NewInstallation()
        let truth = try #require(SharedData.file("fadul/truth.csv"))
        let folder = URL(filePath: truth).deletingLastPathComponent().path
        let rows = Self.scans.map { "FADUL,\($0.dropFirst(6)),cartridge-case,9 mm Luger,Breech face,\($0).x3p" }
        let manifest = try installation.folder.write(
            "case,exhibit,kind,calibre,mark,file\n" + rows.joined(separator: "\n") + "\n", to: "manifest.csv")
        let entered = try await installation.output(
            "import", "exhibits", folder, "--manifest", manifest, "--as", "desk.br", "--json", within: .seconds(300))
        let verdicts = try #require(try JSONValue(parsing: entered.utf8).array)
        #expect(verdicts.map { $0["scan"].text } == Self.scans.map { _ in "ready" })
        #expect(verdicts.allSatisfy { $0["findings"].array?.isEmpty == true }, "\(entered)")
        let marks = verdicts.compactMap { $0["mark"].text }
        try #require(marks.count == Self.scans.count)
        try await installation.output("work", "--once", within: .seconds(600))

        let token = try await installation.token("desk.br", scopes: "exhibits")
        let server = try await installation.server()
        let client = server.client(headers: ["Authorization": "Bearer \(token)"])
        for (place, mark) in marks.enumerated() {
            let list = try await client.get("/api/v1/marks/\(mark)/correlation").json()
            let mate = marks[place.isMultiple(of: 2) ? place + 1 : place - 1]
            #expect(list["entries"][0]["mark"].text == mate, "\(Self.scans[place])")
        }
        try await server.terminate()
    }
}
