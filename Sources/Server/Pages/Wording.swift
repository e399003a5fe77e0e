/// A text with named gaps: `Record {number} of {bureau}`.
struct Wording: Sendable {
    private enum Piece: Sendable {
        case text(Substring)
        case gap(String)
    }

    /// The text with its gaps as they were written.
    let text: String
    private let pieces: [Piece]

    /// Cuts a text at its gaps; a brace that encloses no name is ordinary text.
    init(_ text: String) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            let after = rest.index(after: open)
            guard let close = rest[after...].firstIndex(of: "}") else { break }
            let name = rest[after..<close]
            if !name.isEmpty, name.allSatisfy({ $0.isASCII && $0.isLetter }) {
                pieces.append(.text(rest[..<open]))
                pieces.append(.gap(String(name)))
            } else {
                pieces.append(.text(rest[...close]))
            }
            rest = rest[rest.index(after: close)...]
        }
        pieces.append(.text(rest))
        self.pieces = pieces
        self.text = text
    }

    /// The names of the gaps.
    var argumentNames: Set<String> {
        Set(pieces.compactMap { if case .gap(let name) = $0 { name } else { nil } })
    }

    /// The text with its gaps filled; a gap without an argument stays visible as `{name}`, so that it is noticed.
    func filled(with arguments: [String: String]) -> String {
        if pieces.count == 1 { return text }
        var result = ""
        for piece in pieces {
            switch piece {
            case .text(let text): result += text
            case .gap(let name): result += arguments[name] ?? "{\(name)}"
            }
        }
        return result
    }
}

extension Wording: ExpressibleByStringLiteral {
    init(stringLiteral text: String) {
        self.init(text)
    }
}
