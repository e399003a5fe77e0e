/// One element of an XML description, with everything that a copy of it needs.
public struct MarkupElement: Sendable, Hashable {
    /// The name as written, with its prefix: `p:ISO5436_2`.
    public var name: String
    /// The attributes in the order of the file, names with their prefixes.
    public var attributes: [MarkupAttribute]
    /// Elements, text and comments in the order of the file. Space between elements is not kept.
    public var children: [MarkupNode]

    /// Makes an element.
    public init(_ name: String, attributes: [MarkupAttribute] = [], children: [MarkupNode] = []) {
        self.name = name
        self.attributes = attributes
        self.children = children
    }

    /// Makes an element that holds a text.
    public init(_ name: String, text: String) {
        self.init(name, children: [.text(text)])
    }

    /// The name without its prefix.
    public var localName: String { name.split(separator: ":").last.map(String.init) ?? name }

    /// The text directly in the element, without space around it.
    public var text: String {
        var text = ""
        for case .text(let part) in children { text += part }
        return text.trimmed
    }

    /// The elements directly in this one.
    public var elements: [MarkupElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }
}

/// One attribute of an XML element.
public struct MarkupAttribute: Sendable, Hashable {
    /// The name as written, with its prefix.
    public var name: String
    /// The value.
    public var value: String

    /// Makes an attribute.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// What may stand in an XML element.
public enum MarkupNode: Sendable, Hashable {
    /// An element.
    case element(MarkupElement)
    /// Text, with entities resolved.
    case text(String)
    /// A comment.
    case comment(String)
}
