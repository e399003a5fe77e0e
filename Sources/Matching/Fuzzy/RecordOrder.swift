/// The order of many records, by counting: a database gives numbers in the order of their keys, and sorting ten million
/// by comparison would take longer than everything else.
enum RecordOrder {
    /// Positions of the records, ascending; of one record the earlier position first.
    static func ascending(_ records: [Int64]) -> [Int] {
        guard let least = records.min(), let greatest = records.max() else { return [] }
        // The distance of any two 64-bit numbers fits into 64 bits without sign.
        let span = UInt64(bitPattern: greatest &- least)
        var order = Array(records.indices)
        var spare = order
        var shift: UInt64 = 0
        while shift < 64, span >> shift > 0 {
            var starts = [Int](repeating: 0, count: 1 << Int(bits) + 1)
            for record in records { starts[digit(record, least, shift) + 1] += 1 }
            for index in 1..<starts.count { starts[index] += starts[index - 1] }
            for position in order {
                let digit = digit(records[position], least, shift)
                spare[starts[digit]] = position
                starts[digit] += 1
            }
            swap(&order, &spare)
            shift += bits
        }
        return order
    }

    private static let bits: UInt64 = 12

    private static func digit(_ record: Int64, _ least: Int64, _ shift: UInt64) -> Int {
        Int(UInt64(bitPattern: record &- least) >> shift & (1 << bits - 1))
    }
}
