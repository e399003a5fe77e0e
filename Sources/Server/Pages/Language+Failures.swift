import Registry

/// The registry's failures on forms.
extension Language {
    /// Every wrong field for the summary above a form.
    func fieldErrors(_ failures: [FieldFailure]) -> [FieldError] {
        failures.map { fieldError($0.field, $0.code, $0.arguments) }
    }

    /// What is wrong with one field, to stand beside it.
    func message(for field: String, in failures: [FieldFailure]) -> String? {
        failures.first { $0.field == field }.map { failure($0.code, $0.arguments) }
    }

    /// What is wrong with each field of a form, by the name under which it is sent.
    func errorsByName(_ failures: [FieldFailure]) -> [String: String] {
        Dictionary(
            failures.map { (FieldName.name(for: $0.field), failure($0.code, $0.arguments)) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
