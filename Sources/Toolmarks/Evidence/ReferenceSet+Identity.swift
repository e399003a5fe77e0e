internal import CSodium

extension ReferenceSet {
    /// The SHA-256 of everything that decides a result, in hexadecimal: method, scans, groups, pairs and scores.
    ///
    /// A report names the set by this text, so that nobody can argue later about which set was meant. The name of the
    /// set does not enter.
    public var identity: String {
        var text = "cartouche-reference-set/1\n\(method)\n"
        for scan in scans { text += "\(scan.name.debugDescription)\t\(scan.group.debugDescription)\n" }
        for pair in pairs {
            text += "\(pair.first) \(pair.second) \(pair.isMatch ? 1 : 0) "
            text += String(pair.score.bitPattern, radix: 16) + "\n"
        }
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        let bytes = Array(text.utf8)
        _ = unsafe crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
