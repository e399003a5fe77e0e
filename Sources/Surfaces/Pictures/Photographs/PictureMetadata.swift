/// Takes out of picture files what is not needed to show them.
enum PictureMetadata {
    /// Chunks that decide how a PNG file looks (PNG, third edition, section 11); all others are left out.
    private static let keptChunks: Set<String> = [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs",
    ]

    /// A PNG file that decodes, without text, times, Exif and what follows its end.
    static func removed(fromPNG bytes: [UInt8]) -> [UInt8] {
        var result = Array(bytes.prefix(PNGDecoder.signature.count))
        var place = result.count
        while place + 12 <= bytes.count {
            let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            let end = place + 12 + length
            guard end <= bytes.count else { break }
            let name = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
            if keptChunks.contains(name) { result += bytes[place..<end] }
            if name == "IEND" { break }
            place = end
        }
        return result
    }

    /// A JPEG file that decodes, without comments, application data and what follows its end (ITU-T T.81, annex B).
    static func removed(fromJPEG bytes: [UInt8]) -> [UInt8] {
        var result = Array(bytes.prefix(2))
        var place = 2
        while place + 2 <= bytes.count {
            guard bytes[place] == 0xFF else { break }
            let marker = bytes[place + 1]
            if marker == 0xFF {
                place += 1
                continue
            }
            if marker == 0xD9 { break }
            guard place + 4 <= bytes.count else { break }
            let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
            var end = min(bytes.count, place + 2 + max(2, length))
            if marker == 0xDA { end = endOfScan(bytes, from: end) }
            if isKept(marker, bytes[place..<end]) { result += bytes[place..<end] }
            place = end
        }
        return result + [0xFF, 0xD9]
    }

    /// All but comments and application segments; of these JFIF (APP0), colour profiles (APP2) and Adobe's note of the
    /// colours (APP14) say how the picture looks.
    private static func isKept(_ marker: UInt8, _ segment: ArraySlice<UInt8>) -> Bool {
        func begins(_ text: String) -> Bool { segment.dropFirst(4).starts(with: Array(text.utf8)) }
        return switch marker {
        case 0xE0: begins("JFIF\0")
        case 0xE2: begins("ICC_PROFILE\0")
        case 0xEE: begins("Adobe")
        case 0xE0...0xEF, 0xFE: false
        default: true
        }
    }

    /// Where the coded data of a scan end: at the next marker that is neither a stuffed byte nor a restart.
    private static func endOfScan(_ bytes: [UInt8], from start: Int) -> Int {
        var place = start
        while place + 1 < bytes.count {
            if bytes[place] == 0xFF, bytes[place + 1] != 0, !(0xD0...0xD7).contains(bytes[place + 1]),
                bytes[place + 1] != 0xFF
            {
                return place
            }
            place += 1
        }
        return bytes.count
    }
}
