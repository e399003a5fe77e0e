import Foundation

/// The words of a PDF file with their places, as poppler's `pdftotext` reads them. A sign that the file's font does not
/// have is no text, and so not among them.
public struct PDFWords: Sendable {
    /// A word on a page.
    public struct Word: Sendable, Hashable {
        /// From 1.
        public let page: Int
        /// The left edge, points from that of the page.
        public let left: Double
        /// The right edge.
        public let right: Double
        /// The upper edge, points from that of the page.
        public let top: Double
        /// The letters in the order in which they are read.
        public let text: String

        /// One word with the next piece to the right, where both are of a word that is read from right to left: the
        /// program gives such words letter by letter, from the left.
        fileprivate func joined(to next: Word) -> Word? {
            func isRightToLeft(_ text: String) -> Bool {
                text.unicodeScalars.contains { (0x0590...0x08FF).contains($0.value) }
            }
            let isPunctuation = text.allSatisfy { $0.isPunctuation }
            guard page == next.page, abs(top - next.top) < 1, abs(next.left - right) < 1.2,
                isRightToLeft(next.text), isPunctuation || isRightToLeft(text)
            else { return nil }
            return Word(page: page, left: left, right: next.right, top: top, text: next.text + text)
        }
    }

    /// Page by page, as they are read.
    public let words: [Word]

    /// Whether `pdftotext` is installed. Tests that read PDF files are enabled by this.
    public static var isInstalled: Bool { program != nil }

    private static var program: String? { ProductsFolder.installed("pdftotext") }

    /// Reads a file.
    /// - Throws: ``Unreadable`` where the program does not take it for a PDF file.
    public init(of pdf: [UInt8]) async throws {
        guard let program = Self.program else { throw Unreadable(reason: "pdftotext is not installed") }
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let file = try folder.write(pdf, to: "pages.pdf")
        let run = try ProgramRun(program, ["-bbox", file, "-"])
        let result = try await run.end()
        guard result.status == 0 else { throw Unreadable(reason: result.errors) }
        var words: [Word] = []
        var page = 0
        for line in result.output.split(separator: "\n") {
            if line.contains("<page ") { page += 1 }
            let found = line.firstMatch(of: #/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax=".+?">(.*)</word>/#)
            guard let found, let left = Double(found.1), let top = Double(found.2), let right = Double(found.3)
            else { continue }
            let text = found.4.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
            let word = Word(page: page, left: left, right: right, top: top, text: String(text))
            if let last = words.last, let joined = last.joined(to: word) {
                words[words.count - 1] = joined
            } else {
                words.append(word)
            }
        }
        self.words = words
    }

    /// All words with spaces between them.
    public var text: String { words.map(\.text).joined(separator: " ") }

    /// The first word with this text.
    public func first(_ text: String) -> Word? { words.first { $0.text == text } }

    /// Why a file could not be read.
    public struct Unreadable: Error {
        let reason: String
    }
}
