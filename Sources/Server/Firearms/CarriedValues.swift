import Firearms

/// What goes from a description into the form of a check or of a record: the names of the reference table where they
/// are sure and stand for all that was written, else what was written.
struct CarriedValues {
    var make: String?
    var model: String?
    var calibre: String?
    var type: FirearmType?
    var action: FirearmAction?
    var conversion: Conversion?
    var numbers: [FirearmNumber]
    /// What was written besides, for the circumstances of a record.
    var remainder: String

    init(_ description: NormalisedDescription) {
        let written = description.written
        func name<Value>(_ recognition: Recognition<Value>?, _ written: String?, _ name: (Value) -> String) -> String? {
            guard let recognition, recognition.isSure, !Self.partialRules.contains(recognition.rule) else {
                return written
            }
            return name(recognition.value)
        }
        make = name(description.make, written.make, \.name)
        if written.model == nil, let model = description.model, written.make != nil {
            // The text of the make holds the model too: nothing of it is lost once the model is sure.
            make = model.isSure ? description.make?.value.name ?? written.make : written.make
        }
        model = name(description.model, written.model, \.name)
        if written.model == nil, let found = description.model, found.isSure { model = found.value.name }
        calibre = name(description.calibre, written.calibre, \.name)
        type = description.type.flatMap { $0.isSure ? $0.value : nil }
        action = description.action
        conversion = description.conversion
        numbers = description.numbers.map(\.number)
        remainder = (description.numbers.map(\.remainder) + [description.written.remainder ?? ""])
            .filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// Rules that recognise some of the words and leave others.
    private static let partialRules: Set<String> = [
        RecognitionRule.leadingWords, RecognitionRule.containedWords, RecognitionRule.amongWords,
        RecognitionRule.amongCommonWords, RecognitionRule.firstOfSeveral, RecognitionRule.spellingAmongWords,
        RecognitionRule.severalCalibres,
    ]

    /// To the form of a check.
    /// - Parameter number: the number to look for; else the one that identifies the firearm.
    /// - Returns: nil where no number can be compared.
    func checkPath(_ number: FirearmNumber? = nil) -> String? {
        guard let number = number ?? Firearm(numbers: numbers).primaryNumber, !number.pattern.isEmpty else {
            return nil
        }
        let fields = [
            ("serial", number.text), ("make", make), ("model", model), ("calibre", calibre), ("type", type?.rawValue),
        ]
        return "/?" + HTTPQuery.text(fields)
    }

    /// To the form of a new record.
    var recordPath: String {
        var fields = [
            ("make", make), ("model", model), ("calibre", calibre), ("type", type?.rawValue),
            ("action", action?.rawValue), ("conversion", conversion?.rawValue), ("circumstances", remainder),
        ]
        for (index, number) in numbers.enumerated() {
            fields += [
                ("numbers-\(index)-text", number.text), ("numbers-\(index)-part", number.part.rawValue),
                ("numbers-\(index)-state", number.state.rawValue),
            ]
        }
        return "/records/new?" + HTTPQuery.text(fields)
    }
}
