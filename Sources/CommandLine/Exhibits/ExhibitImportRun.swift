import Foundation
import Registry
import Server
import Storage

/// The verdict on one row of a manifest, for people and programs.
struct ExhibitVerdict: Encodable, Sendable {
    enum Outcome: String, Encodable {
        case entered, present, refused
    }

    var line: Int
    var file: String
    var outcome: Outcome
    var exhibit: String?
    var mark: String?
    /// Why the row was refused, in words.
    var reasons: [String] = []
    /// Other marks with the very same file.
    var sameFileAs: [String] = []
    /// What became of the scan: `waiting`, `ready`, `refused`.
    var scan: String?
    /// What was noticed about the scan, in words.
    var findings: [String] = []

    private enum CodingKeys: String, CodingKey {
        case file, outcome, exhibit, mark, reasons, sameFileAs, scan, findings
        case line = "row"
    }

    /// A line for people.
    var text: String {
        let subject = mark ?? (file.isEmpty ? "-" : file)
        let same = sameFileAs.isEmpty ? [] : ["the very same file is on \(sameFileAs.joined(separator: ", "))"]
        let state = scan.map { $0 == "ready" ? [] : ["scan \($0)"] } ?? []
        let notes = reasons + same + state + findings
        return "\(line): \(outcome.rawValue) \(subject)" + (notes.isEmpty ? "" : ": \(notes.joined(separator: " · "))")
    }
}

/// One import of a folder of scans on the command line.
struct ExhibitImportRun: Sendable {
    let registry: Registry
    let actor: Actor
    let folder: String
    let words: PublicCatalogue
    let largestScan: Int

    /// Enters every row; a row that cannot be entered does not keep the others out.
    func enter(_ manifest: ExhibitManifest) async throws -> [ExhibitVerdict] {
        var verdicts: [ExhibitVerdict] = []
        for (index, row) in manifest.rows.enumerated() {
            try Task.checkCancellation()
            progress("Entering", index + 1, manifest.rows.count)
            verdicts.append(try await verdict(on: row))
        }
        if Terminal.errorIsInteractive { Terminal.redraw("") }
        return verdicts
    }

    private func verdict(on row: ExhibitManifest.Row) async throws -> ExhibitVerdict {
        var verdict = ExhibitVerdict(line: row.line, file: row.values[.file] ?? "", outcome: .refused)
        do {
            let read = try ExhibitManifestRow(row.values)
            let blob = try registry.blobs.put(contentsOfFile: try path(of: read.file), limit: largestScan)
            let entered = try await registry.exhibitImports.enter(read, blob: blob, actor)
            verdict.outcome = entered.isNew ? .entered : .present
            verdict.exhibit = entered.exhibit
            verdict.mark = "\(entered.mark)"
            verdict.sameFileAs = entered.sameFile.map(\.description)
        } catch let error as RegistryError {
            verdict.reasons = error.failures.map { failure in
                let text = words.failure(field: failure.field, code: failure.code, arguments: failure.arguments)
                return failure.value.map { "\(text) (\"\($0)\")" } ?? text
            }
            if verdict.reasons.isEmpty { verdict.reasons = [words.error(error.code.rawValue) ?? error.code.rawValue] }
        } catch let error as StorageError where [.notFound, .tooLarge, .cannotOpen].contains(error.code) {
            verdict.reasons = [
                words.failure(field: "file", code: error.code == .tooLarge ? "too-large" : "missing", arguments: [:])
            ]
        } catch let error as OutsideFolder {
            verdict.reasons = ["\(error.file) lies outside the folder."]
        }
        return verdict
    }

    /// A manifest names files of its own folder only, links followed: it may come from elsewhere.
    private func path(of file: String) throws -> String {
        let root = URL(filePath: folder).resolvingSymlinksInPath().standardizedFileURL.path
        let path = URL(filePath: folder).appending(path: file).resolvingSymlinksInPath().standardizedFileURL.path
        guard path.hasPrefix(root.hasSuffix("/") ? root : root + "/") else { throw OutsideFolder(file: file) }
        return path
    }

    private struct OutsideFolder: Error {
        var file: String
    }

    /// How long to leave a scan alone that a server beside this command prepares.
    private static let pause = Duration.milliseconds(200)

    /// Prepares scans, of whichever import, until none of these verdicts waits.
    func prepare(_ verdicts: [ExhibitVerdict]) async throws {
        var count = 0
        for number in verdicts.compactMap({ $0.mark.flatMap { MarkNumber($0) } }) {
            while try await isWaiting(number) {
                try Task.checkCancellation()
                // What nobody can take is with a server; should it die, its scans can be taken again.
                guard try await registry.preparations.advance() else {
                    try await Task.sleep(for: Self.pause)
                    continue
                }
                count += 1
                if Terminal.errorIsInteractive { Terminal.redraw("Prepared \(count) scans") }
            }
        }
        if Terminal.errorIsInteractive { Terminal.redraw("") }
    }

    private func isWaiting(_ number: MarkNumber) async throws -> Bool {
        try await registry.marks.look(at: number, actor).scans.contains { $0.state == .waiting }
    }

    /// The verdicts with what was found out about the scans.
    func withFindings(_ verdicts: [ExhibitVerdict]) async throws -> [ExhibitVerdict] {
        var result: [ExhibitVerdict] = []
        for var verdict in verdicts {
            if let number = verdict.mark.flatMap({ MarkNumber($0) }) {
                let name = verdict.file.split(separator: "/").last.map(String.init)
                let scans = try await registry.marks.look(at: number, actor).scans
                if let scan = scans.first(where: { $0.fileName == name }) {
                    verdict.scan = scan.state.rawValue
                    verdict.findings = scan.findings.map { words.finding($0) }
                }
            }
            result.append(verdict)
        }
        return result
    }

    private func progress(_ title: String, _ done: Int, _ all: Int) {
        if Terminal.errorIsInteractive { Terminal.redraw("\(title) \(done) of \(all)") }
    }
}
