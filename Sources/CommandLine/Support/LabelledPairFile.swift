import Foundation
import Identity

/// Labelled pairs of names or persons, as open test sets have them: a table of name pairs, or a list of checks in YAML.
enum LabelledPairFile {
    /// Reads the whole file.
    /// - Throws: ``CommandFailure`` where the file cannot be read or a row says neither true nor false.
    static func pairs(_ path: String) throws -> [LabelledPair] {
        let isYAML = [".yml", ".yaml"].contains { path.lowercased().hasSuffix($0) }
        return try isYAML ? checks(path) : table(path)
    }

    private static func table(_ path: String) throws -> [LabelledPair] {
        try LabelledFile(path, headings: ["name1", "name2", "is_match"]).rows.map { row in
            let kind = kind(row["schema"])
            return LabelledPair(
                line: row.line, left: PreparedPerson(names: PreparedName.names(in: row["name1"], kind: kind)),
                right: PreparedPerson(names: PreparedName.names(in: row["name2"], kind: kind)),
                isMatch: try truth(row["is_match"], path, row.line), isStrong: row["quality"].uppercased() == "STRONG"
            )
        }
    }

    private static func checks(_ path: String) throws -> [LabelledPair] {
        guard let data = FileManager.default.contents(atPath: path), let text = String(bytes: data, encoding: .utf8)
        else {
            throw CommandFailure("\(path) cannot be read as UTF-8 text. Check the path and the file.")
        }
        let root: BlockText
        do {
            root = try BlockText(parsing: text)
        } catch {
            throw CommandFailure("\(path), line \(error.line): \(error.detail).")
        }
        guard let list = root["checks"]?.items ?? root.items else {
            throw CommandFailure("\(path) has no list \"checks\". Each item needs match, query and candidate.")
        }
        return try list.map { check in
            let kind = kind(check["schema"]?.scalar ?? "")
            guard let query = check["query"], let candidate = check["candidate"] else {
                throw CommandFailure("\(path), line \(check.line): a check needs query and candidate.")
            }
            return LabelledPair(
                line: check.line, left: person(query, kind), right: person(candidate, kind),
                isMatch: try truth(check["match"]?.scalar ?? "", path, check.line),
                isStrong: check["quality"]?.scalar?.uppercased() == "STRONG"
            )
        }
    }

    private static func truth(_ text: String, _ path: String, _ line: Int) throws -> Bool {
        switch text.lowercased() {
        case "true", "yes", "1": return true
        case "false", "no", "0": return false
        default:
            throw CommandFailure(
                "\(path), line \(line): \"\(text)\" says neither true nor false whether the two match.")
        }
    }

    private static func kind(_ schema: String) -> NameKind {
        switch schema.lowercased() {
        case "", "person": .person
        case "vessel", "vehicle", "airplane": .vessel
        default: .organisation
        }
    }

    private static func person(_ fields: BlockText, _ kind: NameKind) -> PreparedPerson {
        func values(_ keys: String...) -> [String] { keys.flatMap { fields[$0]?.scalars ?? [] } }
        var names = values("name", "alias", "weakAlias", "previousName").flatMap {
            PreparedName.names(in: $0, kind: kind)
        }
        let given = values("firstName", "secondName", "middleName").joined(separator: " ")
        let family = values("fatherName", "lastName").joined(separator: " ")
        if !given.isEmpty, !family.isEmpty { names.append(PreparedName(given: given, family: family)) }
        if names.isEmpty { names = PreparedName.names(in: given + family, kind: kind) }
        let sex: PersonSex =
            switch values("gender").first?.lowercased() {
            case "male", "m": .male
            case "female", "f": .female
            default: .unknown
            }
        return PreparedPerson(
            names: names, birthDate: values("birthDate").compactMap { PartialDate($0) }.first, sex: sex,
            nationalities: values("nationality", "citizenship", "country").map { $0.uppercased() },
            birthPlace: values("birthPlace").first
        )
    }
}
