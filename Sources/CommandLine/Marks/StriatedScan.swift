import Foundation
import Surfaces
import Toolmarks

/// A striated mark as read from its file, with its signature.
struct StriatedScan: Sendable {
    let path: String
    let warnings: [String]
    let profile: ComparisonProfile

    var signature: Signature { profile.signature }

    /// The file's name without its folder.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// Reads a scan or a measured profile and takes its signature.
    /// - Throws: `SurfacesError` when the file cannot be read, ``CommandFailure`` when it holds no usable mark.
    init(_ path: String, options: ScanOptions, extraction: SignatureExtraction) throws {
        self.path = path
        var measured: ProfileMap?
        var map: SurfaceMap?
        do throws(SurfacesError) {
            let file = try SurfaceFile.read(at: path, options: options.reading)
            warnings = file.warnings.map(\.description)
            map = file.surface
        } catch {
            guard error.code == .wrongFeature else { throw error }
            let bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
            let document = try X3PDocument.read(bytes, name: path, options: options.reading)
            measured = try document.profile()
            warnings = document.warnings.map(\.description)
        }
        do throws(ToolmarksError) {
            profile = try ComparisonProfile(Self.signature(map, measured, extraction))
        } catch {
            throw CommandFailure("\(path): \(error)")
        }
    }

    private static func signature(
        _ map: SurfaceMap?,
        _ measured: ProfileMap?,
        _ extraction: SignatureExtraction
    ) throws(ToolmarksError) -> Signature {
        if let measured { return try Signature(of: measured, extraction) }
        guard let map else {
            throw ToolmarksError(.nothingToCompare, subject: "scan", advice: "check that the file holds heights")
        }
        // A matrix of one line is a profile.
        if map.rows == 1 { return try Signature(of: ProfileMap(pitch: map.pitchX, values: map.values), extraction) }
        if map.columns == 1 { return try Signature(of: ProfileMap(pitch: map.pitchY, values: map.values), extraction) }
        return try Signature(of: map, extraction)
    }

    /// What was found, for people.
    var sentence: String {
        let finding = signature.finding
        guard let axis = signature.axis else { return "profile of \(Self.text(signature.width, 0)) um" }
        return "striae along \(axis.rawValue), \(Self.text(finding.angle, 1)) degrees to it; mark "
            + "\(Self.text(signature.width, 0)) um wide (of \(Self.text(finding.scanWidth, 0))); cross-cuts agree to "
            + Self.text(finding.stability, 2)
    }

    /// What a person should look at before trusting the comparison.
    var remarks: [String] {
        var remarks: [String] = []
        let finding = signature.finding
        if signature.axis != nil && finding.coherence < 0.25 {
            remarks.append("\(path): neighbouring cross-cuts hardly agree: there may be no striae.")
        }
        if signature.axis != nil && finding.stability < 0.6 {
            remarks.append("\(path): no stable cross-cut was found: the mark may be damaged.")
        }
        if signature.width < 800 { remarks.append("\(path): the mark is narrow; chance agreement is likelier.") }
        return remarks
    }

    static func text(_ value: Double, _ decimals: Int) -> String { String(format: "%.\(decimals)f", value + 0) }
}
