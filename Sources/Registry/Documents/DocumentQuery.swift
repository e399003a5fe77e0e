import Identity

/// What was read on a travel document that is checked. No name is asked for: the record is of the paper.
public struct DocumentQuery: Sendable, Hashable, Codable {
    /// The number as read.
    public var number: String
    /// What kind of document it is, where that is clear.
    public var type: DocumentType?
    /// The code of its issuer, as machine-readable zones write it, or of two letters; nil where it is not known.
    public var issuer: String?

    /// States what was read.
    public init(number: String, type: DocumentType? = nil, issuer: String? = nil) {
        self.number = number
        self.type = type
        self.issuer = issuer
    }

    /// What is read on a single document that is on record.
    init(_ document: TravelDocument) {
        self.init(number: document.number, type: document.type, issuer: document.issuer)
    }

    /// What is wrong with it.
    var failures: [FieldFailure] {
        var failures: [FieldFailure] = []
        if number.allSatisfy(\.isWhitespace) {
            failures.append(FieldFailure("number", "required"))
        } else if DocumentNumber(number) == nil {
            failures.append(
                FieldFailure(
                    "number", "not-a-document-number", value: number,
                    arguments: ["minimum": "\(DocumentNumber.shortest)", "maximum": "\(DocumentNumber.longest)"]
                )
            )
        }
        if let issuer, StateTable.standard.find(issuer) == nil {
            failures.append(FieldFailure("issuer", "unknown-code", value: issuer))
        }
        return failures
    }

    /// The code of the issuer as records have it.
    var issuerCode: String? { issuer.flatMap { StateTable.standard.find($0)?.code } }
}

extension DocumentType {
    /// The kind of document of a code in a machine-readable zone (Doc 9303 parts 4 to 7); nil where the code may mean
    /// several: the cards of part 5 are identity cards, permits and more.
    init?(zoneCode: String) {
        switch zoneCode.first {
        case "P": self = .passport
        case "V": self = .visa
        default: return nil
        }
    }
}
