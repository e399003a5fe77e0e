/// The current row of a query, read column by column straight from the engine.
///
/// A row is valid only inside the closure that receives it. Columns count from 0 in the order of the statement.
public protocol ResultRow {
    /// Whether the column is null.
    func isNull(_ column: Int) -> Bool
    /// The column as integer, 0 when it is null.
    func integer(_ column: Int) -> Int64
    /// The column as number, 0 when it is null.
    func real(_ column: Int) -> Double
    /// The column as text, empty when it is null.
    func text(_ column: Int) -> String
    /// The column as bytes, empty when it is null.
    func bytes(_ column: Int) -> [UInt8]
}

extension ResultRow {
    /// The column as integer, nil when it is null.
    public func optionalInteger(_ column: Int) -> Int64? {
        isNull(column) ? nil : integer(column)
    }

    /// The column as number, nil when it is null.
    public func optionalReal(_ column: Int) -> Double? {
        isNull(column) ? nil : real(column)
    }

    /// The column as text, nil when it is null.
    public func optionalText(_ column: Int) -> String? {
        isNull(column) ? nil : text(column)
    }

    /// The column as bytes, nil when it is null.
    public func optionalBytes(_ column: Int) -> [UInt8]? {
        isNull(column) ? nil : bytes(column)
    }

    /// The column as flag: true when it is any integer but 0.
    public func flag(_ column: Int) -> Bool {
        integer(column) != 0
    }
}
