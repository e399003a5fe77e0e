public import Firearms
public import Storage

/// A bureau's decision about what one of its spellings means, remembered until it is undone.
public struct Correction: Sendable, Hashable {
    /// Identifier under which it is undone.
    public var id: Identifier
    /// Code of the bureau whose texts it is about.
    public var bureau: String
    /// The text and what it means.
    public var correction: SpellingCorrection
    /// What the meaning is called; the code itself where the table does not have it any more.
    public var meaningName: String
    /// Sign-in name of who decided.
    public var user: String
    /// When it was decided.
    public var createdAt: Moment
}

extension SpellingCorrection.Field {
    /// What a text of this field may be made to mean, by what a person types: a code, or a name or alias of the table.
    /// - Returns: the code as corrections keep it, and the name for people; nil where nothing is called so.
    func meaning(_ typed: String, _ table: ReferenceTable) -> (code: String, name: String)? {
        switch self {
        case .make:
            let make = table.make(code: typed) ?? table.make(typed).flatMap { $0.confidence == 1 ? $0.value : nil }
            return make.map { ($0.code, $0.name) }
        case .calibre:
            return (table.calibre(code: typed) ?? table.calibre(named: typed)).map { ($0.code, $0.name) }
        case .model:
            return (table.model(reference: typed) ?? Self.model(typed, table)).map { model in
                let make = table.make(code: model.makeCode)?.name ?? model.makeCode
                return ("\(model.makeCode):\(model.name)", "\(make) \(model.name)")
            }
        case .type:
            let type = FirearmType(typed) ?? table.type(typed).flatMap { $0.confidence == 1 ? $0.value : nil }
            return type.map { ($0.rawValue, $0.rawValue) }
        }
    }

    /// The model of a text such as `Taurus PT 92`.
    private static func model(_ typed: String, _ table: ReferenceTable) -> Model? {
        guard let make = table.make(typed), make.confidence >= 0.8,
            let model = table.model(typed, makeCode: make.value.code), model.confidence >= 0.75
        else { return nil }
        return model.value
    }
}
