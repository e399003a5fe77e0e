/// The states of an expression, run all at once over a name.
struct NamePatternProgram: Sendable, Hashable {
    enum Step: Sendable, Hashable {
        case any
        case one(Unicode.Scalar)
        case oneOf([ClosedRange<Unicode.Scalar>], isNegated: Bool)
        case start
        case end
        /// Goes on at both places.
        case fork(Int, Int)
        case jump(Int)
        case match
    }

    /// More states are refused: `(x{9}){9}` alone has eighty.
    static let mostSteps = 2_000

    let steps: [Step]

    /// Compiles an expression; nil when it is none, or has too many states.
    init?(_ pattern: [Unicode.Scalar]) {
        var parser = NamePatternParser(pattern)
        guard let node = parser.parse() else { return nil }
        var steps: [Step] = []
        guard Self.emit(node, into: &steps) else { return nil }
        steps.append(.match)
        self.steps = steps
    }

    private static func emit(_ node: NamePatternNode, into steps: inout [Step]) -> Bool {
        guard steps.count < mostSteps else { return false }
        switch node {
        case .step(let step): steps.append(step)
        case .sequence(let nodes): return nodes.allSatisfy { emit($0, into: &steps) }
        case .either(let left, let right):
            let fork = steps.count
            steps.append(.match)
            guard emit(left, into: &steps) else { return false }
            let jump = steps.count
            steps.append(.match)
            steps[fork] = .fork(fork + 1, steps.count)
            guard emit(right, into: &steps) else { return false }
            steps[jump] = .jump(steps.count)
        case .repeated(let inner, let least, let most):
            for _ in 0..<least { guard emit(inner, into: &steps) else { return false } }
            guard let most else {
                let fork = steps.count
                steps.append(.match)
                guard emit(inner, into: &steps) else { return false }
                steps.append(.jump(fork))
                steps[fork] = .fork(fork + 1, steps.count)
                return true
            }
            var forks: [Int] = []
            for _ in least..<max(least, most) {
                forks.append(steps.count)
                steps.append(.match)
                guard emit(inner, into: &steps) else { return false }
            }
            for fork in forks { steps[fork] = .fork(fork + 1, steps.count) }
        }
        return true
    }

    /// Whether the expression matches somewhere in the text.
    func matches(_ text: [Unicode.Scalar]) -> Bool {
        var now = Set<Int>()
        for place in 0...text.count {
            add(0, at: place, of: text.count, to: &now)
            if now.contains(steps.count - 1) { return true }
            guard place < text.count else { break }
            var next = Set<Int>()
            for step in now where consumes(steps[step], text[place]) {
                add(step + 1, at: place + 1, of: text.count, to: &next)
            }
            if next.contains(steps.count - 1) { return true }
            now = next
        }
        return false
    }

    private func consumes(_ step: Step, _ scalar: Unicode.Scalar) -> Bool {
        switch step {
        case .any: true
        case .one(let other): other == scalar
        case .oneOf(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
        default: false
        }
    }

    /// Adds a step and all that follow from it without a character.
    private func add(_ first: Int, at place: Int, of count: Int, to set: inout Set<Int>) {
        var waiting = [first]
        while let step = waiting.popLast() {
            guard set.insert(step).inserted else { continue }
            switch steps[step] {
            case .jump(let to): waiting.append(to)
            case .fork(let one, let other): waiting += [one, other]
            case .start where place == 0: waiting.append(step + 1)
            case .end where place == count: waiting.append(step + 1)
            default: break
            }
        }
    }
}
