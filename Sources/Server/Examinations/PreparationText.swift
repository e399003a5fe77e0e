import Foundation

/// The steps of a preparation, each in a line, as a report states them: what was done, with which settings, and what was
/// found. Names are those of the kept record, so that a line can be held against it.
enum PreparationText {
    /// - Parameter document: what is kept beside the preparation; a text of another form gives no lines.
    static func lines(_ document: String) -> [String] {
        let parsed = try? JSONSerialization.jsonObject(with: Data(document.utf8))
        let steps = (parsed as? [String: Any])?["steps"] as? [[String: Any]] ?? []
        return steps.compactMap { record in
            guard let step = record["step"] as? [String: Any], let name = step["step"] as? String else { return nil }
            let settings = pairs(step["settings"])
            let findings = (record["findings"] as? [[String: Any]] ?? []).compactMap { finding -> String? in
                guard let name = finding["name"] as? String, let value = finding["value"] as? NSNumber else {
                    return nil
                }
                return [name, number(value), finding["unit"] as? String ?? ""].filter { !$0.isEmpty }
                    .joined(separator: " ")
            }
            let parts = [settings, findings].map { $0.joined(separator: ", ") }.filter { !$0.isEmpty }
            return parts.isEmpty ? name : "\(name): \(parts.joined(separator: " → "))"
        }
    }

    /// Settings by their names; what lies deeper is named by its path.
    private static func pairs(_ value: Any?, at path: String = "") -> [String] {
        switch value {
        case let members as [String: Any]:
            if members.isEmpty { return path.isEmpty ? [] : [path] }
            return members.keys.sorted().flatMap { pairs(members[$0], at: path.isEmpty ? $0 : "\(path).\($0)") }
        case let value as NSNumber:
            // JSON's numbers and booleans are both read as `NSNumber`; only the kind of number tells them apart.
            let isFlag = String(cString: value.objCType) == "c"
            return ["\(path) \(isFlag ? "\(value.boolValue)" : number(value))"]
        case let text as String: return ["\(path) \(text)"]
        default: return []
        }
    }

    /// At most five digits that count.
    private static func number(_ value: NSNumber) -> String {
        String(format: "%.5g", locale: Locale(identifier: "en_US_POSIX"), value.doubleValue)
    }
}
