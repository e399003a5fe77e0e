import Foundation
import Storage
import Synchronization
import Toolmarks

/// Keeps the screening forms of files by the hash of their content, so that a folder is prepared once.
///
/// One file holds forms one after the other, each with its length and a checksum. A record that is cut short or damaged
/// ends what is read; it and everything behind it is made again. Another file remembers the hash of each path while size
/// and time of the file stay the same, so that unchanged files need not be read.
final class ScreeningCache: Sendable {
    private struct State {
        var forms: [String: ScreeningForm] = [:]
        var stamps: [String: Stamp] = [:]
        var file: FileHandle?
    }

    /// What a file looked like when its hash was taken.
    struct Stamp: Codable, Hashable {
        let size: Int
        let modified: Double
        let hash: String
    }

    private static let mark: [UInt8] = Array("CSF1".utf8)
    private let state: Mutex<State>
    private let stampFile: URL
    /// How many bytes were damaged and dropped when the cache was opened.
    let damagedBytes: Int

    /// Opens the cache of one way to make forms, told apart by `name`; makes the folder when needed.
    init(folder: URL, name: String) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "\(name).forms")
        stampFile = folder.appending(path: "files.json")
        let bytes = (try? Data(contentsOf: path)).map { [UInt8]($0) } ?? []
        var state = State()
        var place = 0
        while let record = ScreeningCache.record(in: bytes, at: place) {
            state.forms[record.hash] = record.form
            place = record.end
        }
        damagedBytes = bytes.count - place
        if !FileManager.default.fileExists(atPath: path.path) {
            try Data().write(to: path)
        }
        let file = try FileHandle(forUpdating: path)
        if damagedBytes > 0 { try file.truncate(atOffset: UInt64(place)) }
        try file.seekToEnd()
        state.file = file
        // A stamp file that cannot be read costs time, nothing else.
        let stamps = try? JSONDecoder().decode([String: Stamp].self, from: Data(contentsOf: stampFile))
        state.stamps = stamps ?? [:]
        self.state = Mutex(state)
    }

    /// The form of a content.
    func form(_ hash: String) -> ScreeningForm? { state.withLock { $0.forms[hash] } }

    /// Keeps a form.
    func keep(_ form: ScreeningForm, hash: String) throws {
        let record = ScreeningCache.record(of: form, hash: hash)
        try state.withLock { state in
            state.forms[hash] = form
            try state.file?.write(contentsOf: Data(record))
        }
    }

    /// The hash of an unchanged file.
    func hash(of path: String) -> String? {
        guard let now = ScreeningCache.look(at: path) else { return nil }
        return state.withLock { state in
            guard let stamp = state.stamps[path], stamp.size == now.size, stamp.modified == now.modified else {
                return nil
            }
            return stamp.hash
        }
    }

    /// Remembers the hash of a file as it looked before it was read.
    ///
    /// A file changed within the last two seconds is not remembered: another change might leave the same time.
    func remember(_ hash: String, of path: String, as look: (size: Int, modified: Double)) {
        guard Date().timeIntervalSince1970 - look.modified > 2 else { return }
        state.withLock { $0.stamps[path] = Stamp(size: look.size, modified: look.modified, hash: hash) }
    }

    /// Writes what was remembered.
    func close() throws {
        let stamps = state.withLock { $0.stamps }
        try JSONEncoder().encode(stamps).write(to: stampFile, options: .atomic)
    }

    /// Size and time of a file.
    static func look(at path: String) -> (size: Int, modified: Double)? {
        let values = try? URL(filePath: path).resourceValues(forKeys: [.fileSizeKey, .contentModificationDateKey])
        guard let size = values?.fileSize, let date = values?.contentModificationDate else { return nil }
        return (size, date.timeIntervalSince1970)
    }
}

extension ScreeningCache {
    /// Mark, length of what follows up to the checksum, hash, form, first eight bytes of the SHA-256 of hash and form.
    static func record(of form: ScreeningForm, hash: String) -> [UInt8] {
        let content = Array(hash.utf8) + form.bytes
        let length = UInt32(content.count)
        return mark + (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * UInt32($0))) } + content
            + SHA256.hash(content).prefix(8)
    }

    private static func record(in bytes: [UInt8], at place: Int) -> (hash: String, form: ScreeningForm, end: Int)? {
        guard place + 8 <= bytes.count, Array(bytes[place..<place + 4]) == mark else { return nil }
        let length = (0..<4).reduce(0) { $0 | Int(bytes[place + 4 + $1]) << (8 * $1) }
        let end = place + 8 + length + 8
        guard length > 64, end <= bytes.count else { return nil }
        let content = bytes[place + 8..<end - 8]
        guard SHA256.hash(content).prefix(8).elementsEqual(bytes[end - 8..<end]),
            let form = ScreeningForm(bytes: content.dropFirst(64))
        else { return nil }
        return (String(decoding: content.prefix(64), as: UTF8.self), form, end)
    }
}
