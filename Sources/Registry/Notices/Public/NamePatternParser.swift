/// What an expression is made of.
indirect enum NamePatternNode {
    case step(NamePatternProgram.Step)
    case sequence([NamePatternNode])
    case either(NamePatternNode, NamePatternNode)
    case repeated(NamePatternNode, least: Int, most: Int?)
}

/// Reads an expression into its parts.
struct NamePatternParser {
    private let pattern: [Unicode.Scalar]
    private var place = 0
    private var depth = 0

    private static let mostRepeats = 100
    private static let mostDepth = 10

    init(_ pattern: [Unicode.Scalar]) { self.pattern = pattern }

    /// The whole expression; nil when it is none.
    mutating func parse() -> NamePatternNode? {
        guard let node = alternatives(), place == pattern.count else { return nil }
        return node
    }

    private var next: Unicode.Scalar? { place < pattern.count ? pattern[place] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        place += 1
        return true
    }

    private mutating func alternatives() -> NamePatternNode? {
        guard var node = sequence() else { return nil }
        while take("|") {
            guard let other = sequence() else { return nil }
            node = .either(node, other)
        }
        return node
    }

    private mutating func sequence() -> NamePatternNode? {
        var nodes: [NamePatternNode] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            guard let atom = atom(), let node = repeated(atom) else { return nil }
            nodes.append(node)
        }
        return .sequence(nodes)
    }

    private mutating func atom() -> NamePatternNode? {
        guard let scalar = next else { return nil }
        place += 1
        switch scalar {
        case "^": return .step(.start)
        case "$": return .step(.end)
        case ".": return .step(.any)
        case "[": return set()
        case "(":
            depth += 1
            guard depth <= Self.mostDepth, let node = alternatives(), take(")") else { return nil }
            depth -= 1
            return node
        case "*", "+", "?", "{": return nil
        case "\\":
            guard let escaped = next else { return nil }
            place += 1
            return .step(Self.escaped(escaped))
        default: return .step(.one(scalar))
        }
    }

    /// The pattern is in capital letters by now, and so are `\s`, `\d` and `\w`.
    private static func escaped(_ scalar: Unicode.Scalar) -> NamePatternProgram.Step {
        switch scalar {
        case "S": .oneOf([" "..." ", "\t"..."\t"], isNegated: false)
        case "D": .oneOf(["0"..."9"], isNegated: false)
        case "W": .oneOf(["A"..."Z", "0"..."9", "_"..."_"], isNegated: false)
        default: .one(scalar)
        }
    }

    private mutating func set() -> NamePatternNode? {
        let isNegated = take("^")
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        while let scalar = next, scalar != "]" || ranges.isEmpty {
            place += 1
            let low = scalar == "\\" ? takeAny() ?? scalar : scalar
            if next == "-", place + 1 < pattern.count, pattern[place + 1] != "]" {
                place += 1
                guard let high = takeAny(), low <= high else { return nil }
                ranges.append(low...high)
            } else {
                ranges.append(low...low)
            }
        }
        return take("]") ? .step(.oneOf(ranges, isNegated: isNegated)) : nil
    }

    private mutating func takeAny() -> Unicode.Scalar? {
        defer { place += 1 }
        return next
    }

    private mutating func repeated(_ atom: NamePatternNode) -> NamePatternNode? {
        var node = atom
        while let scalar = next {
            switch scalar {
            case "*": node = .repeated(node, least: 0, most: nil)
            case "+": node = .repeated(node, least: 1, most: nil)
            case "?": node = .repeated(node, least: 0, most: 1)
            case "{":
                place += 1
                guard let (least, most) = counts() else { return nil }
                node = .repeated(node, least: least, most: most)
            default: return node
            }
            place += 1
        }
        return node
    }

    /// `m}`, `m,}` or `m,n}` without the closing brace.
    private mutating func counts() -> (Int, Int?)? {
        guard let least = number(), least <= Self.mostRepeats else { return nil }
        var most: Int? = least
        if take(",") { most = next == "}" ? nil : number() }
        guard next == "}", most.map({ $0 >= least && $0 <= Self.mostRepeats }) ?? true else { return nil }
        return (least, most)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let scalar = next, ("0"..."9").contains(scalar), (value ?? 0) < 10_000 {
            value = (value ?? 0) * 10 + Int(scalar.value - 48)
            place += 1
        }
        return value
    }
}
