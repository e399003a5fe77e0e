/// A connection inside one read transaction: every query sees the same snapshot.
///
/// Statements are texts with `?` for each value. They are prepared once per connection and found again by their text,
/// so a statement's text should be constant and never contain a value.
public protocol ReadConnection {
    /// Runs a query and gives each row to the closure; throws what the engine or the closure throws.
    func query(_ sql: String, _ values: [DatabaseValue], _ body: (any ResultRow) throws -> Void) throws

    /// Runs a query, gives only its first row to the closure and stops. Returns whether there was a row.
    func queryFirst(_ sql: String, _ values: [DatabaseValue], _ body: (any ResultRow) throws -> Void) throws -> Bool
}

extension ReadConnection {
    /// The values that the closure makes of all rows, in their order.
    public func rows<Value>(
        _ sql: String,
        _ values: [DatabaseValue] = [],
        _ map: (any ResultRow) throws -> Value
    ) throws -> [Value] {
        var result: [Value] = []
        try query(sql, values) { result.append(try map($0)) }
        return result
    }

    /// The value that the closure makes of the first row; nil when there is no row.
    public func first<Value>(
        _ sql: String,
        _ values: [DatabaseValue] = [],
        _ map: (any ResultRow) throws -> Value
    ) throws -> Value? {
        var result: Value?
        _ = try queryFirst(sql, values) { result = try map($0) }
        return result
    }

    /// The integer in the first column of the first row, such as that of `SELECT COUNT(*)`; 0 when there is no row.
    public func count(_ sql: String, _ values: [DatabaseValue] = []) throws -> Int {
        try first(sql, values) { Int($0.integer(0)) } ?? 0
    }

    /// Whether the query has a row.
    public func exists(_ sql: String, _ values: [DatabaseValue] = []) throws -> Bool {
        try queryFirst(sql, values) { _ in }
    }

    /// Stops after the first row for engines that have no shorter way.
    public func queryFirst(
        _ sql: String,
        _ values: [DatabaseValue],
        _ body: (any ResultRow) throws -> Void
    ) throws -> Bool {
        do {
            try query(sql, values) { row in
                try body(row)
                throw FirstRowRead()
            }
            return false
        } catch is FirstRowRead {
            return true
        }
    }
}

private struct FirstRowRead: Error {}
