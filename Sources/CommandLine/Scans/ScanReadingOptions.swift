import ArgumentParser
import Foundation
import Surfaces

/// How the file of a command about scans is read.
struct ScanReadingOptions: ParsableArguments {
    @Flag(help: "Refuse a file whose checksums do not fit; otherwise they are a warning.")
    var strict = false

    @Option(help: ArgumentHelp("Micrometres between points, where the file does not state it.", valueName: "um"))
    var pitch: Double?

    @Option(
        help: ArgumentHelp("Unit of the numbers of a plain matrix (csv, npy): um, nm, mm or m.", valueName: "unit")
    )
    var unit = LengthUnit.um

    /// The units that matrices come in.
    enum LengthUnit: String, ExpressibleByArgument, CaseIterable {
        case um, nm, mm, m

        /// Micrometres of one.
        var micrometres: Double {
            switch self {
            case .um: 1
            case .nm: 1e-3
            case .mm: 1e3
            case .m: 1e6
            }
        }
    }

    func validate() throws {
        if let pitch, !(pitch > 0 && pitch.isFinite) { throw ValidationError("Use a pitch above 0 micrometres.") }
    }

    /// Reads a scan and reports its warnings on standard error.
    func read(_ path: String, reportsWarnings: Bool = true) throws -> SurfaceFile {
        let options = SurfaceReadingOptions(isStrict: strict, pitch: pitch, heightUnit: unit.micrometres)
        let file = try SurfaceFile.read(at: path, options: options)
        if reportsWarnings { for warning in file.warnings { Terminal.report("Warning: \(warning)") } }
        return file
    }
}

/// Writes the results of commands about scans.
enum ScanOutput {
    /// Writes a file as a whole or not at all.
    /// - Throws: ``CommandFailure`` when a file is there that may not be replaced, or the place cannot be written.
    static func write(_ bytes: [UInt8], to path: String, overwrite: Bool) throws {
        guard overwrite || !FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure("\(path) is there already. Name another file, or give --overwrite.")
        }
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw CommandFailure("\(path) cannot be written: \(error.localizedDescription)")
        }
    }
}
