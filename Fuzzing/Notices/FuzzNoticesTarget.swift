// What libFuzzer calls. It is compiled together with the patterns of names into one program; see scripts/fuzz-texts.

/// Reads one input as a pattern and, after its first line, a name.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    guard let pattern = NamePattern(String(parts[0])) else { return 0 }
    let name = NoticeKey.folded(parts.count > 1 ? String(parts[1]) : "QUIMERA LOZANO")
    let isMatch = pattern.matches(name)
    // A plain part is found in every name that holds it, whatever stands around it.
    if let part = pattern.plainPart {
        precondition(isMatch == name.contains(part), "a part is found otherwise than by looking for it")
    }
    precondition(pattern.matches(name) == isMatch, "the same pattern and name gave another answer")
    return 0
}
