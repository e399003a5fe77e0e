/// How much a reader accepts before it refuses a file, so that a hostile file costs little time and memory.
///
/// Lengths are in bytes as written, quotes included; for UTF-16 files, in bytes of the same text in UTF-8.
public struct DelimitedLimits: Sendable, Hashable {
    /// The longest row, in bytes.
    public var rowBytes: Int
    /// The longest field, in bytes.
    public var fieldBytes: Int
    /// The most fields in one row.
    public var columns: Int

    /// Sets the limits; the defaults are 1 MiB a row, 64 KiB a field and 1,000 columns.
    public init(rowBytes: Int = 1 << 20, fieldBytes: Int = 1 << 16, columns: Int = 1_000) {
        self.rowBytes = rowBytes
        self.fieldBytes = fieldBytes
        self.columns = columns
    }
}
