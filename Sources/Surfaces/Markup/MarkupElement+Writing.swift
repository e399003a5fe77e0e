extension MarkupElement {
    /// The element as an XML document in UTF-8, two spaces a level, lines ended by line feeds.
    ///
    /// `lists` stands in for the children of the elements named `DataList`: ready-made lines.
    func document(list: [UInt8] = []) -> [UInt8] {
        var output = Array(#"<?xml version="1.0" encoding="UTF-8"?>"#.utf8)
        output.append(0x0A)
        write(to: &output, level: 0, list: list)
        return output
    }

    private func write(to output: inout [UInt8], level: Int, list: [UInt8]) {
        let indentation = [UInt8](repeating: 0x20, count: level * 2)
        output += indentation
        output += Array("<\(name)".utf8)
        for attribute in attributes {
            output += Array(" \(attribute.name)=\"".utf8)
            Self.escape(attribute.value, inAttribute: true, to: &output)
            output.append(0x22)
        }
        let isList = localName == "DataList" && !list.isEmpty
        guard !children.isEmpty || isList else {
            output += Array("/>\n".utf8)
            return
        }
        output.append(0x3E)
        // Where text stands beside elements, added space would become part of the text.
        let isPlain = children.contains { if case .text = $0 { true } else { false } }
        if isPlain {
            for child in children { child.writePlain(to: &output) }
        } else {
            output.append(0x0A)
            for child in children {
                switch child {
                case .element(let element): element.write(to: &output, level: level + 1, list: list)
                case .comment, .text:
                    output += indentation
                    output += [0x20, 0x20]
                    child.writePlain(to: &output)
                    output.append(0x0A)
                }
            }
            if isList { output += list }
            output += indentation
        }
        output += Array("</\(name)>\n".utf8)
    }

    fileprivate func writePlain(to output: inout [UInt8]) {
        var part: [UInt8] = []
        write(to: &part, level: 0, list: [])
        if part.last == 0x0A { part.removeLast() }
        output += part
    }

    fileprivate static func escape(_ text: String, inAttribute: Bool, to output: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += Array("&amp;".utf8)
            case "<": output += Array("&lt;".utf8)
            case ">": output += Array("&gt;".utf8)
            case "\"" where inAttribute: output += Array("&quot;".utf8)
            case "\n" where inAttribute, "\t" where inAttribute, "\r":
                output += Array("&#\(scalar.value);".utf8)
            case "\t", "\n": output += Array(scalar.utf8)
            // Characters that XML 1.0 cannot carry in any form.
            case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": output += Array("\u{FFFD}".utf8)
            default: output += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }
}

extension MarkupNode {
    fileprivate func writePlain(to output: inout [UInt8]) {
        switch self {
        case .element(let element): element.writePlain(to: &output)
        case .text(let text): MarkupElement.escape(text, inAttribute: false, to: &output)
        case .comment(let text): output += Array("<!--\(text)-->".utf8)
        }
    }
}
