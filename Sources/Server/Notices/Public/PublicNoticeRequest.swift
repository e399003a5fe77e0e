import Foundation
import Hummingbird
import Registry

/// A request for a list, read from its query. What is not known is passed over; what cannot be used is refused.
struct PublicNoticeRequest {
    /// What was asked for, as the answer gives it back.
    struct Echo: Encodable {
        var texts: [String: String]
        var numbers: [String: Int]

        private struct Key: CodingKey {
            var stringValue: String
            var intValue: Int? { nil }

            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            for (name, text) in texts { try container.encode(text, forKey: Key(stringValue: name)) }
            for (name, number) in numbers { try container.encode(number, forKey: Key(stringValue: name)) }
        }
    }

    private(set) var query: PublicNoticeQuery
    private var texts: [(name: String, value: String)] = []
    private var ages: [(name: String, value: Int)] = []

    private static let longestText = 200
    private static let oldest = 150

    /// - Throws: `Problem` with status 400 that names every value that cannot be used.
    init(_ fields: FormFields, _ list: PublicNoticeQuery.List) throws(Problem) {
        query = PublicNoticeQuery(list: list)
        var failures: [FieldFailure] = []
        func number(_ name: String, _ range: ClosedRange<Int>) -> Int? {
            guard let text = fields[name] else { return nil }
            if let value = Int(text), range.contains(value) { return value }
            failures.append(
                FieldFailure(
                    name, Int(text) == nil ? "not-a-number" : "out-of-range", value: text,
                    arguments: ["minimum": "\(range.lowerBound)", "maximum": "\(range.upperBound)"]
                )
            )
            return nil
        }
        func text<Value>(_ name: String, _ read: (String) -> Value?) -> Value? {
            guard let text = fields[name] else { return nil }
            if text.unicodeScalars.count <= Self.longestText, let value = read(text) {
                texts.append((name, text))
                return value
            }
            failures.append(FieldFailure(name, "invalid", value: text))
            return nil
        }
        query.page = number("page", 1...Int(Int32.max)) ?? 1
        // More than may stand on a page is asked for by many; they get as many as may.
        query.perPage = min(number("resultPerPage", 1...Int(Int32.max)) ?? 20, PublicNoticeService.mostPerPage)
        query.name = text("name") { NamePattern($0) }
        if case .unitedNations = list {
            query.reference = text("unReference") { $0 }
            query.resolution = text("unResolution") { $0 }
        } else {
            query.forename = text("forename") { NamePattern($0) }
            query.nationality = text("nationality", Self.country)
            query.freeText = text("freeText") { $0 }
            query.sex = text("sexId") { NoticePerson.Sex(rawValue: $0.uppercased()) }
            query.ageMin = number("ageMin", 0...Self.oldest)
            query.ageMax = number("ageMax", 0...Self.oldest)
            if let age = query.ageMin { ages.append(("ageMin", age)) }
            if let age = query.ageMax { ages.append(("ageMax", age)) }
            if list == .red { query.warrantCountry = text("arrestWarrantCountryId", Self.country) }
        }
        guard failures.isEmpty else { throw Problem(code: "invalid", status: .badRequest, failures: failures) }
    }

    /// Two letters; whether there is such a country is for the list to say.
    private static func country(_ text: String) -> String? {
        let code = text.uppercased()
        return code.utf8.count == 2 && code.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
            ? code : nil
    }

    /// What was used, with the page that was given.
    func echo(page: Int) -> Echo {
        Echo(
            texts: Dictionary(texts, uniquingKeysWith: { first, _ in first }),
            numbers: Dictionary(ages + [("page", page), ("resultPerPage", query.perPage)], uniquingKeysWith: { $1 })
        )
    }

    /// The query of a link to a page.
    func encoded(page: Int) -> String {
        let all =
            texts + ages.map { ($0.name, String($0.value)) }
            + [("resultPerPage", String(query.perPage)), ("page", String(page))]
        return all.map { "\($0.0)=\(Self.encoded($0.1))" }.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(
            withAllowedCharacters: .alphanumerics.intersection(.init(charactersIn: "\u{0}"..."\u{7F}")))
            ?? ""
    }
}
