/// Why a firearm is on record.
public enum RecordClass: String, Sendable, Hashable, Codable, CaseIterable {
    case lost, stolen, trafficked, smuggled, seized, recovered
}
