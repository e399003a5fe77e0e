/// How much a reader accepts before it refuses a file, so that a hostile file costs little time and memory.
///
/// What a file announces is compared with these limits, and with what its bytes can hold at all, before any memory is
/// asked for: memory stays within a small multiple of the smaller of the two.
public struct SurfaceLimits: Sendable, Hashable {
    /// The largest file, in bytes.
    public var fileBytes: Int
    /// The most points of a surface, profile, point cloud or picture.
    public var points: Int
    /// The most entries in an archive.
    public var entries: Int
    /// The largest description (`main.xml`), in bytes after inflating; point lists in text count.
    public var markupBytes: Int
    /// The most elements in a description, the points of a list not counted.
    public var elements: Int
    /// The most bytes, after inflating, of all entries that are kept without being understood.
    public var otherBytes: Int

    /// Sets the limits; the defaults are 1 GiB a file, 100 million points, 1,000 entries, 128 MiB of description with
    /// 100,000 elements and 128 MiB of other entries.
    public init(
        fileBytes: Int = 1 << 30,
        points: Int = 100_000_000,
        entries: Int = 1_000,
        markupBytes: Int = 128 << 20,
        elements: Int = 100_000,
        otherBytes: Int = 128 << 20
    ) {
        self.fileBytes = fileBytes
        self.points = points
        self.entries = entries
        self.markupBytes = markupBytes
        self.elements = elements
        self.otherBytes = otherBytes
    }
}
