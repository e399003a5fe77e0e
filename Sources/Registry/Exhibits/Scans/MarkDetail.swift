/// A mark with everything that belongs to it.
public struct MarkDetail: Sendable, Hashable {
    /// The mark.
    public var mark: Mark
    /// Its scans, the latest first.
    public var scans: [Scan]
    /// Every preparation that was made, the latest first.
    public var preparations: [MarkPreparation]
    /// Whether a preparation is still to be made.
    public var isWaiting: Bool
    /// Other marks with the very same file, by the scan's row number, as far as the reader may know of them.
    public var sameFile: [Int64: [MarkNumber]]

    /// The preparation it is compared by; nil while there is none.
    public var current: MarkPreparation? { preparations.first { $0.sequence == mark.currentPreparation } }

    /// The scan of a row number.
    public func scan(_ sequence: Int64) -> Scan? { scans.first { $0.sequence == sequence } }
}

/// Where a scan belongs that is uploaded.
public enum ScanTarget: Sendable, Hashable {
    /// To a mark that is there.
    case mark(MarkNumber)
    /// To a new mark of an exhibit, by its kind and label.
    case newMark(exhibit: String, kind: String, label: String)
}

extension ScanTarget: Codable {
    private enum Key: String, CodingKey { case mark, exhibit, kind, label }

    /// Reads what `encode` writes.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if let mark = try container.decodeIfPresent(MarkNumber.self, forKey: .mark) {
            self = .mark(mark)
        } else {
            self = .newMark(
                exhibit: try container.decode(String.self, forKey: .exhibit),
                kind: try container.decode(String.self, forKey: .kind),
                label: try container.decode(String.self, forKey: .label)
            )
        }
    }

    /// Writes an object with the fields of the one or the other.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .mark(let number): try container.encode(number, forKey: .mark)
        case .newMark(let exhibit, let kind, let label):
            try container.encode(exhibit, forKey: .exhibit)
            try container.encode(kind, forKey: .kind)
            try container.encode(label, forKey: .label)
        }
    }
}
