/// The name of a form's field for the path that the registry gives to a wrong field.
enum FieldName {
    /// `firearm.numbers[0].text` becomes `numbers-0-text`, `firearm.make` becomes `make`.
    static func name(for path: String) -> String {
        let trimmed = path.hasPrefix("firearm.") ? path.dropFirst("firearm.".count) : path[...]
        return trimmed.split(whereSeparator: { "[].".contains($0) }).joined(separator: "-")
    }
}
