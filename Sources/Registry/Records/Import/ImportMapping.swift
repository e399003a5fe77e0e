import Foundation

/// Which column holds which field, and what is taken where a file is silent.
public struct ImportMapping: Sendable, Hashable, Codable {
    /// One entry per column of the file, in order; nil for a column that is left out.
    public var columns: [ImportField?]
    /// Class of rows without one.
    public var defaultClass: RecordClass
    /// Purpose of rows without one.
    public var defaultPurpose: Purpose
    /// Handling level of rows without one.
    public var defaultHandling: HandlingLevel
    /// Whether `03/04/2023` is 3 April; nil where the file itself shows it.
    public var dayComesFirst: Bool?
    /// What the rows are, where they are not firearms; then their headings say which column holds which field.
    public var objectKind: ObjectKind?
    /// Class of rows of documents or vehicles without one, by its code; nil refuses such rows.
    public var defaultObjectClass: String?

    /// States a mapping; `ImportService` checks it against the file's columns.
    public init(
        columns: [ImportField?], defaultClass: RecordClass = .stolen, defaultPurpose: Purpose = .identifyObjects,
        defaultHandling: HandlingLevel = .officialUseOnly, dayComesFirst: Bool? = nil,
        objectKind: ObjectKind? = nil, defaultObjectClass: String? = nil
    ) {
        self.columns = columns
        self.defaultClass = defaultClass
        self.defaultPurpose = defaultPurpose
        self.defaultHandling = defaultHandling
        self.dayComesFirst = dayComesFirst
        self.objectKind = objectKind
        self.defaultObjectClass = defaultObjectClass
    }

    /// Suggests a mapping from the file's headings: an exact heading first, then one that begins or ends with a
    /// known one. A field is suggested for one column only.
    public static func suggested(headings: [String]) -> ImportMapping {
        var columns = [ImportField?](repeating: nil, count: headings.count)
        var taken: Set<ImportField> = []
        let compared = headings.map(compared)
        func assign(_ matches: (String, String) -> Bool) {
            for field in ImportField.allCases where !taken.contains(field) {
                for heading in field.headings {
                    guard
                        let column = compared.indices.first(where: {
                            columns[$0] == nil && !compared[$0].isEmpty && matches(compared[$0], heading)
                        })
                    else { continue }
                    columns[column] = field
                    taken.insert(field)
                    break
                }
            }
        }
        assign { $0 == $1 }
        assign { $1.count >= 4 && ($0.hasPrefix($1 + " ") || $0.hasSuffix(" " + $1)) }
        return ImportMapping(columns: columns)
    }

    /// A heading in the form in which headings are compared: lower case, accents and punctuation gone.
    static func compared(_ heading: String) -> String {
        var words: [String] = []
        var word = ""
        for scalar in heading.decomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.unicodeScalars.append(scalar)
            } else if scalar.properties.canonicalCombiningClass == .notReordered {
                if !word.isEmpty { words.append(word.lowercased()) }
                word = ""
            }
        }
        if !word.isEmpty { words.append(word.lowercased()) }
        return words.joined(separator: " ")
    }

    /// What is wrong with the mapping for a file of so many columns.
    func failures(columnCount: Int) -> [FieldFailure] {
        var failures: [FieldFailure] = []
        if let objectKind {
            if let defaultObjectClass, !objectKind.classes.contains(defaultObjectClass) {
                failures.append(FieldFailure("defaultClass", "unknown-code", value: defaultObjectClass))
            }
            return failures
        }
        if columns.count != columnCount {
            failures.append(
                FieldFailure(
                    "columns", "wrong-count", value: "\(columns.count)", arguments: ["expected": "\(columnCount)"]
                )
            )
        }
        var seen: Set<ImportField> = []
        for (index, field) in columns.enumerated() {
            guard let field, field != .otherSerial else { continue }
            if !seen.insert(field).inserted {
                failures.append(FieldFailure("columns[\(index)]", "mapped-twice", value: field.rawValue))
            }
        }
        if !seen.contains(.serial), !seen.contains(.make), !seen.contains(.type) {
            failures.append(FieldFailure("columns", "nothing-to-find-it-by"))
        }
        return failures
    }
}
