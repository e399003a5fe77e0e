import Firearms

/// What goes from a description into the form of a check or of a record: the names of the reference table where they
/// are sure, else what was written.
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
        func sure<Value>(_ recognition: Recognition<Value>?) -> Value? {
            recognition.flatMap { $0.isSure ? $0.value : nil }
        }
        make = sure(description.make)?.name ?? description.written.make
        model = sure(description.model)?.name ?? description.written.model
        calibre = sure(description.calibre)?.name ?? description.written.calibre
        type = sure(description.type)
        action = description.action
        conversion = description.conversion
        numbers = description.numbers.map(\.number)
        remainder = (description.numbers.map(\.remainder) + [description.written.remainder ?? ""])
            .filter { !$0.isEmpty }.joined(separator: "; ")
    }

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
