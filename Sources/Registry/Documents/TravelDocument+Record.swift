import Identity

extension TravelDocument {
    /// Why documents are on record.
    public typealias Class = DocumentClass

    /// Documents.
    public static var kind: ObjectKind { .document }

    /// The numbers that the record is of; nil where they cannot be read.
    var range: DocumentNumberRange? {
        guard let first = DocumentNumber(number) else { return nil }
        guard let lastNumber else { return DocumentNumberRange(first, first) }
        return DocumentNumber(lastNumber).flatMap { DocumentNumberRange(first, $0) }
    }

    /// The document with the code of its issuer; a range of one number is a single document.
    public func completed() -> TravelDocument {
        var document = self
        document.issuer = StateTable.standard.find(issuer)?.code ?? issuer
        if let range, range.count == 1 { document.lastNumber = nil }
        return document
    }

    /// What is wrong with it.
    public func failures(today: CalendarDate) -> [FieldFailure] {
        var failures: [FieldFailure] = []
        if number.allSatisfy(\.isWhitespace) {
            failures.append(FieldFailure("number", "required"))
        } else if DocumentNumber(number) == nil {
            failures.append(Self.failure("number", number))
        }
        if let lastNumber {
            if DocumentNumber(lastNumber) == nil {
                failures.append(Self.failure("lastNumber", lastNumber))
            } else if DocumentNumber(number) != nil, range == nil {
                failures.append(
                    FieldFailure("lastNumber", "not-a-range", value: lastNumber, arguments: ["first": number])
                )
            }
        }
        if issuer.isEmpty {
            failures.append(FieldFailure("issuer", "required"))
        } else if StateTable.standard[code: issuer] == nil {
            failures.append(FieldFailure("issuer", "unknown-code", value: issuer))
        }
        if let issuedOn, issuedOn > today {
            failures.append(FieldFailure("issuedOn", "in-future", value: issuedOn.description))
        }
        if let issuedOn, let validUntil, validUntil < issuedOn {
            failures.append(
                FieldFailure(
                    "validUntil", "before-start", value: validUntil.description,
                    arguments: ["start": issuedOn.description]
                )
            )
        }
        return failures
    }

    private static func failure(_ field: String, _ text: String) -> FieldFailure {
        FieldFailure(
            field, "not-a-document-number", value: text,
            arguments: ["minimum": "\(DocumentNumber.shortest)", "maximum": "\(DocumentNumber.longest)"]
        )
    }

    /// A single document stands under its number, a range under its blocks.
    public var keys: [ObjectKey] {
        guard let range else { return [] }
        if range.count == 1 { return [ObjectKey(.documentNumber, range.first.folded)] }
        return range.blocks.map { ObjectKey($0.hasSuffix("?") ? .documentBlock : .documentNumber, $0) }
    }

    /// The number, or the first and last of a range.
    public var title: String { lastNumber.map { "\(number)\u{2013}\($0)" } ?? number }

    /// The same number of the same issuer and type, or an equal range.
    public func isSame(as other: TravelDocument) -> Bool {
        issuer == other.issuer && type == other.type && range?.first == other.range?.first
            && range?.last == other.range?.last
    }

    /// The fields in which two documents differ.
    public func differences(from other: TravelDocument) -> [String] {
        var fields: [String] = []
        func compare<Value: Equatable>(_ name: String, _ path: KeyPath<TravelDocument, Value>) {
            if self[keyPath: path] != other[keyPath: path] { fields.append(name) }
        }
        compare("number", \.number)
        compare("lastNumber", \.lastNumber)
        compare("type", \.type)
        compare("issuer", \.issuer)
        compare("issuedOn", \.issuedOn)
        compare("validUntil", \.validUntil)
        return fields
    }

    /// A number is looked for by itself and among ranges.
    public static func keys(of text: String) -> [ObjectKey] { DocumentNumber(text).map(keys) ?? [] }

    /// The keys under which records may stand that are of the number.
    static func keys(of number: DocumentNumber) -> [ObjectKey] {
        [ObjectKey(.documentNumber, number.folded)] + number.blocks.map { ObjectKey(.documentBlock, $0) }
    }
}
