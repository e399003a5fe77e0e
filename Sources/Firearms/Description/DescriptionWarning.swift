/// Something in a description that does not fit together, and that a trace would fail on.
///
/// | code | arguments |
/// |---|---|
/// | `make.unknown`, `model.unknown`, `calibre.unknown` | the text |
/// | `make.uncertain`, `model.uncertain`, `calibre.uncertain` | the text, the name it was taken for |
/// | `calibre.not-made` | model, calibre, the calibres it was made in |
/// | `type.not-of-model` | model, type written, type of the model |
/// | `make.not-of-model` | make written, make of the model, model |
/// | `serial.missing` | |
/// | `serial.removed` | |
public struct DescriptionWarning: Hashable, Sendable {
    /// What is wrong, as in the table above.
    public let code: String
    /// The facts, in the order of the table.
    public let arguments: [String]

    init(_ code: String, _ arguments: String...) {
        self.code = code
        self.arguments = arguments
    }

    /// Confidence below which a person should look.
    private static let sure = 0.8

    static func warnings(about description: NormalisedDescription, _ table: ReferenceTable) -> [DescriptionWarning] {
        var warnings: [DescriptionWarning] = []
        func doubt<Value>(
            _ field: String, _ text: String?, _ recognition: Recognition<Value>?, _ name: (Value) -> String
        ) {
            guard let text else { return }
            guard let recognition else {
                warnings.append(DescriptionWarning("\(field).unknown", text))
                return
            }
            if recognition.confidence < sure {
                warnings.append(DescriptionWarning("\(field).uncertain", text, name(recognition.value)))
            }
        }
        doubt("make", description.written.make, description.make, \.name)
        // The names of most models are not in the table; only of makers whose models are is one missing.
        if let code = description.make?.value.code, !table.models(of: code).isEmpty {
            doubt("model", description.written.model, description.model, \.name)
        }
        doubt("calibre", description.written.calibre, description.calibre, \.name)
        if let model = description.model, model.confidence >= sure {
            warnings += conflicts(of: model.value, description, table)
        }
        let number = description.numbers.first?.number
        if let number, number.state == .removed {
            warnings.append(DescriptionWarning("serial.removed"))
        } else if number.map(\.pattern.isEmpty) ?? true {
            warnings.append(DescriptionWarning("serial.missing"))
        }
        return warnings
    }

    private static func conflicts(
        of model: Model, _ description: NormalisedDescription, _ table: ReferenceTable
    ) -> [DescriptionWarning] {
        var warnings: [DescriptionWarning] = []
        if let calibre = description.calibre, !model.isMade(inCalibre: calibre.value.code),
            !model.calibreCodes.contains(where: { table.calibre(code: $0)?.isCompatible(with: calibre.value) ?? false })
        {
            let made = model.calibreCodes.compactMap { table.calibre(code: $0)?.name }.joined(separator: ", ")
            warnings.append(DescriptionWarning("calibre.not-made", model.name, calibre.value.name, made))
        }
        if let type = description.type, type.rule != RecognitionRule.ofModel, type.value != model.type {
            warnings.append(
                DescriptionWarning("type.not-of-model", model.name, type.value.rawValue, model.type.rawValue)
            )
        }
        if let make = description.make, make.value.code != model.makeCode,
            let other = table.make(code: model.makeCode)
        {
            warnings.append(DescriptionWarning("make.not-of-model", make.value.name, other.name, model.name))
        }
        return warnings
    }
}
