import Foundation
import Toolmarks

/// The scans of a folder in their screening forms.
struct SearchFolder: Sendable {
    /// A scan that can be screened.
    struct Entry: Sendable {
        /// The path as it is opened.
        let path: String
        /// The path below the folder, for people.
        let name: String
        let hash: String
        let form: ScreeningForm
    }

    /// A file that could not be used.
    struct Failure: Sendable, Encodable {
        let file: String
        let reason: String
    }

    let entries: [Entry]
    let failures: [Failure]

    /// Endings of files that hold scans.
    private static let endings: Set<String> = ["x3p", "npy"]

    /// The scans below a folder in the order of their names, without the files named in `leavingOut`.
    static func files(in folder: String, leavingOut: Set<String> = []) throws -> [(path: String, name: String)] {
        guard isFolder(at: folder) else {
            throw CommandFailure("\(folder): There is no such folder.")
        }
        let root = URL(filePath: folder)
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.filter { endings.contains(URL(filePath: $0).pathExtension.lowercased()) }
            .sorted { $0.localizedStandardCompare($1) == .orderedAscending }
            .map { (path: root.appending(path: $0).resolvingSymlinksInPath().path, name: $0) }
            .filter { !leavingOut.contains($0.path) && !isFolder(at: $0.path) }
    }

    private static func isFolder(at path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// Reads and prepares what the cache does not hold.
    static func open(
        _ files: [(path: String, name: String)],
        stage: ScanState.Stage?,
        settings: ScreeningSettings,
        cache: ScreeningCache?,
        threads: Int,
        progress: @escaping MarkSearch.Progress
    ) async throws -> SearchFolder {
        let results = try await ParallelMap(threads: threads).run(files.count, progress: progress) { index in
            let file = files[index]
            do {
                return Result<Entry, CommandFailure>.success(
                    try entry(file.path, file.name, stage: stage, settings: settings, cache: cache)
                )
            } catch {
                return .failure(CommandFailure("\(error)"))
            }
        }
        var entries: [Entry] = []
        var failures: [Failure] = []
        for (file, result) in zip(files, results) {
            switch result {
            case .success(let entry): entries.append(entry)
            case .failure(let failure): failures.append(Failure(file: file.name, reason: failure.description))
            }
        }
        return SearchFolder(entries: entries, failures: failures)
    }

    private static func entry(
        _ path: String,
        _ name: String,
        stage: ScanState.Stage?,
        settings: ScreeningSettings,
        cache: ScreeningCache?
    ) throws -> Entry {
        if let cache, let hash = cache.hash(of: path), let form = cache.form(hash) {
            return Entry(path: path, name: name, hash: hash, form: form)
        }
        let look = ScreeningCache.look(at: path)
        let bytes = try MarkFile.bytes(of: path)
        let hash = MarkFile.hash(of: bytes)
        if let look { cache?.remember(hash, of: path, as: look) }
        if let form = cache?.form(hash) { return Entry(path: path, name: name, hash: hash, form: form) }
        let surface = try MarkFile.surface(of: bytes, path: path, stage: stage)
        let form = try ScreeningForm(surface, settings: settings)
        try cache?.keep(form, hash: hash)
        return Entry(path: path, name: name, hash: hash, form: form)
    }
}
