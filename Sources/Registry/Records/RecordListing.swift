import Firearms

/// Which records a list or an export shows. Empty fields do not narrow.
public struct RecordFilter: Sendable, Hashable {
    /// Code of the bureau that owns the record.
    public var bureau: String?
    /// Why the firearm is on record.
    public var recordClass: RecordClass?
    /// Where the record stands in its life.
    public var status: RecordStatus?
    /// Code of the make in the reference table.
    public var makeCode: String?
    /// A serial number, compared after normalisation and with confusable characters folded.
    public var serial: String?

    /// Narrows by what is given.
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
    /// The records of the page, the last entered first.
    public var records: [RecordSummary]
    /// Sequence to continue before; nil on the last page.
    public var nextCursor: Int64?
}
