import CSodium
import Foundation
import InstallationDatabase
import Surfaces
import Toolmarks

/// `GenerateMarks DATA_FOLDER BUREAU COUNT [--surfaces 3000] [--fadul FOLDER]`
///
/// Fills an installation with exhibits of one breech face each: firings of tools that never were, submitted, of one
/// calibre, so that each may be compared with each. Each has a coarse form of its own. Only `--surfaces` of them have
/// prepared surfaces of their own; the others borrow theirs, which costs a worker the same time and saves the disk (a
/// surface has some 100 kB): a stranger's surface for a stranger's. `--fadul` adds the scans of that set, in the order
/// of their names, with their own prepared surfaces; their numbers are printed, one a line, with the file.
@main
struct GenerateMarks {
    struct Mark: Sendable {
        var form: [UInt8]
        var surface: String
    }

    static func main() async throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        func option(_ name: String) -> String? {
            guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return nil }
            defer { arguments.removeSubrange(place...place + 1) }
            return arguments[place + 1]
        }
        let own = option("--surfaces").flatMap(Int.init) ?? 3_000
        let fadul = option("--fadul")
        guard arguments.count == 3, let count = Int(arguments[2]), count > 0, own > 0 else {
            FileHandle.standardError.write(
                Data("GenerateMarks DATA_FOLDER BUREAU COUNT [--surfaces 3000] [--fadul FOLDER]\n".utf8)
            )
            exit(64)
        }
        _ = sodium_init()
        let folder = arguments[0]
        let start = ContinuousClock.now
        let threads = ProcessInfo.processInfo.activeProcessorCount
        let surfaces = try await ParallelMap(threads: threads).run(min(own, count)) { number in
            try stored(tool(number).firing(0).prepared(pitch: 12.5), in: folder)
        }
        report("\(surfaces.count) surfaces drawn", since: start)
        let forms = try await ParallelMap(threads: threads, block: 64).run(count) { number in
            // At the pitch that screening filters at, which costs a sixth.
            try ScreeningForm(tool(number).firing(0).prepared(pitch: 30)).bytes
        }
        report("\(forms.count) coarse forms drawn", since: start)
        let database = try InstallationDatabase(folder + "/cartouche.sqlite")
        try database.run("BEGIN IMMEDIATE")
        var writer = try MarkWriter(database, bureau: arguments[1])
        for (number, form) in forms.enumerated() {
            let mark = Mark(form: form, surface: surfaces[number % surfaces.count])
            try writer.add(mark, file: "generated-\(number).x3p")
        }
        if let fadul {
            let files = try FileManager.default.contentsOfDirectory(atPath: fadul).filter { $0.hasSuffix(".x3p") }
            for file in files.sorted() {
                let scan = try SurfaceFile.read(at: fadul + "/" + file).surface
                let ready = try ReadySurface(scan, kind: .breechFace).surface
                let mark = Mark(form: try ScreeningForm(ready).bytes, surface: try stored(ready, in: folder))
                print("\(try writer.add(mark, file: file))\t\(file)")
            }
        }
        try database.run("COMMIT")
        report("\(count) marks written", since: start)
    }

    /// A tool; one in two is granular as real ones often are, the others are of all classes.
    private static func tool(_ number: Int) -> GeneratedTool {
        let toolClass = number % 2 == 0 ? .granular : ToolClass.all[number / 2 % ToolClass.all.count]
        return GeneratedTool(toolClass, seed: GeneratedTool.seed(2_026, toolClass, number))
    }

    /// Stores a prepared surface as the program does, under the hash of its content, which it gives.
    private static func stored(_ surface: SurfaceMap, in folder: String) throws -> String {
        let bytes = try X3PDocument(surface).encoded(level: 1)
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        let hash = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let shard = "\(folder)/blobs/\(hash.prefix(2))/\(hash.dropFirst(2).prefix(2))"
        try FileManager.default.createDirectory(atPath: shard, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: shard + "/" + hash))
        return hash
    }

    private static func report(_ text: String, since start: ContinuousClock.Instant) {
        let seconds = String(format: "%.1f", (ContinuousClock.now - start) / .seconds(1))
        FileHandle.standardError.write(Data("\(text), \(seconds) s\n".utf8))
    }
}
