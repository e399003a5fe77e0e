import CExpat

extension MarkupParser {
    /// What the parser has seen so far. Lives on one thread, for the length of one call.
    final class State {
        private static let deepest = 64

        private let limits: SurfaceLimits
        private var stack: [MarkupElement] = []
        private var text: [UInt8] = []
        private var elements = 0
        /// Where in the stack the list of points stands, nil outside.
        private var listDepth: Int? = nil
        /// Elements inside the list that are open.
        private var openInList = 0

        var root: MarkupElement? = nil
        var data: [UInt8] = []
        var dataCount = 0
        var failure: SurfacesError? = nil
        var stop: () -> Void = {}

        init(limits: SurfaceLimits) { self.limits = limits }

        static func from(_ pointer: UnsafeMutableRawPointer?) -> State? {
            unsafe pointer.map { unsafe Unmanaged<State>.fromOpaque($0).takeUnretainedValue() }
        }

        func reset() {
            stack = []
            text = []
            elements = 0
            listDepth = nil
            openInList = 0
            root = nil
            data = []
            dataCount = 0
        }

        func begin(_ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
            guard failure == nil, let name = unsafe name else { return }
            if listDepth != nil {
                // Points are too many to become elements.
                openInList += 1
                dataCount += 1
                if dataCount > limits.points {
                    refuse(.tooLarge, "The list has more than \(limits.points) points, the most that are read.")
                }
                return
            }
            keepText()
            elements += 1
            guard elements <= limits.elements, stack.count < Self.deepest else {
                let most = "\(limits.elements) elements, \(Self.deepest) inside each other, are read"
                return refuse(.tooLarge, "The description is too large: at most \(most).")
            }
            var element = unsafe MarkupElement(String(cString: name))
            var place = 0
            while let attributes = unsafe attributes, let key = unsafe attributes[place],
                let value = unsafe attributes[place + 1]
            {
                unsafe element.attributes.append(.init(name: String(cString: key), value: String(cString: value)))
                place += 2
            }
            stack.append(element)
            if element.localName == "DataList" { listDepth = stack.count }
        }

        func end() {
            guard failure == nil else { return }
            if listDepth == stack.count, openInList > 0 {
                openInList -= 1
                data.append(0x0A)
                return
            }
            keepText()
            guard let element = stack.popLast() else { return }
            if let depth = listDepth, stack.count < depth { listDepth = nil }
            if stack.isEmpty {
                root = element
            } else {
                stack[stack.count - 1].children.append(.element(element))
            }
        }

        func characters(_ characters: UnsafePointer<XML_Char>?, _ count: Int32) {
            guard failure == nil, let characters = unsafe characters else { return }
            let bytes = unsafe UnsafeRawBufferPointer(start: characters, count: Int(count))
            if openInList > 0 {
                for index in bytes.indices { data.append(unsafe max(bytes[index], 0x20)) }
            } else if listDepth == nil {
                unsafe text.append(contentsOf: bytes)
            }
        }

        func comment(_ characters: UnsafePointer<XML_Char>?) {
            guard failure == nil, listDepth == nil, let characters = unsafe characters, !stack.isEmpty else { return }
            keepText()
            elements += 1
            guard elements <= limits.elements else {
                return refuse(.tooLarge, "The description has more than \(limits.elements) comments and elements.")
            }
            unsafe stack[stack.count - 1].children.append(.comment(String(cString: characters)))
        }

        func refuseEntities() {
            refuse(.unsupported, "The description declares entities of its own; such files are refused.")
        }

        private func refuse(_ code: SurfacesError.Code, _ detail: String) {
            if failure == nil { failure = SurfacesError(code: code, detail: detail) }
            stop()
        }

        private func keepText() {
            defer { text.removeAll(keepingCapacity: true) }
            guard !stack.isEmpty, text.contains(where: { $0 > 0x20 }) else { return }
            stack[stack.count - 1].children.append(.text(String(decoding: text, as: UTF8.self)))
        }
    }
}
