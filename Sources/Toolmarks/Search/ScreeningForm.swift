public import Surfaces

/// What screening keeps of a mark: for each point of a coarse grid whether it was measured and on which side of the mean
/// it lies.
///
/// Signs alone were found to rank matches higher than heights do: a few high points at a rim say no more than others.
/// The form of a breech face of a 9 mm cartridge takes 1,024 bytes.
public struct ScreeningForm: Hashable, Sendable {
    /// Points along each side of the frame: a multiple of 64.
    let side: Int
    /// Bits of the signs, row by row, x from the lowest bit; then as many that tell which points were measured.
    let bits: [UInt64]
    /// How many points were measured.
    public let pointCount: Int

    /// The largest frame, in points along a side.
    static let largestSide = 256

    /// The bytes that the form occupies in memory, beside a few for its description.
    public var byteCount: Int { bits.count * 8 }

    init(side: Int, bits: [UInt64]) {
        self.side = side
        self.bits = bits
        pointCount = bits[(bits.count / 2)...].reduce(0) { $0 + $1.nonzeroBitCount }
    }

    /// Brings a surface that is already levelled and filtered to its screening form.
    ///
    /// Throws `invalidParameter`, `nothingToCompare`, `flatSurface` or `surfaceTooLarge`.
    public init(_ map: SurfaceMap, settings: ScreeningSettings = ScreeningSettings()) throws(ToolmarksError) {
        let planes = try ScreeningPlanes(map, angles: [0], settings: settings)
        let side = try ScreeningForm.frame(of: planes)
        var image = ScreeningImage(side: side)
        planes.points(of: 0, side: side) { image.set(column: $0, row: $1, sign: $2) }
        self.init(side: side, bits: image.bits)
        guard pointCount > 0 else {
            throw ToolmarksError(.nothingToCompare, subject: "surface", advice: "the mark is too small for screening")
        }
    }

    /// The smallest frame that holds a mark; two points may be cut from its rim.
    private static func frame(of planes: ScreeningPlanes) throws(ToolmarksError) -> Int {
        var furthest = 0
        let side = planes.planes.side
        planes.points(of: 0, side: side) { column, row, _ in
            furthest = max(furthest, abs(2 * column + 1 - side), abs(2 * row + 1 - side))
        }
        let frame = (max(1, furthest + 1 - 4) + 63) / 64 * 64
        guard frame <= largestSide else {
            throw ToolmarksError(.surfaceTooLarge, subject: "surface", advice: "crop the surface to the mark")
        }
        return frame
    }
}

/// A frame of bits that is being filled.
struct ScreeningImage {
    private let side: Int
    private(set) var bits: [UInt64]

    init(side: Int) {
        self.side = side
        bits = [UInt64](repeating: 0, count: 2 * side * side / 64)
    }

    mutating func set(column: Int, row: Int, sign: Bool) {
        let word = (row * side + column) / 64
        let bit = UInt64(1) << UInt64(column % 64)
        if sign { bits[word] |= bit }
        bits[bits.count / 2 + word] |= bit
    }
}
