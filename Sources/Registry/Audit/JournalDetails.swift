/// The details of a journal entry as the text of a JSON object with sorted keys and string values.
///
/// Written by hand because an entry is made for every check and every imported row, and must be byte for byte the
/// same for the same facts.
enum JournalDetails {
    static func text(_ details: [String: String], channel: Actor.Channel) -> String {
        var output = "{\"channel\":\"\(channel.rawValue)\""
        for (key, value) in details.sorted(by: { $0.key < $1.key }) {
            output += ",\""
            append(key, to: &output)
            output += "\":\""
            append(value, to: &output)
            output += "\""
        }
        return output + "}"
    }

    private static func append(_ text: String, to output: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case _ where scalar.value < 0x20: output += "\\u00" + (scalar.value < 16 ? "0" : "")
                + String(scalar.value, radix: 16)
            default: output.unicodeScalars.append(scalar)
            }
        }
    }
}
