import Firearms

/// Which records a list or an export shows. Empty fields do not narrow.
public struct RecordFilter: Sendable, Hashable {
    public var bureau: String?
    public var recordClass: RecordClass?
    public var status: RecordStatus?
    public var makeCode: String?
    /// A serial number, compared after normalisation and with confusable characters folded.
    public var serial: String?

    public init(
        bureau: String? = nil, recordClass: RecordClass? = nil, status: RecordStatus? = nil, makeCode: String? = nil,
        serial: String? = nil
    ) {
        self.bureau = bureau
        self.recordClass = recordClass
        self.status = status
        self.makeCode = makeCode
        self.serial = serial
    }
}

/// One page of a list, newest first.
public struct RecordPage: Sendable, Hashable {
    public var records: [RecordSummary]
    /// Sequence to continue before; nil on the last page.
    public var nextCursor: Int64?
}
