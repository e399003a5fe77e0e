import Foundation
import Storage
import Testing

@Suite("Blobs")
struct BlobStoreTests {
    let folder: TemporaryFolder
    let store: BlobStore

    init() throws {
        folder = try TemporaryFolder()
        store = try BlobStore(folder: folder.path + "/blobs")
    }

    /// Files below the store's folder.
    var files: [String] {
        let manager = FileManager.default
        return (manager.subpaths(atPath: store.folder) ?? []).filter {
            var isFolder: ObjCBool = false
            return manager.fileExists(atPath: store.folder + "/" + $0, isDirectory: &isFolder) && !isFolder.boolValue
        }
    }

    @Test("content comes back by its hash and is stored once")
    func roundTrip() throws {
        let hash = try store.put("abc".utf8)
        // FIPS 180-2, appendix B.1
        #expect(hash.description == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(try store.put(Array("abc".utf8)) == hash)
        #expect(try store.get(hash) == Array("abc".utf8))
        #expect(try store.size(hash) == 3)
        #expect(store.exists(hash))
        #expect(files == ["ba/78/" + hash.description])
        try store.remove(hash)
        try store.remove(hash)
        #expect(!store.exists(hash))
        #expect(throws: StorageError.self) { try store.get(hash) }
    }

    @Test("content of any size and a whole file come back unchanged", arguments: [0, 1, 1 << 18, 3_000_001])
    func sizes(count: Int) throws {
        var generator = SeededGenerator(seed: UInt64(count))
        let content = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let hash = try store.put(content)
        #expect(try store.get(hash) == content)
        let again = try store.put(contentsOfFile: store.path(of: hash), limit: count)
        #expect(again == hash)
        #expect(files.count == 1)
    }

    @Test("an upload in pieces has the hash of the whole; given up or too large it leaves nothing")
    func uploads() throws {
        let upload = try store.startUpload(limit: 6)
        try upload.append([1, 2, 3])
        try upload.append([4, 5, 6][...])
        #expect(try upload.finish() == BlobHash(of: [1, 2, 3, 4, 5, 6]))
        #expect(throws: StorageError.self) { try upload.append([7]) }
        let large = try store.startUpload(limit: 6)
        try large.append([9, 9, 9])
        let error = #expect(throws: StorageError.self) { try large.append([1, 2, 3, 4]) }
        #expect(error?.code == .tooLarge)
        do {
            let abandoned = try store.startUpload(limit: .max)
            try abandoned.append([1])
        }
        #expect(files.count == 1)
    }

    @Test("what a crash left in the upload folder is removed")
    func leftovers() throws {
        try Data([1]).write(to: URL(fileURLWithPath: store.folder + "/uploads/left"))
        try store.removeLeftovers()
        #expect(files.isEmpty)
    }

    @Test("content that was changed on the disk is noticed")
    func damaged() throws {
        let hash = try store.put("abc".utf8)
        try Data("abd".utf8).write(to: URL(fileURLWithPath: store.path(of: hash)))
        let error = #expect(throws: StorageError.self) { try store.get(hash) }
        #expect(error?.code == .corrupt)
        #expect(try store.get(hash, verifying: false) == Array("abd".utf8))
    }

    @Test(
        "no text but a hash becomes the name of a blob",
        arguments: [
            "", "..", "../../etc/passwd", "/etc/passwd", String(repeating: "a", count: 63),
            String(repeating: "a", count: 65), String(repeating: "A", count: 64), String(repeating: "/", count: 64),
            "../" + String(repeating: "a", count: 61), String(repeating: "a", count: 63) + "\u{0}",
            String(repeating: "ａ", count: 64), String(repeating: "é", count: 32),
            String(repeating: "a", count: 63) + "\n",
        ]
    )
    func hostileNames(name: String) throws {
        #expect(BlobHash(name) == nil)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(BlobHash.self, from: JSONEncoder().encode(name))
        }
    }

    @Test("the same content put by many at once is stored once")
    func concurrent() async throws {
        let store = store
        let hashes = try await withThrowingTaskGroup(of: BlobHash.self) { group in
            for _ in 0..<16 { group.addTask { try store.put([1, 2, 3]) } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(hashes.count == 1)
        #expect(files.count == 1)
    }
}
