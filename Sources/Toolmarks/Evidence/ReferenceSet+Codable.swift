extension ReferenceSet.Pair: Codable {
    /// Reads `[first, second, 1 or 0, score]`.
    public init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        first = try values.decode(Int.self)
        second = try values.decode(Int.self)
        isMatch = try values.decode(Int.self) != 0
        score = try values.decode(Double.self)
    }

    /// Writes `[first, second, 1 or 0, score]`: sets hold thousands of pairs.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.unkeyedContainer()
        try values.encode(first)
        try values.encode(second)
        try values.encode(isMatch ? 1 : 0)
        try values.encode(score)
    }
}

extension ReferenceSet: Codable {
    private enum Key: String, CodingKey { case format, name, method, sha256, scans, pairs }
    private static let format = "cartouche-reference-set/1"

    /// Reads a set; throws `referenceSetDamaged` when its content is not what its hash says.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let format = try values.decode(String.self, forKey: .format)
        guard format == Self.format else {
            throw DecodingError.dataCorruptedError(
                forKey: .format,
                in: values,
                debugDescription: "The format \"\(format)\" is not known; \"\(Self.format)\" is read."
            )
        }
        try self.init(
            name: values.decode(String.self, forKey: .name),
            method: values.decode(String.self, forKey: .method),
            scans: values.decode([Scan].self, forKey: .scans),
            pairs: values.decode([Pair].self, forKey: .pairs)
        )
        guard try values.decode(String.self, forKey: .sha256) == identity else {
            throw ToolmarksError(
                .referenceSetDamaged,
                subject: name,
                advice: "its content differs from its hash: it was changed after it was made; use an unchanged copy"
            )
        }
    }

    /// Writes the set with its hash.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(Self.format, forKey: .format)
        try values.encode(name, forKey: .name)
        try values.encode(method, forKey: .method)
        try values.encode(identity, forKey: .sha256)
        try values.encode(scans, forKey: .scans)
        try values.encode(pairs, forKey: .pairs)
    }
}
