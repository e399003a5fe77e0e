/// A picture in memory: rows of pixels from the top, red, green and blue of eight bits each.
///
/// Places in drawing are in pixels from the top left corner, x to the right and y downwards; the pixel in column 0 and
/// row 0 covers the places from 0 to 1. Edges are smooth: a pixel that a shape covers in part takes part of its colour.
/// The same drawing gives the same bytes on every machine.
public struct Picture: Sendable, Hashable {
    /// Pixels across.
    public let width: Int
    /// Pixels down.
    public let height: Int
    /// Red, green and blue of every pixel, row by row: `width * height * 3` bytes.
    public internal(set) var bytes: [UInt8]

    /// A picture of one colour; it is an error of the program to pass a size below 1.
    public init(width: Int, height: Int, fill: Colour = .white) {
        precondition(width > 0 && height > 0, "a picture has at least one pixel")
        self.width = width
        self.height = height
        bytes = [UInt8](repeating: 0, count: width * height * 3)
        for pixel in 0..<width * height { self.setPixel(pixel, fill) }
    }

    /// A picture from the bytes of its pixels; it is an error of the program to pass another number of them.
    init(width: Int, height: Int, bytes: [UInt8]) {
        precondition(width > 0 && height > 0 && bytes.count == width * height * 3, "a picture has three bytes a pixel")
        self.width = width
        self.height = height
        self.bytes = bytes
    }

    /// The colour of a pixel; both places count from 0 and must lie in the picture.
    public subscript(column: Int, row: Int) -> Colour {
        get {
            precondition(contains(column, row), "the pixel lies outside the picture")
            let place = (row * width + column) * 3
            return Colour(red: bytes[place], green: bytes[place + 1], blue: bytes[place + 2])
        }
        set {
            precondition(contains(column, row), "the pixel lies outside the picture")
            setPixel(row * width + column, newValue)
        }
    }

    /// Mixes a colour into a pixel; pixels outside the picture are passed over.
    mutating func blend(_ column: Int, _ row: Int, _ colour: Colour, _ part: Double) {
        guard part > 0, contains(column, row) else { return }
        self[column, row] = part >= 1 ? colour : self[column, row].mixed(with: colour, part)
    }

    private func contains(_ column: Int, _ row: Int) -> Bool {
        column >= 0 && column < width && row >= 0 && row < height
    }

    private mutating func setPixel(_ pixel: Int, _ colour: Colour) {
        bytes[pixel * 3] = colour.red
        bytes[pixel * 3 + 1] = colour.green
        bytes[pixel * 3 + 2] = colour.blue
    }
}

/// A place in a picture, pixels from its top left corner.
public struct PicturePoint: Sendable, Hashable {
    /// Pixels to the right.
    public var x: Double
    /// Pixels downwards.
    public var y: Double

    /// A place from its distances to the left and the upper border, in pixels.
    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}
