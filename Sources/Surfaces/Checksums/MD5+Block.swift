extension MD5 {
    /// Takes one block of 64 bytes into the state.
    ///
    /// The 64 steps are written out: constants, shifts and the order of the words are then part of the instructions,
    /// and no step waits for anything but the one before.
    @inline(__always)
    static func mix(_ block: UnsafeRawBufferPointer, into state: inout SIMD4<UInt32>) {
        @inline(__always) func word(_ index: Int) -> UInt32 {
            unsafe UInt32(littleEndian: block.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
        }
        @inline(__always) func step(_ a: inout UInt32, _ b: UInt32, _ sum: UInt32, _ shift: UInt32) {
            let total = a &+ sum
            a = b &+ (total &<< shift | total &>> (32 &- shift))
        }
        @inline(__always) func f(_ x: UInt32, _ y: UInt32, _ z: UInt32) -> UInt32 { (x & (y ^ z)) ^ z }
        @inline(__always) func h(_ x: UInt32, _ y: UInt32, _ z: UInt32) -> UInt32 { x ^ (y ^ z) }
        @inline(__always) func i(_ x: UInt32, _ y: UInt32, _ z: UInt32) -> UInt32 { y ^ (x | ~z) }
        // A sum instead of an "or": the half that does not wait for the newest word is added early.
        @inline(__always) func g(_ x: UInt32, _ y: UInt32, _ z: UInt32, _ sum: UInt32) -> UInt32 {
            (sum &+ (~z & y)) &+ (x & z)
        }
        var (a, b, c, d) = (state.x, state.y, state.z, state.w)

        step(&a, b, f(b, c, d) &+ (word(0) &+ 0xD76A_A478), 7)
        step(&d, a, f(a, b, c) &+ (word(1) &+ 0xE8C7_B756), 12)
        step(&c, d, f(d, a, b) &+ (word(2) &+ 0x2420_70DB), 17)
        step(&b, c, f(c, d, a) &+ (word(3) &+ 0xC1BD_CEEE), 22)
        step(&a, b, f(b, c, d) &+ (word(4) &+ 0xF57C_0FAF), 7)
        step(&d, a, f(a, b, c) &+ (word(5) &+ 0x4787_C62A), 12)
        step(&c, d, f(d, a, b) &+ (word(6) &+ 0xA830_4613), 17)
        step(&b, c, f(c, d, a) &+ (word(7) &+ 0xFD46_9501), 22)
        step(&a, b, f(b, c, d) &+ (word(8) &+ 0x6980_98D8), 7)
        step(&d, a, f(a, b, c) &+ (word(9) &+ 0x8B44_F7AF), 12)
        step(&c, d, f(d, a, b) &+ (word(10) &+ 0xFFFF_5BB1), 17)
        step(&b, c, f(c, d, a) &+ (word(11) &+ 0x895C_D7BE), 22)
        step(&a, b, f(b, c, d) &+ (word(12) &+ 0x6B90_1122), 7)
        step(&d, a, f(a, b, c) &+ (word(13) &+ 0xFD98_7193), 12)
        step(&c, d, f(d, a, b) &+ (word(14) &+ 0xA679_438E), 17)
        step(&b, c, f(c, d, a) &+ (word(15) &+ 0x49B4_0821), 22)

        step(&a, b, g(b, c, d, word(1) &+ 0xF61E_2562), 5)
        step(&d, a, g(a, b, c, word(6) &+ 0xC040_B340), 9)
        step(&c, d, g(d, a, b, word(11) &+ 0x265E_5A51), 14)
        step(&b, c, g(c, d, a, word(0) &+ 0xE9B6_C7AA), 20)
        step(&a, b, g(b, c, d, word(5) &+ 0xD62F_105D), 5)
        step(&d, a, g(a, b, c, word(10) &+ 0x0244_1453), 9)
        step(&c, d, g(d, a, b, word(15) &+ 0xD8A1_E681), 14)
        step(&b, c, g(c, d, a, word(4) &+ 0xE7D3_FBC8), 20)
        step(&a, b, g(b, c, d, word(9) &+ 0x21E1_CDE6), 5)
        step(&d, a, g(a, b, c, word(14) &+ 0xC337_07D6), 9)
        step(&c, d, g(d, a, b, word(3) &+ 0xF4D5_0D87), 14)
        step(&b, c, g(c, d, a, word(8) &+ 0x455A_14ED), 20)
        step(&a, b, g(b, c, d, word(13) &+ 0xA9E3_E905), 5)
        step(&d, a, g(a, b, c, word(2) &+ 0xFCEF_A3F8), 9)
        step(&c, d, g(d, a, b, word(7) &+ 0x676F_02D9), 14)
        step(&b, c, g(c, d, a, word(12) &+ 0x8D2A_4C8A), 20)

        step(&a, b, h(b, c, d) &+ (word(5) &+ 0xFFFA_3942), 4)
        step(&d, a, h(a, b, c) &+ (word(8) &+ 0x8771_F681), 11)
        step(&c, d, h(d, a, b) &+ (word(11) &+ 0x6D9D_6122), 16)
        step(&b, c, h(c, d, a) &+ (word(14) &+ 0xFDE5_380C), 23)
        step(&a, b, h(b, c, d) &+ (word(1) &+ 0xA4BE_EA44), 4)
        step(&d, a, h(a, b, c) &+ (word(4) &+ 0x4BDE_CFA9), 11)
        step(&c, d, h(d, a, b) &+ (word(7) &+ 0xF6BB_4B60), 16)
        step(&b, c, h(c, d, a) &+ (word(10) &+ 0xBEBF_BC70), 23)
        step(&a, b, h(b, c, d) &+ (word(13) &+ 0x289B_7EC6), 4)
        step(&d, a, h(a, b, c) &+ (word(0) &+ 0xEAA1_27FA), 11)
        step(&c, d, h(d, a, b) &+ (word(3) &+ 0xD4EF_3085), 16)
        step(&b, c, h(c, d, a) &+ (word(6) &+ 0x0488_1D05), 23)
        step(&a, b, h(b, c, d) &+ (word(9) &+ 0xD9D4_D039), 4)
        step(&d, a, h(a, b, c) &+ (word(12) &+ 0xE6DB_99E5), 11)
        step(&c, d, h(d, a, b) &+ (word(15) &+ 0x1FA2_7CF8), 16)
        step(&b, c, h(c, d, a) &+ (word(2) &+ 0xC4AC_5665), 23)

        step(&a, b, i(b, c, d) &+ (word(0) &+ 0xF429_2244), 6)
        step(&d, a, i(a, b, c) &+ (word(7) &+ 0x432A_FF97), 10)
        step(&c, d, i(d, a, b) &+ (word(14) &+ 0xAB94_23A7), 15)
        step(&b, c, i(c, d, a) &+ (word(5) &+ 0xFC93_A039), 21)
        step(&a, b, i(b, c, d) &+ (word(12) &+ 0x655B_59C3), 6)
        step(&d, a, i(a, b, c) &+ (word(3) &+ 0x8F0C_CC92), 10)
        step(&c, d, i(d, a, b) &+ (word(10) &+ 0xFFEF_F47D), 15)
        step(&b, c, i(c, d, a) &+ (word(1) &+ 0x8584_5DD1), 21)
        step(&a, b, i(b, c, d) &+ (word(8) &+ 0x6FA8_7E4F), 6)
        step(&d, a, i(a, b, c) &+ (word(15) &+ 0xFE2C_E6E0), 10)
        step(&c, d, i(d, a, b) &+ (word(6) &+ 0xA301_4314), 15)
        step(&b, c, i(c, d, a) &+ (word(13) &+ 0x4E08_11A1), 21)
        step(&a, b, i(b, c, d) &+ (word(4) &+ 0xF753_7E82), 6)
        step(&d, a, i(a, b, c) &+ (word(11) &+ 0xBD3A_F235), 10)
        step(&c, d, i(d, a, b) &+ (word(2) &+ 0x2AD7_D2BB), 15)
        step(&b, c, i(c, d, a) &+ (word(9) &+ 0xEB86_D391), 21)

        state = state &+ SIMD4(a, b, c, d)
    }
}
