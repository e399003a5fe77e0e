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
/// | `serial.not-of-make` | number, make, the forms of number that the maker is known to use |
/// | `serial.model-number` | number, the model it names |
/// | `serial.calibre` | number, the calibre it names |
/// | `serial.patent-number` | the text |
public struct DescriptionWarning: Hashable, Sendable {
    /// What is wrong, as in the table above.
    public let code: String
    /// The facts, in the order of the table.
    public let arguments: [String]

    init(_ code: String, _ arguments: String...) {
        self.code = code
        self.arguments = arguments
    }

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
            if !recognition.isSure {
                warnings.append(DescriptionWarning("\(field).uncertain", text, name(recognition.value)))
            }
        }
        doubt("make", description.written.make, description.make, \.name)
        // The names of most models are not in the table; only of makers whose models are is one missing.
        if let code = description.make?.value.code, !table.models(of: code).isEmpty {
            doubt("model", description.written.model, description.model, \.name)
        }
        doubt("calibre", description.written.calibre, description.calibre, \.name)
        if let model = description.model, model.isSure {
            warnings += conflicts(of: model.value, description, table)
        }
        warnings += aboutNumber(of: description, table)
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

    private static func aboutNumber(
        of description: NormalisedDescription, _ table: ReferenceTable
    ) -> [DescriptionWarning] {
        let number = description.numbers.first?.number
        if let number, number.state == .removed { return [DescriptionWarning("serial.removed")] }
        guard let number, !number.pattern.isEmpty else { return [DescriptionWarning("serial.missing")] }
        let make = description.make.flatMap { $0.isSure ? $0.value : nil }
        let written = description.written.serial ?? number.text
        switch NumberWarning.find(in: number.text, of: written, makeCode: make?.code, table: table) {
        case .patentNumber: return [DescriptionWarning("serial.patent-number", written)]
        case .modelName(let model): return [DescriptionWarning("serial.model-number", number.text, model.name)]
        case .calibre(let calibre): return [DescriptionWarning("serial.calibre", number.text, calibre.name)]
        case nil: break
        }
        guard let make,
            case .doesNotFit(let expected) = SerialFormats.standard.fit(number.pattern, makeCode: make.code)
        else { return [] }
        return [
            DescriptionWarning(
                "serial.not-of-make", number.pattern.normalised, make.name, expected.joined(separator: ", ")
            )
        ]
    }
}
