/// Keys by which words are found that may be the same: equal keys mean that it is worth comparing the words.
///
/// Every way of writing a word, and the way it sounds, gives itself and what remains when one letter is left out. Two
/// words that are one edit apart (also a swap of neighbours) share such a key, and so do most that are two apart (T.
/// Bocek, E. Hunt, B. Stiller, Fast similarity search in large dictionaries, 2007). A word of a script without vowels
/// is met by its consonants; forms of one name by the number of their group.
enum SearchKeys {
    /// Adds the keys of a word; some may come twice.
    /// - Parameter isSought: the keys of a word that is looked for, which differ from those of a recorded one where the
    ///   two sides are not alike.
    static func add(_ token: NameToken, _ name: PreparedName, isSought: Bool, to keys: inout [UInt32]) {
        let isAbjad = token.marks.contains(.abjad)
        for form in name.forms[Int(token.firstForm)..<Int(token.firstForm) + Int(token.formCount)] {
            addDeletions(name.bytes, form.letters, to: &keys)
            addDeletions(name.bytes, form.sound, to: &keys)
            if form.frameCount >= 2, isAbjad || !isSought || token.role == .name {
                // Consonants are only looked at between a word with vowels and one without.
                let salt: UInt32 = isAbjad == isSought ? 1 : 2
                keys.append(hash(name.bytes, form.frame, skipping: -1, salt: salt))
            }
        }
        for place in 0..<NameGroups.most where token.groups[place] != 0 {
            keys.append(mixed(UInt32(token.groups[place]) &* 0x9E37_79B1 ^ 3))
        }
    }

    /// The key of a word as it stands.
    static func whole(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32 { hash(bytes, range, skipping: -1, salt: 0) }

    private static func addDeletions(_ bytes: [UInt8], _ range: Range<Int>, to keys: inout [UInt32]) {
        keys.append(whole(bytes, range))
        if range.count < 3 { return }
        for place in range {
            // Leaving out either of two equal neighbours is the same.
            if place > range.lowerBound, bytes[place] == bytes[place - 1] { continue }
            keys.append(hash(bytes, range, skipping: place, salt: 0))
        }
    }

    /// FNV-1a, mixed once more so that the upper bits can number buckets.
    private static func hash(_ bytes: [UInt8], _ range: Range<Int>, skipping: Int, salt: UInt32) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5 ^ salt
        for place in range where place != skipping { hash = (hash ^ UInt32(bytes[place])) &* 0x0100_0193 }
        return mixed(hash)
    }

    private static func mixed(_ value: UInt32) -> UInt32 {
        var value = value
        value = (value ^ (value >> 16)) &* 0x7FEB_352D
        value = (value ^ (value >> 15)) &* 0x846C_A68B
        return value ^ (value >> 16)
    }
}
