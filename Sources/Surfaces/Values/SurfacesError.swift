/// Why a surface could not be read, written or prepared: what is wrong, where, and what to do about it.
public struct SurfacesError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of problem, for code that decides; `description` is for people.
    public struct Code: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
        /// The stable text of the code.
        public let rawValue: String

        /// Wraps the stable text of a code.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The file is missing, a folder, or may not be read.
        public static let unreadable = Code(rawValue: "unreadable")
        /// The file is of no kind that is read here.
        public static let unknownFormat = Code(rawValue: "unknown-format")
        /// The file ends before what it announces.
        public static let truncated = Code(rawValue: "truncated")
        /// The file breaks the rules of its format.
        public static let malformed = Code(rawValue: "malformed")
        /// The file is larger, or would become larger, than the limits allow.
        public static let tooLarge = Code(rawValue: "too-large")
        /// A checksum does not fit and the reader was told to be strict.
        public static let checksum = Code(rawValue: "checksum")
        /// The file is well formed and uses something that is not read here.
        public static let unsupported = Code(rawValue: "unsupported")
        /// The file holds something else than what was asked for, such as a profile where a surface is needed.
        public static let wrongFeature = Code(rawValue: "wrong-feature")
        /// No point holds a usable value.
        public static let noValidPoints = Code(rawValue: "no-valid-points")
        /// A setting lies outside what makes sense.
        public static let badSetting = Code(rawValue: "bad-setting")

        /// The stable text of the code.
        public var description: String { rawValue }
    }

    /// The kind of problem.
    public var code: Code
    /// The file as the caller named it; empty where values in memory are meant.
    public var file: String
    /// The part of the file: an entry of the archive, an element, a line.
    public var place: String?
    /// What is wrong and what to do, one or two sentences.
    public var detail: String

    /// Puts an error together from its parts.
    public init(code: Code, file: String = "", place: String? = nil, detail: String) {
        self.code = code
        self.file = file
        self.place = place
        self.detail = detail
    }

    /// The whole message: file, place, what is wrong, what to do.
    public var description: String {
        let whereabouts = [file, place ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
        return whereabouts.isEmpty ? detail : "\(whereabouts): \(detail)"
    }
}
