import Firearms
import Foundation
import Testing

/// Runs only where the shared sample data stands beside the repository.
@Suite("Spellings of real agencies")
struct AgencySpellingTests {
    private static let sample: URL? = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        let file = folder.appendingPathComponent("shared/data/firearms/crime_guns.csv")
        return FileManager.default.fileExists(atPath: file.path) ? file : nil
    }()

    @Test("nine of ten distinct makes and calibres of a real list are recognised", .enabled(if: sample != nil))
    func recognised() throws {
        let text = try String(contentsOf: #require(Self.sample), encoding: .utf8)
        let rows = text.split(whereSeparator: \.isNewline).dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
            .filter { $0.count > 4 }
        let table = ReferenceTable.standard
        let makes = Set(rows.map { $0[2] }).subtracting([""])
        let calibres = Set(rows.map { $0[4] }).subtracting([""])
        let knownMakes = makes.count { table.make($0) != nil }
        let knownCalibres = calibres.count { table.calibre($0) != nil }
        #expect(makes.count >= 20)
        #expect(Double(knownMakes) >= 0.9 * Double(makes.count))
        #expect(Double(knownCalibres) >= 0.9 * Double(calibres.count))
    }
}
