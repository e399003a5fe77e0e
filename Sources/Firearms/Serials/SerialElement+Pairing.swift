extension SerialElement {
    /// Puts each part before its number where a text lists the numbers and then as many parts, or the other way round:
    /// `4821 y 4822 (armazón y corredera)`, `armação/ferrolho 4821/4822`.
    static func paired(_ elements: [SerialElement]) -> [SerialElement] {
        let parts = elements.indices.filter { if case .part = elements[$0].kind { true } else { false } }
        let numbers = elements.indices.filter { elements[$0].isNumber }
        guard parts.count >= 2, parts.count == numbers.count, parts.count <= SerialAssembly.mostNumbers,
            let firstPart = parts.first, let lastPart = parts.last, let firstNumber = numbers.first,
            let lastNumber = numbers.last, lastPart < firstNumber || lastNumber < firstPart
        else { return elements }
        let partOf = Dictionary(zip(numbers, parts), uniquingKeysWith: { first, _ in first })
        var out: [SerialElement] = []
        for index in elements.indices {
            if let part = partOf[index] {
                var element = elements[part]
                element.bracket = 0
                out.append(element)
            }
            if case .part = elements[index].kind { continue }
            out.append(elements[index])
        }
        return out
    }
}
