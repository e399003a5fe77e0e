/// Something in a file that is not as it should be, was read all the same, and that a user must be told.
public struct SurfaceWarning: Sendable, Hashable, CustomStringConvertible {
    /// The kind of finding, for code that decides; `description` is for people.
    public struct Code: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
        /// The stable text of the code.
        public let rawValue: String

        /// Wraps the stable text of a code.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A recorded checksum differs from that of the data.
        public static let checksumMismatch = Code(rawValue: "checksum-mismatch")
        /// A checksum that should be there is missing or is no checksum.
        public static let checksumMissing = Code(rawValue: "checksum-missing")
        /// Lengths were written in micrometres where metres are required; they were corrected.
        public static let unitsCorrected = Code(rawValue: "units-corrected")
        /// A value that the format requires is missing; a stated default stands in.
        public static let valueAssumed = Code(rawValue: "value-assumed")
        /// The file states that its axes are turned or mirrored; the map was brought upright.
        public static let axesTurned = Code(rawValue: "axes-turned")
        /// A mask is named but missing, unreadable, or does not fit the surface.
        public static let maskUnusable = Code(rawValue: "mask-unusable")
        /// The mask lies across the surface and was turned to fit.
        public static let maskTransposed = Code(rawValue: "mask-transposed")
        /// Part of the file was passed over.
        public static let ignored = Code(rawValue: "ignored")
        /// The distance between points is not in the file.
        public static let pitchAssumed = Code(rawValue: "pitch-assumed")
        /// Colours were reduced to brightness.
        public static let coloursReduced = Code(rawValue: "colours-reduced")

        /// The stable text of the code.
        public var description: String { rawValue }
    }

    /// The kind of finding.
    public var code: Code
    /// The part of the file: an entry of the archive, an element, a line.
    public var place: String?
    /// What was found and what was done, one or two sentences.
    public var detail: String

    /// Puts a warning together from its parts.
    public init(code: Code, place: String? = nil, detail: String) {
        self.code = code
        self.place = place
        self.detail = detail
    }

    /// The whole message: place, what was found, what was done.
    public var description: String { place.map { "\($0): \(detail)" } ?? detail }
}
