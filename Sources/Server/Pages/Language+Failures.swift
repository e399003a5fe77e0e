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
}
