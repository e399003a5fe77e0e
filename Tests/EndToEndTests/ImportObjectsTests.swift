import Foundation
import TestSupport
import Testing

/// `cartouche import documents` and `vehicles` as a bureau's desk uses them.
@Suite("Importing documents and vehicles")
struct ImportObjectsTests {
    /// A file of which so many rows are refused, after one that is entered.
    private func file(refused: Int, in folder: TemporaryFolder) throws -> String {
        let wrong = (0..<refused).map { "FK\(300_000 + $0),Nowhere\n" }.joined()
        return try folder.write("number,country\nFK123456,BR\n\(wrong)", to: "documents.csv")
    }

    private func told(_ errors: String) -> Int { errors.split(separator: "\n").count { $0.hasPrefix("  line ") } }

    @Test(
        "the first refused rows are told with their reasons, and of the others how many there are",
        arguments: [(count: 3, told: 3, more: nil), (20, 20, nil), (21, 20, "and 1 more"), (47, 20, "and 27 more")]
            as [(count: Int, told: Int, more: String?)]
    )
    func manyRefused(count: Int, told expected: Int, more: String?) async throws {
        let installation = try await NewInstallation()
        let path = try file(refused: count, in: installation.folder)
        for options in [[], ["--refused", installation.folder.path(of: "refused.csv")]] {
            let result = try await installation.result(
                ["import", "documents", path, "--class", "stolen", "--as", "desk.br", "--dry-run"] + options)
            #expect(result.status == 0)
            #expect(result.output.contains("1 rows would be entered, \(count) refused."), "\(result.output)")
            #expect(told(result.errors) == expected)
            #expect(result.errors.contains("more refused rows") == (more != nil), "\(result.errors)")
            if let more { #expect(result.errors.contains(more), "\(result.errors)") }
        }
        let kept = try String(contentsOfFile: installation.folder.path(of: "refused.csv"), encoding: .utf8)
        #expect(kept.split(whereSeparator: \.isNewline).count == count + 1, "all of them, and the headings")
    }
}
