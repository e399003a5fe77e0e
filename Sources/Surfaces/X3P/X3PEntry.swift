/// An entry of the archive that the format does not define and that is carried along: masks, pictures, raw data.
public struct X3PEntry: Sendable, Hashable {
    /// The path below the folder of `main.xml`, with forward slashes.
    public var name: String
    /// The content.
    public var bytes: [UInt8]

    /// Makes an entry.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
