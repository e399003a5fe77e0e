import Foundation
import Surfaces
import Testing

/// Real scans, where they lie beside the checkout.
@Suite struct SharedScansTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data")

    static func scans(_ folder: String) -> [String] {
        let path = Self.folder.appending(path: folder).path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".x3p") }.sorted().map { path + "/" + $0 }
    }

    @Test(.enabled(if: !scans("fadul").isEmpty), arguments: scans("fadul"))
    func preparedBreechFacesAreRead(_ path: String) throws {
        let file = try SurfaceFile.read(at: path)
        #expect(file.warnings.isEmpty)
        #expect(abs(file.surface.pitchX - 6.25) < 1e-9)
        #expect(file.surface.columns > 490 && file.surface.rows > 490)
        #expect((0.2...0.5).contains(file.surface.validFraction))
        let range = try #require(file.surface.range)
        #expect(range.lowerBound > -50 && range.upperBound < 50)
    }

    @Test(.enabled(if: !scans("hamby252").isEmpty), arguments: scans("hamby252"))
    func landsAreRead(_ path: String) throws {
        let file = try SurfaceFile.read(at: path)
        #expect(file.warnings.isEmpty)
        #expect(abs(file.surface.pitchX - 1.5625) < 1e-9)
        #expect(file.surface.rows > 1_500)
    }

    @Test(.enabled(if: !scans("raw-pair").isEmpty), arguments: scans("raw-pair"))
    func incrementsInMicrometresAreCorrectedAndReported(_ path: String) throws {
        let file = try SurfaceFile.read(at: path)
        #expect(file.warnings.map(\.code) == [.unitsCorrected, .unitsCorrected])
        #expect((7.3...7.4).contains(file.surface.pitchX))
        let range = try #require(file.surface.range)
        #expect(range.lowerBound < -200 && range.upperBound > 100 && range.upperBound < 300)
    }
}
