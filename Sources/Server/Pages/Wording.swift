/// A text with named gaps: `Record {number} of {bureau}`.
struct Wording: Sendable {
    private enum Piece: Sendable {
        case text(Substring)
        case gap(Substring)
    }

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
                pieces.append(.gap(name))
            } else {
                pieces.append(.text(rest[...close]))
            }
            rest = rest[rest.index(after: close)...]
        }
        pieces.append(.text(rest))
        self.pieces = pieces
    }

    /// The names of the gaps.
    var argumentNames: Set<String> {
        Set(pieces.compactMap { if case .gap(let name) = $0 { String(name) } else { nil } })
    }

    /// The text with its gaps filled; a gap without an argument stays visible as `{name}`, so that it is noticed.
    func filled(with arguments: [String: String]) -> String {
        var result = ""
        for piece in pieces {
            switch piece {
            case .text(let text): result += text
            case .gap(let name): result += arguments[String(name)] ?? "{\(name)}"
            }
        }
        return result
    }
}
