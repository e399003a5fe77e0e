/// One setting: its name, where it is kept, and what it means.
struct ConfigurationKey: Sendable {
    typealias Place<Value> = any WritableKeyPath<ProgramSettings, Value> & Sendable

    /// What kind of value the setting takes, and where it goes.
    enum Kind: Sendable {
        case text(Place<String>)
        /// A text that may be absent; where it is given it must begin as stated and not end with a slash.
        case address(Place<String?>, beginning: [String])
        /// Paths of files, none or several.
        case paths(Place<[String]>)
        case choice(Place<String>, of: [String])
        case number(Place<Int>, in: ClosedRange<Int>)
        case flag(Place<Bool>)
    }

    /// In the configuration file, dots lead into objects: `clocks.urgent-seconds`.
    let name: String
    let kind: Kind
    /// The flag that sets it; every key can be set by `--set` too.
    let flag: String?
    let meaning: String

    init(_ name: String, _ kind: Kind, flag: String? = nil, _ meaning: String) {
        self.name = name
        self.kind = kind
        self.flag = flag
        self.meaning = meaning
    }

    /// The environment variable: `CARTOUCHE_CLOCKS_URGENT_SECONDS`.
    var variable: String {
        "CARTOUCHE_" + String(name.uppercased().map { $0 == "." || $0 == "-" ? "_" : $0 })
    }

    /// The default as text.
    var defaultText: String {
        let settings = ProgramSettings()
        return switch kind {
        case .text(let place), .choice(let place, _): settings[keyPath: place]
        case .address(let place, _): settings[keyPath: place] ?? ""
        case .paths(let place): settings[keyPath: place].joined(separator: ",")
        case .number(let place, _): "\(settings[keyPath: place])"
        case .flag(let place): "\(settings[keyPath: place])"
        }
    }

    /// What values are allowed, in words.
    var allowed: String {
        switch kind {
        case .text: "text"
        case .address(_, let beginnings):
            "text that begins with \(beginnings.joined(separator: " or ")) and does not end with a slash, or nothing"
        case .paths: "paths of files, separated by commas, or nothing"
        case .choice(_, let choices): choices.joined(separator: ", ")
        case .number(_, let range): "whole number from \(range.lowerBound) to \(range.upperBound)"
        case .flag: "true or false"
        }
    }

    /// Why a value given as text is not allowed; nil where it is.
    func problem(with text: String) -> String? {
        let isAllowed =
            switch kind {
            case .text: !text.isEmpty
            case .address(_, let beginnings): text.isEmpty || Self.isAddress(text, beginnings)
            case .paths: text.isEmpty || !text.split(separator: ",", omittingEmptySubsequences: false).contains("")
            case .choice(_, let choices): choices.contains(text)
            case .number(_, let range): Int(text).map { range.contains($0) } ?? false
            case .flag: text == "true" || text == "false"
            }
        return isAllowed ? nil : "\"\(text)\" is not allowed for \(name); it takes: \(allowed)."
    }

    /// Whether a text is one of the beginnings and more, of characters that need no encoding (RFC 3986, section 2.3).
    private static func isAddress(_ text: String, _ beginnings: [String]) -> Bool {
        guard let beginning = beginnings.first(where: { text.hasPrefix($0) && text != $0 }) else { return false }
        let rest = text.dropFirst(beginning.count)
        return rest.first != "/" && rest.last != "/" && !rest.contains("//")
            && rest.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._~/:[]".contains($0)) }
    }
}
