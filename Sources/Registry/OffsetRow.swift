import Storage

/// A row seen from a later column on, so that the columns of a joined table are read by the same function.
struct OffsetRow: ResultRow {
    let base: any ResultRow
    let offset: Int

    func isNull(_ column: Int) -> Bool { base.isNull(offset + column) }
    func integer(_ column: Int) -> Int64 { base.integer(offset + column) }
    func real(_ column: Int) -> Double { base.real(offset + column) }
    func text(_ column: Int) -> String { base.text(offset + column) }
    func bytes(_ column: Int) -> [UInt8] { base.bytes(offset + column) }
}
