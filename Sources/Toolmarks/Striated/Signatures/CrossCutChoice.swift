/// Which cross-cuts of a striated mark its signature is made of.
public enum CrossCutChoice: String, Sendable, Hashable, Codable {
    /// All of them, place by place as far as they agree.
    case consensus
    /// The first stable ones from the edge of the scan, as in the published method.
    case firstStable
}
