import Foundation
import Registry

extension NoticeForm {
    /// The paths of the API that differ between two versions, in order: `person.birthDate`, `texts`.
    static func differences(_ old: NoticeContent, _ new: NoticeContent) -> [String] {
        let (old, new) = (leaves(old), leaves(new))
        return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
    }

    /// The content by path; lists count as one value.
    private static func leaves(_ content: NoticeContent) -> [String: String] {
        guard let json = try? JSONEncoder().encode(content),
            let object = try? JSONSerialization.jsonObject(with: json) as? [String: Any]
        else { return [:] }
        var leaves: [String: String] = [:]
        func add(_ object: [String: Any], _ prefix: String) {
            for (name, value) in object {
                if let inner = value as? [String: Any] {
                    add(inner, prefix + name + ".")
                } else {
                    let text = try? JSONSerialization.data(
                        withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed])
                    leaves[prefix + shownName(name)] = text.map { String(decoding: $0, as: UTF8.self) }
                }
            }
        }
        add(object, "")
        return leaves
    }

    /// Where the API names a value otherwise than the content does.
    private static func shownName(_ name: String) -> String {
        switch name {
        case "height": "heightMetres"
        case "weight": "weightKilograms"
        case "isPublicExtractAgreed": "publicExtractAgreed"
        default: name
        }
    }
}
