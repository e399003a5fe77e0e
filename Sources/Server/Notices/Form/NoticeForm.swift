import Foundation
import Identity
import Registry

/// A notice's content in the API's form, as pages read it from fields and write it into them: one reading and one writing
/// for programs and people.
struct NoticeForm {
    let colour: NoticeColour
    /// As `NoticeInput` reads it.
    private(set) var object: [String: Any]

    /// Rows of warrants that a form may have.
    static let mostRows = 20

    /// The languages that every form offers; others are kept where a text is in one.
    static let languages = ["en", "es", "fr", "ar"]

    /// A new notice of a colour.
    init(colour: NoticeColour) {
        self.colour = colour
        object = ["colour": colour.rawValue, "purpose": Self.purpose(of: colour).rawValue]
    }

    /// What a notice says, as its owner sees it.
    /// - Throws: an encoding error, which cannot happen for a value that came from the database.
    init(_ notice: Notice, for actor: Actor) throws {
        try self.init(NoticeAnswer(notice, for: actor), notice.content.colour)
    }

    /// What a public notice says.
    init(publicly notice: Notice) throws { try self.init(NoticeAnswer(notice, isOwners: false), notice.content.colour) }

    private init(_ answer: NoticeAnswer, _ colour: NoticeColour) throws {
        self.colour = colour
        let json = try JSONEncoder().encode(answer)
        object = (try JSONSerialization.jsonObject(with: json) as? [String: Any]) ?? [:]
        for name in ["number", "bureau", "state", "version", "createdAt", "changedAt", "publishedAt"] {
            object[name] = nil
        }
    }

    /// Takes over what was sent. What the form does not show stays as it was.
    mutating func take(_ fields: FormFields) {
        for section in NoticeFormLayout.sections(colour) {
            switch section.scope {
            case .root: Self.take(section, nil, fields, into: &object)
            case .object(let name):
                var inner = object[name] as? [String: Any] ?? [:]
                Self.take(section, nil, fields, into: &inner)
                object[name] = inner.isEmpty ? nil : inner
            case .rows(let name):
                object[name] = (0..<Self.mostRows).compactMap { row -> [String: Any]? in
                    var inner: [String: Any] = [:]
                    Self.take(section, row, fields, into: &inner)
                    return inner.isEmpty ? nil : inner
                }
            }
        }
        // A person of whom no more than an unknown sex is stated is none.
        if let person = object["person"] as? [String: Any],
            person.allSatisfy({ $0.key == "sex" && "U" == $0.value as? String })
        {
            object["person"] = nil
        }
        object["texts"] = Self.texts(fields)
    }

    /// The content.
    /// - Throws: `RegistryError` `invalid` with every field that cannot be read.
    func content() throws(RegistryError) -> NoticeContent {
        var body = JSONBody(object: object, path: "")
        return try NoticeInput.content(&body)
    }

    /// What can be read of the content, so that what is missing is told of the rest.
    var readableContent: NoticeContent {
        var body = JSONBody(object: object, path: "")
        return NoticeInput.readable(&body)
    }

    /// What stands at a path, as a field shows it; lists as their items.
    func values(_ section: NoticeFormSection, _ field: NoticeFormField, row: Int? = nil) -> [String] {
        let holder: [String: Any]? =
            switch section.scope {
            case .root: object
            case .object(let name): object[name] as? [String: Any]
            case .rows(let name):
                row.flatMap { place in
                    let rows = object[name] as? [[String: Any]] ?? []
                    return rows.indices.contains(place) ? rows[place] : nil
                }
            }
        guard let value = holder?[field.name] else { return [] }
        if let texts = value as? [String] { return texts }
        if let text = value as? String { return text.isEmpty ? [] : [text] }
        if case .flag = field.kind { return (value as? Bool) == true ? ["true"] : [] }
        return (value as? NSNumber).map { [Self.text(of: $0.doubleValue)] } ?? []
    }

    /// How many rows of a section are filled.
    func rowCount(_ section: NoticeFormSection) -> Int {
        guard case .rows(let name) = section.scope else { return 0 }
        return (object[name] as? [[String: Any]])?.count ?? 0
    }

    /// The texts, the original first.
    var texts: [(language: String, text: String)] {
        (object["texts"] as? [[String: Any]] ?? []).map {
            (language: $0["language"] as? String ?? "", text: $0["text"] as? String ?? "")
        }
    }

    /// A number as people write it, without a needless `.0`.
    static func text(of number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }

    private static func purpose(of colour: NoticeColour) -> Purpose {
        switch colour {
        case .red, .unitedNations: .locateWanted
        case .yellow, .silver: .identifyObjects
        case .blue: .supportInvestigation
        case .black: .identifyBodies
        case .green, .orange, .purple: .warn
        }
    }
}
