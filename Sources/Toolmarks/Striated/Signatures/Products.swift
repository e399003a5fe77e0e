/// Sums of products over floats that lie one after the other.
enum Products {
    /// The sum of products: eight running sums and a remainder, added in a fixed order whatever the registers' width.
    @inline(__always)
    static func dot(_ one: UnsafePointer<Float>, _ other: UnsafePointer<Float>, _ count: Int) -> Float {
        var lanes = SIMD8<Float>.zero
        let left = unsafe UnsafeRawPointer(one)
        let right = unsafe UnsafeRawPointer(other)
        var place = 0
        while place + 8 <= count {
            let a = unsafe left.loadUnaligned(fromByteOffset: 4 * place, as: SIMD8<Float>.self)
            let b = unsafe right.loadUnaligned(fromByteOffset: 4 * place, as: SIMD8<Float>.self)
            lanes += a * b
            place += 8
        }
        var rest: Float = 0
        while place < count {
            unsafe rest += one[place] * other[place]
            place += 1
        }
        let four = lanes.lowHalf + lanes.highHalf
        let two = four.lowHalf + four.highHalf
        return two.x + two.y + rest
    }
}
