import Foundation
import Surfaces
import Testing
import Toolmarks

@testable import CommandLine

/// A folder of generated scans that is removed with the value.
final class ScanFolder {
    let url: URL

    init(tools: Int, firings: Int = 1) throws {
        url = FileManager.default.temporaryDirectory.appending(path: "cartouche-scans-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for tool in 1...tools {
            for firing in 0..<firings {
                let map = GeneratedTool(.granular, seed: UInt64(tool)).firing(firing).prepared(pitch: 25)
                try write(X3PDocument(map).encoded(level: 1), to: "tool \(tool)-\(firing + 1).x3p")
            }
        }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ bytes: [UInt8], to name: String) throws { try Data(bytes).write(to: url.appending(path: name)) }

    func cache() throws -> ScreeningCache { try ScreeningCache(folder: url.appending(path: "cache"), name: "forms") }

    var cacheFile: URL { url.appending(path: "cache/forms.forms") }

    func open(_ cache: ScreeningCache?) async throws -> SearchFolder {
        try await SearchFolder.open(
            SearchFolder.files(in: url.path), stage: nil, settings: ScreeningSettings(), cache: cache,
            threads: 2, progress: { _, _ in }
        )
    }
}

@Suite("Folder that is searched")
struct SearchFolderTests {
    @Test("files that are no scans are named, and the rest goes on")
    func badFiles() async throws {
        let folder = try ScanFolder(tools: 3)
        try folder.write(Array("hello".utf8), to: "note.x3p")
        try folder.write([], to: "empty.x3p")
        try folder.write(Array("no scan by its name".utf8), to: "readme.txt")
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "folder.x3p"), withIntermediateDirectories: true)
        let found = try await folder.open(nil)
        #expect(found.entries.map(\.name) == ["tool 1-1.x3p", "tool 2-1.x3p", "tool 3-1.x3p"])
        #expect(found.failures.map(\.file) == ["empty.x3p", "note.x3p"])
        #expect(found.failures.allSatisfy { $0.reason.contains($0.file) })
    }

    @Test("a folder that is not there is named")
    func noFolder() {
        #expect(throws: CommandFailure.self) { try SearchFolder.files(in: "/nowhere/at/all") }
    }

    @Test("forms come from the cache the second time, and are the same")
    func cached() async throws {
        let folder = try ScanFolder(tools: 3)
        let first = try await folder.open(folder.cache())
        let again = try folder.cache()
        #expect(again.damagedBytes == 0)
        for entry in first.entries { #expect(again.form(entry.hash) == entry.form) }
        let second = try await folder.open(again)
        #expect(second.entries.map(\.form) == first.entries.map(\.form))
    }

    @Test("a cache that was cut short or damaged anywhere is made whole again")
    func damagedCache() async throws {
        let folder = try ScanFolder(tools: 3)
        let forms = try await folder.open(folder.cache()).entries.map(\.form)
        let whole = try Data(contentsOf: folder.cacheFile)
        let record = whole.count / 3
        for cut in [0, 3, 9, 200, record - 1, record, record + 7, whole.count - 1] {
            try whole.prefix(cut).write(to: folder.cacheFile)
            let cache = try folder.cache()
            #expect(cache.damagedBytes == cut % record)
            #expect(try await folder.open(cache).entries.map(\.form) == forms)
            #expect(try Data(contentsOf: folder.cacheFile).count == whole.count)
        }
        for place in [0, 5, 40, 500, record + 100, whole.count - 2] {
            var changed = whole
            changed[place] ^= 0x40
            try changed.write(to: folder.cacheFile)
            let cache = try folder.cache()
            #expect(cache.damagedBytes == whole.count - place / record * record)
            #expect(try await folder.open(cache).entries.map(\.form) == forms)
        }
    }

    @Test("a file whose content changed is prepared anew")
    func changedFile() async throws {
        let folder = try ScanFolder(tools: 2)
        let before = try await folder.open(folder.cache())
        let other = GeneratedTool(.parallel, seed: 9).firing(0).prepared(pitch: 25)
        try folder.write(X3PDocument(other).encoded(level: 1), to: "tool 1-1.x3p")
        let after = try await folder.open(folder.cache())
        #expect(after.entries[0].hash != before.entries[0].hash)
        #expect(try after.entries[0].form == ScreeningForm(other))
        #expect(after.entries[1].form == before.entries[1].form)
    }

    @Test("raw scans are made ready, prepared ones left as they are")
    func preparation() throws {
        let firing = GeneratedTool(.arched, seed: 4).firing(0)
        let folder = try ScanFolder(tools: 1)
        let (prepared, raw) = (firing.prepared(pitch: 25), firing.raw(pitch: 12.5))
        for (map, name) in [(prepared, "prepared.x3p"), (raw, "raw.x3p")] {
            try folder.write(X3PDocument(map).encoded(level: 1), to: name)
        }
        let path = { (name: String) in folder.url.appending(path: name).path }
        #expect(try MarkFile(path: path("prepared.x3p"), stage: nil).surface == prepared)
        let ready = try MarkFile(path: path("raw.x3p"), stage: nil).surface
        #expect(ready.validFraction < 0.6 && ready.pitchX == 6.25)
    }

    @Test("pictures are named by rank and scan, whatever the scan is called")
    func pictureNames() {
        #expect(SearchPictures.fileName(rank: 7, name: "a/b c.x3p") == "007-a-b-c.png")
        #expect(SearchPictures.fileName(rank: 1_234, name: "../é.1.x3p") == "1234-..-é.1.png")
    }
}
