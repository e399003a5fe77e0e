/// The name of a blob: the SHA-256 of its content in 64 lower-case hexadecimal characters.
///
/// There is no other way to make one, so that a name can never lead out of the store's folder.
public struct BlobHash: Hashable, Sendable, LosslessStringConvertible, Codable {
    /// The 64 characters.
    public let description: String

    /// Reads 64 lower-case hexadecimal characters; nil for anything else.
    public init?(_ text: String) {
        let characters = text.utf8
        let isHash =
            characters.count == 64
            && characters.allSatisfy { character in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(character)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(character)
            }
        guard isHash else { return nil }
        description = text
    }

    /// The hash of the content.
    public init(of content: some Sequence<UInt8>) {
        self.init(hash: SHA256.hash(content))
    }

    init(hash: [UInt8]) {
        description = Hexadecimal.encode(hash)
    }

    /// Reads the text; throws `DecodingError` when it is not a hash.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let hash = BlobHash(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "A blob's name has 64 characters from 0-9 and a-f."
            )
        }
        self = hash
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// The text that is stored.
    public var databaseValue: DatabaseValue { .text(description) }
}
