/// What stands before the numbers of a `.npy` file.
///
/// Source: NumPy Enhancement Proposal 1 and `numpy.lib.format`: the magic bytes, a version, the length of the header,
/// and a Python dictionary with `descr`, `fortran_order` and `shape`.
struct NumPyHeader: Sendable, Hashable {
    /// The kinds of numbers that are read.
    enum Kind: Sendable, Hashable {
        case float
        case signed
        case unsigned
    }

    var kind: Kind
    /// Bytes of a number: 1, 2, 4 or 8.
    var size: Int
    var isBigEndian: Bool
    /// Whether numbers lie column by column.
    var isFortranOrder: Bool
    var rows: Int
    var columns: Int
    /// Where the numbers begin.
    var start: Int

    static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

    /// Reads the header of a file that begins with the magic bytes.
    init(_ bytes: [UInt8]) throws(SurfacesError) {
        let reader = LittleEndianReader(bytes: bytes)
        guard bytes.count >= 12 else { throw Self.problem(.truncated, "The file ends within its header.") }
        let version = bytes[6]
        let (length, first): (Int, Int)
        switch version {
        case 1: (length, first) = (Int(reader.byte16(8) ?? 0), 10)
        case 2, 3: (length, first) = (Int(reader.byte32(8) ?? 0), 12)
        default: throw Self.problem(.unsupported, "Version \(version) of the format is not known; 1 to 3 are read.")
        }
        guard length <= 65_536, first + length <= bytes.count else {
            throw Self.problem(.truncated, "The header announces \(length) bytes; the file is cut off or damaged.")
        }
        let text = String(decoding: bytes[first..<first + length], as: UTF8.self)
        start = first + length
        let type = try Self.quoted("descr", in: text)
        (kind, size, isBigEndian) = try Self.type(type)
        isFortranOrder = try Self.truth("fortran_order", in: text)
        (rows, columns) = try Self.shape(text)
    }

    private static func type(_ text: String) throws(SurfacesError) -> (Kind, Int, Bool) {
        var rest = text[...]
        var isBigEndian = false
        if let order = rest.first, "<>|=".contains(order) {
            isBigEndian = order == ">"
            rest = rest.dropFirst()
        }
        let kinds: [Character: Kind] = ["f": .float, "i": .signed, "u": .unsigned]
        guard let letter = rest.first, let kind = kinds[letter], let size = Int(rest.dropFirst()),
            (kind == .float ? [2, 4, 8] : [1, 2, 4, 8]).contains(size)
        else {
            throw problem(
                .unsupported,
                "Numbers of type '\(text.prefix(40))' are not read. Save the matrix as float32 or float64."
            )
        }
        return (kind, size, isBigEndian)
    }

    private static func shape(_ text: String) throws(SurfacesError) -> (rows: Int, columns: Int) {
        let value = try after("shape", in: text)
        guard value.first == "(", let end = value.firstIndex(of: ")") else {
            throw problem(.malformed, "The header does not state the shape of the matrix.")
        }
        let parts = value[..<end].dropFirst().split(separator: ",").map { $0.filter { $0 != " " && $0 != "L" } }
        let sizes = parts.filter { !$0.isEmpty }.map { Int($0) ?? -1 }
        guard sizes.allSatisfy({ $0 > 0 }) else {
            throw problem(.malformed, "The shape \(value[...end].prefix(60)) holds no points.")
        }
        // A layer of one, as some programs keep for a channel, changes nothing.
        let real = sizes.filter { $0 > 1 }
        switch (sizes.count, real.count) {
        case (1, _): return (1, sizes[0])
        case (2, _): return (sizes[0], sizes[1])
        case (3, 2): return (real[0], real[1])
        default:
            throw problem(
                .wrongFeature,
                "The array has \(sizes.count) dimensions; a surface has two, rows and columns."
            )
        }
    }

    private static func quoted(_ key: String, in text: String) throws(SurfacesError) -> String {
        let value = try after(key, in: text)
        guard let mark = value.first, mark == "'" || mark == "\"",
            let end = value.dropFirst().firstIndex(of: mark)
        else { throw problem(.unsupported, "The numbers are of a compound type. Save one field as a plain matrix.") }
        return String(value[value.index(after: value.startIndex)..<end])
    }

    private static func truth(_ key: String, in text: String) throws(SurfacesError) -> Bool {
        let value = try after(key, in: text)
        guard value.hasPrefix("True") || value.hasPrefix("False") else {
            throw problem(.malformed, "The header does not state the order of the numbers.")
        }
        return value.hasPrefix("True")
    }

    /// What stands behind a key of the dictionary and its colon.
    private static func after(_ key: String, in text: String) throws(SurfacesError) -> Substring {
        for mark in ["'", "\""] {
            guard let place = text.ranges(of: mark + key + mark).first else { continue }
            let rest = text[place.upperBound...].drop { $0 == " " }
            if rest.first == ":" { return rest.dropFirst().drop { $0 == " " } }
        }
        throw problem(.malformed, "The header lacks '\(key)'.")
    }

    static func problem(_ code: SurfacesError.Code, _ detail: String) -> SurfacesError {
        SurfacesError(code: code, place: "NumPy header", detail: detail)
    }
}
