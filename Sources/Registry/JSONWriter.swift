/// Writes a JSON object field by field into UTF-8.
///
/// `JSONEncoder` takes several times as long, which an import of millions of rows and a journal entry for every check
/// would feel. Used for the few texts that are written most; everything else goes through `JSONEncoder`.
package struct JSONWriter {
    private var bytes: [UInt8] = []
    private var isFirst = true

    /// Begins an object; `capacity` is the number of bytes to make room for at once.
    package init(capacity: Int = 512) {
        bytes.reserveCapacity(capacity)
        bytes.append(UInt8(ascii: "{"))
    }

    /// The finished object.
    package consuming func finish() -> String {
        String(decoding: finishBytes(), as: UTF8.self)
    }

    /// The finished object in UTF-8.
    package consuming func finishBytes() -> [UInt8] {
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    /// A text; nothing where it is nil.
    package mutating func put(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        key(name)
        append(text)
    }

    /// A whole number; nothing where it is nil.
    package mutating func put(_ name: StaticString, _ number: Int?) {
        guard let number else { return }
        key(name)
        bytes.append(contentsOf: String(number).utf8)
    }

    /// A finite number in the shortest form that reads back as the same.
    package mutating func put(_ name: StaticString, _ number: Double?) {
        guard let number, number.isFinite else { return }
        key(name)
        bytes.append(contentsOf: "\(number)".utf8)
    }

    /// A truth value.
    package mutating func put(_ name: StaticString, _ truth: Bool) {
        key(name)
        bytes.append(contentsOf: truth ? "true".utf8 : "false".utf8)
    }

    /// A list of texts; nothing where it is nil.
    package mutating func put(_ name: StaticString, _ texts: [String]?) {
        guard let texts else { return }
        key(name)
        list(texts) { writer, text in writer.append(text) }
    }

    /// An object within; `body` puts its fields.
    package mutating func object(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
        key(name)
        nested(body)
    }

    /// A list of objects.
    package mutating func objects<Element>(
        _ name: StaticString, _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void
    ) {
        key(name)
        list(elements) { writer, element in writer.nested { body(&$0, element) } }
    }

    /// A field whose name is not known when the program is written.
    package mutating func put(name: String, text: String) {
        separate()
        append(name)
        bytes.append(UInt8(ascii: ":"))
        append(text)
    }

    private mutating func nested(_ body: (inout JSONWriter) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        isFirst = true
        body(&self)
        bytes.append(UInt8(ascii: "}"))
        isFirst = false
    }

    private mutating func list<Element>(_ elements: [Element], _ body: (inout JSONWriter, Element) -> Void) {
        bytes.append(UInt8(ascii: "["))
        for (place, element) in elements.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            body(&self, element)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func separate() {
        if isFirst { isFirst = false } else { bytes.append(UInt8(ascii: ",")) }
    }

    /// A string with what RFC 8259, section 7, wants escaped.
    private mutating func append(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
            case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
            case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            default:
                bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
