import ArgumentParser
import Foundation
import Surfaces
import Toolmarks

/// `cartouche compare`
struct CompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare two marks and say how well they agree.",
        discussion: """
            Reads two scans (x3p, NumPy, CSV; pictures as reflectance), makes them ready where they are not, and compares \
            them: impressed marks by congruent matching cells in both directions, striated marks by their profiles. \
            Needs no server and no database. What is said is a comparison of surfaces, not a conclusion on the case: \
            the marks themselves are examined by a person.

            EXAMPLES
              cartouche scan generate --class parallel --output practice    Invented marks of two tools.
              cartouche compare practice/parallel-01-1.x3p practice/parallel-01-2.x3p --picture cells.png
              cartouche compare A.x3p B.x3p --full-circle --json | jq .counts
              cartouche compare land1.x3p land2.x3p --picture lands.png
              cartouche compare --kind bullet bullet1 bullet2         All lands of two folders, or of two lists.
              cartouche evaluate toolmarks --scans known --truth truth.csv --reference-set known.json
              cartouche compare A.x3p B.x3p --reference-set known.json

            Exit status: 0 compared, whatever came of it; 1 a scan cannot be read or compared; 2 given wrongly.
            """
    )

    @Argument(help: ArgumentHelp("The first scan.", valueName: "A"))
    var first: String

    @Argument(help: ArgumentHelp("The second scan.", valueName: "B"))
    var second: String

    @Flag(help: "One JSON object instead of words.")
    var json = false

    @Option(help: ArgumentHelp("Draw both marks with what agrees, as PNG.", valueName: "file"))
    var picture: String?

    @Option(help: ArgumentHelp("Weigh the score by this set; see 'evaluate toolmarks'.", valueName: "file"))
    var referenceSet: String?

    @OptionGroup(title: "Scans") var scans: ScanOptions
    @OptionGroup(title: "Cells") var cells: CellOptions
    @OptionGroup(title: "Striated marks") var striated: StriatedOptions
    @OptionGroup(title: "Likelihood ratio") var evidence: EvidenceOptions

    func run() async throws {
        if scans.kind == .bullet || (scans.kind == .auto && Self.isFolder(first) && Self.isFolder(second)) {
            guard referenceSet == nil else {
                throw CommandFailure("Bullets are not weighed by a reference set yet. Compare their lands one by one.")
            }
            return try BulletComparisonRun(first: first, second: second, scans: scans, striated: striated)
                .report(json: json, picture: picture)
        }
        let one = scans.kind.mark?.isImpressed == false ? nil : try scan(first)
        let kind = scans.kind.mark ?? one?.likelyKind ?? .profile
        guard kind.isImpressed, let one else {
            return try StriatedComparisonRun(
                first: first, second: second, kind: kind, scans: scans, striated: striated,
                referenceSet: referenceSet, evidence: evidence
            ).report(json: json, picture: picture)
        }
        try ImpressedComparisonRun(
            first: one, second: LoadedScan(second, options: scans), kind: kind, scans: scans,
            parameters: cells.parameters(for: kind), referenceSet: referenceSet, evidence: evidence
        ).report(json: json, picture: picture)
    }

    /// The surface in a file; nil for a measured profile.
    private func scan(_ path: String) throws -> LoadedScan? {
        do throws(SurfacesError) {
            return try LoadedScan(path, options: scans)
        } catch {
            guard error.code == .wrongFeature else { throw error }
            return nil
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
