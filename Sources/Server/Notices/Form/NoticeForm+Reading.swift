import Firearms
import Foundation

/// Reading the fields of a form.
extension NoticeForm {
    /// Puts what was sent for a section into the object its fields lie in; a field left blank takes the value away.
    static func take(
        _ section: NoticeFormSection, _ row: Int?, _ fields: FormFields, into object: inout [String: Any]
    ) {
        for field in section.fields {
            let name = FieldName.name(for: section.path(field, row: row))
            object[field.name] = value(of: field, fields, name)
        }
    }

    /// What was sent for a field; nil where it was left blank. What cannot be read stays a text, for `NoticeInput` to
    /// refuse.
    private static func value(of field: NoticeFormField, _ fields: FormFields, _ name: String) -> Any? {
        switch field.kind {
        case .text, .area, .date, .partialDate, .choice, .country:
            return fields[name]
        case .number:
            return fields[name].map { text -> Any in
                Double(text.replacing(",", with: ".")).flatMap { $0.isFinite ? $0 : nil } ?? text
            }
        case .list: return filled(items(fields[name], separators: [",", ";", "\n"]))
        case .lines: return filled(items(fields[name], separators: ["\n"]))
        case .countries:
            let codes = items(fields[name], separators: [",", ";", "\n"]).map { item in
                Country(item)?.code ?? CountryNames.code(of: item) ?? item
            }
            return filled(codes)
        case .ticks, .bureauCountries: return filled(fields.all(name).filter { !$0.isEmpty })
        case .flag: return fields[name] == nil ? nil : true
        }
    }

    /// The texts with the one marked as the original first.
    static func texts(_ fields: FormFields) -> [[String: Any]] {
        var rows: [(row: Int, language: String, text: String)] = []
        for row in 0..<mostRows {
            guard let text = fields["texts-\(row)-text"] else { continue }
            rows.append((row, fields["texts-\(row)-language"]?.lowercased() ?? "", text))
        }
        let original = fields["original"].flatMap { Int($0) }
        let sorted = rows.filter { $0.row == original } + rows.filter { $0.row != original }
        return sorted.map { ["language": $0.language, "text": $0.text.replacing("\r\n", with: "\n")] }
    }

    private static func items(_ text: String?, separators: Set<Character>) -> [String] {
        (text ?? "").replacing("\r\n", with: "\n").split { separators.contains($0) }
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private static func filled(_ texts: [String]) -> [String]? { texts.isEmpty ? nil : texts }
}
