import Foundation
import Logging
import Registry
import Storage

/// Writes each event as one line of JSON: `time`, `level`, `message` and the metadata by name.
struct JSONLogHandler: LogHandler {
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]
    private let file: Int32

    /// - Parameter file: descriptor of the open file that is written to.
    init(file: Int32 = STDERR_FILENO) {
        self.file = file
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var writer = JSONWriter(capacity: 256)
        writer.put("time", Moment.now().description)
        writer.put("level", event.level.rawValue)
        writer.put("message", event.message.description)
        var values = metadata
        if let own = event.metadata { values.merge(own) { _, own in own } }
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            writer.put(name: name, text: value.description)
        }
        // One call for the whole line, so that lines of several threads are never mixed. A log that cannot be
        // written has nowhere to complain.
        let line = writer.finishBytes() + [UInt8(ascii: "\n")]
        _ = line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    }
}
