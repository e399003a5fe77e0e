/// What a user is in its bureau. The rights of each role stand in `Access`.
public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    /// Checks in the field and declares hits.
    case officer
    /// The bureau's desk: keeps its records, imports, answers hits.
    case bureauDesk = "bureau-desk"
    /// Enters exhibits, compares them, concludes and verifies in the bureau's laboratory.
    case examiner
    /// Answers for the quality of the laboratory: plants test pairs and reads error rates; concludes nothing.
    case qualityManager = "quality-manager"
    /// Watches hits and clocks for all bureaus at the coordination centre.
    case coordinator
    /// Manages the users of its own bureau and reads its own bureau's journal. Sees no records.
    case administrator
}
