import ArgumentParser
import Foundation
import Storage
import Surfaces

/// A scan read from a file and made ready for comparison.
struct MarkFile: Sendable {
    /// Whether scans are levelled and filtered before they are compared.
    enum Treatment: String, CaseIterable, Codable, ExpressibleByArgument {
        /// Those that are not yet prepared.
        case automatic = "auto"
        /// All of them.
        case prepare
        /// None.
        case asIs = "as-is"
    }

    /// The ready surface.
    let surface: SurfaceMap
    /// SHA-256 of the file, hexadecimal.
    let hash: String

    /// Reads and, where wanted, prepares a scan. Errors name the file.
    init(path: String, treatment: Treatment) throws {
        let bytes = try MarkFile.bytes(of: path)
        hash = MarkFile.hash(of: bytes)
        surface = try MarkFile.surface(of: bytes, path: path, treatment: treatment)
    }

    /// The content of a file, refused before it is loaded when it is larger than a scan may be.
    static func bytes(of path: String) throws -> [UInt8] {
        let url = URL(filePath: path)
        let limit = SurfaceLimits().fileBytes
        do {
            let size = try url.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            guard size <= limit else {
                throw CommandFailure("\(path): The file has \(size) bytes; at most \(limit) are read.")
            }
            return [UInt8](try Data(contentsOf: url))
        } catch let error as CocoaError {
            let reason = error.code == .fileReadNoSuchFile ? "There is no such file." : error.localizedDescription
            throw CommandFailure("\(path): \(reason)")
        }
    }

    static func hash(of bytes: [UInt8]) -> String {
        SHA256.hash(bytes).map { String(format: "%02x", $0) }.joined()
    }

    static func surface(of bytes: [UInt8], path: String, treatment: Treatment) throws -> SurfaceMap {
        let surface = try SurfaceFile.read(bytes, name: path).surface
        switch treatment {
        case .asIs: return surface
        case .automatic where isPrepared(surface): return surface
        default: return try Preparation.breechFace.apply(to: surface).surface
        }
    }

    /// Whether a surface looks levelled and cut to the mark: a quarter of it is missing, and nearly all of the rest lies
    /// within 40 micrometres. The firing-pin hole alone makes a raw scan deeper.
    static func isPrepared(_ map: SurfaceMap) -> Bool {
        guard map.kind == .height, map.validFraction < 0.75 else { return map.kind != .height }
        let sample = stride(from: 0, to: map.count, by: max(1, map.count / 40_000))
            .map { map.values[$0] }.filter(\.isFinite).sorted()
        guard sample.count >= 100 else { return false }
        return sample[sample.count * 98 / 100] - sample[sample.count * 2 / 100] < 40
    }
}
