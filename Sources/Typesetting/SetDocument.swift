/// A document before it is set on pages: texts, tables and pictures from top to bottom.
///
/// Texts may be in any script and direction; a line that mixes them is ordered by the Unicode bidirectional algorithm.
public struct SetDocument: Sendable, Hashable {
    /// Which way the pages run.
    public enum Direction: Sendable, Hashable {
        case leftToRight
        case rightToLeft
    }

    /// The title, for readers of the file.
    public var title: String
    /// The language, BCP 47: chooses shapes that differ between languages.
    public var language: String
    /// Which way the pages run.
    public var direction: Direction
    /// When the document was issued, ISO 8601; stands in the file, so that the same document gives the same bytes.
    public var issuedAt: String
    /// What stands at the foot of each page beside its number.
    public var footer: String
    /// What the document holds.
    public var blocks: [Block]

    /// Begins a document.
    public init(
        title: String, language: String, direction: Direction = .leftToRight, issuedAt: String, footer: String,
        blocks: [Block] = []
    ) {
        self.title = title
        self.language = language
        self.direction = direction
        self.issuedAt = issuedAt
        self.footer = footer
        self.blocks = blocks
    }

    /// One piece of a document.
    public enum Block: Sendable, Hashable {
        /// The title on the first page, with a line below it in smaller type.
        case title(String, String)
        /// A heading; it never stands alone at the foot of a page.
        case heading(String)
        /// A smaller heading.
        case subheading(String)
        /// A text, its own line breaks kept.
        case paragraph(String)
        /// A text in smaller, lighter type.
        case remark(String)
        /// A text in type of one width, such as a hash.
        case code(String)
        /// Labels and what they stand for.
        case facts([Fact])
        /// Rows of cells below a row of headings; widths are parts of the line.
        case table(widths: [Double], heading: [String], rows: [[String]])
        /// Pictures, two on a line.
        case pictures([Picture])
        /// A space for a signature by hand, with what stands below it.
        case signature(String)
    }

    /// A label and what it stands for.
    public struct Fact: Sendable, Hashable {
        /// What is stated.
        public var label: String
        /// The statement.
        public var text: String

        /// States a fact.
        public init(_ label: String, _ text: String) {
            self.label = label
            self.text = text
        }
    }

    /// A picture with what stands below it.
    public struct Picture: Sendable, Hashable {
        /// The file, PNG.
        public var png: [UInt8]
        /// What stands below.
        public var caption: String

        /// Names a picture.
        public init(png: [UInt8], caption: String) {
            self.png = png
            self.caption = caption
        }
    }
}

/// Why a document could not be set.
public struct TypesettingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of error.
    public enum Code: Sendable, Hashable {
        /// A picture is not a PNG file that can be read.
        case unreadablePicture
        /// The drawing library reported a failure.
        case drawingFailed
    }

    /// The kind of error.
    public let code: Code
    /// What failed and what the library says about it.
    public let description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
