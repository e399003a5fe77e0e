/// The details of a journal entry as the text of a JSON object with sorted keys and string values: byte for byte the
/// same for the same facts.
enum JournalDetails {
    static func text(_ details: [String: String], channel: Actor.Channel) -> String {
        var writer = JSONWriter(capacity: 128)
        writer.put("channel", channel.rawValue)
        if details.count == 1 {
            for (name, text) in details { writer.put(name: name, text: text) }
        } else {
            for (name, text) in details.sorted(by: { $0.key < $1.key }) { writer.put(name: name, text: text) }
        }
        return writer.finish()
    }
}
