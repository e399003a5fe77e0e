extension MarkupElement {
    /// The first element directly in this one of a name; prefix and case do not count.
    public func first(_ localName: String) -> MarkupElement? {
        index(of: localName).flatMap { if case .element(let element) = children[$0] { element } else { nil } }
    }

    /// The element at the end of a path of names; prefix and case do not count.
    public func at(_ path: String...) -> MarkupElement? { at(path[...]) }

    /// The text of the element at the end of a path of names; nil when there is none or it is empty.
    public func text(_ path: String...) -> String? {
        guard let text = at(path[...])?.text, !text.isEmpty else { return nil }
        return text
    }

    /// Puts an element in the place of the first one of the same name, or at the end.
    public mutating func put(_ element: MarkupElement) {
        if let index = index(of: element.localName) {
            children[index] = .element(element)
        } else {
            children.append(.element(element))
        }
    }

    /// Sets the text of the element at the end of a path, making the elements that are missing.
    public mutating func setText(_ text: String, _ path: String...) { setText(text, path[...]) }

    /// Takes away the elements of a name directly in this one; prefix and case do not count.
    public mutating func remove(_ localName: String) {
        while let index = index(of: localName) { children.remove(at: index) }
    }

    /// Changes the element at the end of a path, making the elements that are missing.
    mutating func change(_ path: ArraySlice<String>, _ body: (inout MarkupElement) -> Void) {
        guard let name = path.first else { return body(&self) }
        var element = first(name) ?? MarkupElement(name)
        element.change(path.dropFirst(), body)
        put(element)
    }

    private mutating func setText(_ text: String, _ path: ArraySlice<String>) {
        change(path) { $0.children = [.text(text)] }
    }

    func at(_ path: ArraySlice<String>) -> MarkupElement? {
        guard let name = path.first else { return self }
        return first(name)?.at(path.dropFirst())
    }

    private func index(of localName: String) -> Int? {
        let wanted = localName.lowercased()
        return children.firstIndex {
            if case .element(let element) = $0 { element.localName.lowercased() == wanted } else { false }
        }
    }
}
