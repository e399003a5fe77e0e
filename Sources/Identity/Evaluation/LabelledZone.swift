/// A machine-readable zone with the verdict that is right for each of its check digits.
public struct LabelledZone: Hashable, Sendable, Decodable {
    /// Its lines.
    public let lines: [String]
    /// The format, as ``ZoneFormat`` spells it; nil where it is not labelled.
    public let format: String?
    /// For each check digit (`doc`, `dob`, `exp`, `opt`, `composite`) whether it is right as read by the layout of Doc
    /// 9303; null where the label says nothing.
    public let checks: [String: Bool?]
    /// Whether all are right; nil where it is not labelled.
    public let isValid: Bool?

    enum CodingKeys: String, CodingKey {
        case lines, format, checks
        case isValid = "all_ok"
    }

    /// What the short names of the labels stand for.
    static let fields: [String: ZoneField] = [
        "doc": .documentNumber, "dob": .birthDate, "exp": .expiryDate, "opt": .optionalData, "composite": .composite,
    ]

    /// Where the reading departs from the label, a sentence each; empty where it agrees.
    public func disagreements() -> [String] {
        let zone: MachineReadableZone
        do {
            zone = try MachineReadableZone(lines.joined(separator: "\n"))
        } catch {
            return ["not read: \(error)"]
        }
        var found: [String] = []
        if let format, format != zone.format.rawValue { found.append("format: \(zone.format.rawValue), not \(format)") }
        for (name, label) in checks.sorted(by: { $0.key < $1.key }) {
            guard let label else { continue }
            guard let field = Self.fields[name], let check = zone.check(field) else {
                found.append("\(name): no such check digit in a \(zone.format.rawValue)")
                continue
            }
            if check.isRightAsRead != label { found.append("\(name): \(check.isRightAsRead), not \(label)") }
        }
        if let isValid, zone.checks.allSatisfy({ $0.isRightAsRead || isUnlabelled($0.field) }) != isValid {
            found.append("all: \(!isValid), not \(isValid)")
        }
        return found
    }

    private func isUnlabelled(_ field: ZoneField) -> Bool {
        checks.contains { $0.value == nil && Self.fields[$0.key] == field }
    }
}
