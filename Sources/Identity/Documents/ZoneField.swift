/// A field of a machine-readable zone.
public enum ZoneField: String, Hashable, Sendable, Codable, CaseIterable {
    case documentCode = "document-code"
    case issuer
    case names
    case documentNumber = "document-number"
    case nationality
    case birthDate = "birth-date"
    case sex
    case expiryDate = "expiry-date"
    /// Data at the issuer's choice, often a personal number.
    case optionalData = "optional-data"
    /// The check digit over the others.
    case composite

    /// What may stand in a field, which decides how a misread character is repaired.
    enum Content {
        /// Letters and fillers.
        case letters
        /// Digits and fillers.
        case digits
        /// Letters, digits and fillers.
        case mixed
    }

    var content: Content {
        switch self {
        case .documentCode, .issuer, .names, .nationality, .sex: .letters
        case .birthDate, .expiryDate, .composite: .digits
        case .documentNumber, .optionalData: .mixed
        }
    }
}
