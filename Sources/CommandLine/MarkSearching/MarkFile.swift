import Foundation
import Storage
import Surfaces
import Toolmarks

/// A scan read from a file and made ready for comparison.
struct MarkFile: Sendable {
    /// The ready surface.
    let surface: SurfaceMap
    /// SHA-256 of the file, hexadecimal.
    let hash: String

    /// Reads a scan and makes it ready as far as it is not; errors name the file.
    ///
    /// `stage` says how far it is ready; nil looks at the scan.
    init(path: String, stage: ScanState.Stage?) throws {
        let bytes = try MarkFile.bytes(of: path)
        hash = MarkFile.hash(of: bytes)
        surface = try MarkFile.surface(of: bytes, path: path, stage: stage)
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

    static func surface(of bytes: [UInt8], path: String, stage: ScanState.Stage?) throws -> SurfaceMap {
        let map = try SurfaceFile.read(bytes, name: path).surface
        do {
            return try ReadySurface(map, kind: .breechFace, stage: stage).surface
        } catch {
            throw CommandFailure("\(path): \(error)")
        }
    }
}
