import Foundation

/// Every code for states, organisations and persons without a state, to be found by code, number or name.
public struct StateTable: Sendable {
    /// The entries, those of ISO 3166-1 first, by their two-letter code.
    public let entries: [IssuingState]
    private let byCode: [String: Int]
    private let byAlpha2: [String: Int]
    private let byNumber: [Int: Int]
    private let byName: [String: Int]

    /// The table that comes with the module.
    public static let standard = StateTable()

    /// The state of a three-letter code (or `D`), in either case and with or without fillers.
    public subscript(code raw: String) -> IssuingState? {
        let code = raw.filter { $0 != "<" && !$0.isWhitespace }.uppercased()
        return byCode[code].map { entries[$0] }
    }

    /// The state of a two-letter code, in either case.
    public subscript(alpha2 raw: String) -> IssuingState? { byAlpha2[raw.uppercased()].map { entries[$0] } }

    /// The state of a number of ISO 3166-1.
    public subscript(numeric number: Int) -> IssuingState? { byNumber[number].map { entries[$0] } }

    /// The state of this name in any of the languages; case, accents and punctuation do not matter.
    public subscript(name raw: String) -> IssuingState? { byName[Self.key(raw)].map { entries[$0] } }

    /// What a text means: a code of two or three letters, a number, or a name.
    public func find(_ raw: String) -> IssuingState? {
        let text = raw.trimmingCharacters(in: .whitespacesAndNewlines)
        if text.utf8.count == 2, let state = self[alpha2: text] { return state }
        if let state = self[code: text] { return state }
        if text.utf8.count == 3, let number = Int(text), let state = self[numeric: number] { return state }
        return self[name: text]
    }

    /// The form in which names are compared.
    private static func key(_ name: String) -> String {
        let folded = name.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        return String(folded.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    }
}

extension StateTable {
    /// Reads the module's file. The file is part of the program: without it the program must not run.
    private init() {
        guard let url = Bundle.module.url(forResource: "states", withExtension: "csv", subdirectory: "Resources"),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else { fatalError("Resources/states.csv of the module Identity is missing; install the program again.") }
        self.init(text)
    }

    /// Reads rows of nine columns without quotes: code, two letters, number, kind, names in the order of the languages.
    init(_ text: String) {
        var entries: [IssuingState] = []
        for line in text.split(whereSeparator: \.isNewline).dropFirst() where !line.hasPrefix("#") {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 9, let kind = IssuingState.Kind(rawValue: fields[3]) else { continue }
            entries.append(
                IssuingState(
                    code: fields[0],
                    alpha2: fields[1].isEmpty ? nil : fields[1],
                    numeric: Int(fields[2]),
                    kind: kind,
                    names: Array(fields[4...])
                )
            )
        }
        func index<Key: Hashable>(_ keys: (IssuingState) -> [Key]) -> [Key: Int] {
            let pairs = entries.indices.flatMap { place in keys(entries[place]).map { ($0, place) } }
            return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
        byCode = index { [$0.code] }
        byAlpha2 = index { $0.alpha2.map { [$0] } ?? [] }
        byNumber = index { $0.numeric.map { [$0] } ?? [] }
        byName = index { $0.names.map(Self.key) }
        self.entries = entries
    }
}
