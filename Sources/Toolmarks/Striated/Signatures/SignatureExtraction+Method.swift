extension SignatureExtraction {
    /// The extraction for a kind of striated mark, unless told otherwise.
    public static func preset(for kind: ToolmarkKind) -> SignatureExtraction { kind == .land ? .land : .toolmark }

    /// The settings on one line: scores made with different settings must not be weighed against each other.
    public func method(for kind: ToolmarkKind, comparer: SignatureComparer) -> String {
        "striated-1 \(kind): shoulders \(shoulders.rawValue), cross-cuts \(crossCuts.rawValue) \(step) um, "
            + "waves \(shortCutoff)-\(longCutoff) um, overlap \(comparer.smallestOverlap)"
    }
}
