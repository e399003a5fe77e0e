/// Why personal or object data is used. A purpose goes with every record and every check; the list is that of
/// INTERPOL's Rules on the Processing of Data.
public enum Purpose: String, Sendable, Hashable, Codable, CaseIterable {
    case locateWanted = "locate-wanted"
    case identifyObjects = "identify-objects"
    case supportInvestigation = "support-investigation"
    case warn
    case identifyBodies = "identify-bodies"
    case forensics
    case securityCheck = "security-check"
    case borderControl = "border-control"
    case threatAnalysis = "threat-analysis"
}
