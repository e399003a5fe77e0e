/// Makes `.npy` files as NumPy writes them.
enum NumPyFile {
    static func make(
        _ type: String,
        shape: String,
        fortran: Bool = false,
        version: UInt8 = 1,
        data: (inout Bytes) -> Void
    ) -> [UInt8] {
        var file = Bytes()
        file.add([0x93])
        file.add("NUMPY")
        file.add([version, 0])
        var text = "{'descr': '\(type)', 'fortran_order': \(fortran ? "True" : "False"), 'shape': (\(shape)), }"
        while (text.utf8.count + 1 + (version == 1 ? 10 : 12)) % 64 != 0 { text += " " }
        text += "\n"
        if version == 1 { file.add(UInt16(text.utf8.count)) } else { file.add(UInt32(text.utf8.count)) }
        file.add(text)
        file.isBigEndian = type.hasPrefix(">")
        data(&file)
        return file.bytes
    }
}
