import Firearms

extension DescriptionView {
    /// A description for a reader.
    /// - Parameters:
    ///   - place: where it stands.
    ///   - mayRecord: whether the reader enters records.
    init(
        _ description: NormalisedDescription, at place: Place = .page, mayRecord: Bool = false, in language: Language,
        table: ReferenceTable = .standard
    ) {
        let answer = DescriptionAnswer(description, in: language, table: table)
        let values = CarriedValues(description)
        let isPage = place == .page
        self.init(
            heading: language.firearmLine(
                type: values.type, make: values.make, makeCode: nil, model: values.model, calibre: values.calibre
            ),
            lines: Self.lines(description, answer, at: place, language, table),
            numbers: [],
            warnings: answer.warnings.filter { isPage || $0.code != "serial.missing" }.map(\.text),
            lookAlikesHeading: language.text("describe.look-alikes", count: description.lookAlikes.count),
            lookAlikes: description.lookAlikes.map { other in
                let make = table.make(code: other.makeCode)?.name ?? other.makeCode
                return LookAlike(
                    name: "\(make) \(other.model)", difference: other.difference,
                    take: Take("\(make) \(other.model)", ["make": make, "model": other.model])
                )
            },
            remainder: description.written.remainder, isPage: isPage,
            checkPath: isPage ? values.checkPath() : nil, recordPath: isPage && mayRecord ? values.recordPath : nil
        )
        let comparable = description.numbers.count { !$0.pattern.isEmpty }
        numbers = description.numbers.map { reading in
            Number(reading, checkPath: isPage && comparable > 1 ? values.checkPath(reading.number) : nil, in: language)
        }
    }

    private static func lines(
        _ description: NormalisedDescription, _ answer: DescriptionAnswer, at place: Place, _ language: Language,
        _ table: ReferenceTable
    ) -> [Line] {
        func make(of model: Model) -> String { table.make(code: model.makeCode)?.name ?? model.makeCode }
        let written = description.written
        // A code is what a list of choices sends; nobody wrote it.
        let type = written.type.flatMap { FirearmType($0) == nil ? $0 : nil }
        let isFilled = written.type != nil
        var lines = [
            Line("make", written.make, description.make, answer.make, at: place, language) { ["make": $0.name] },
            Line("model", written.model, description.model, answer.model, at: place, language) {
                ["make": make(of: $0), "model": $0.name]
            },
            Line("calibre", written.calibre, description.calibre, answer.calibre, at: place, language) {
                ["calibre": $0.name]
            },
            Line("type", type, description.type, answer.type, isFilled: isFilled, at: place, language) {
                ["type": $0.rawValue]
            },
        ].compactMap(\.self)
        if place == .check { return lines }
        if let action = description.action {
            lines.append(Line(field: language.text("field.action"), name: language.label("action", action.rawValue)))
        }
        if let conversion = description.conversion {
            let name = language.label("conversion", conversion.rawValue)
            lines.append(Line(field: language.text("field.conversion"), name: name))
        }
        return lines
    }
}

extension DescriptionView.Line {
    /// Nil where nothing was written and nothing follows from the rest; beside the form of a check also where the text
    /// is surely understood.
    /// - Parameter isFilled: whether the field of the form has a value already.
    fileprivate init?<Value>(
        _ field: String, _ written: String?, _ recognition: Recognition<Value>?,
        _ answer: DescriptionAnswer.Recognised?, isFilled: Bool? = nil, at place: DescriptionView.Place,
        _ language: Language, _ fields: (Value) -> [String: String]
    ) {
        guard let recognition, let answer else {
            guard let written else { return nil }
            self.init(
                field: language.text("field.\(field)"), name: written, isKnown: false,
                confidence: Badge(code: "unknown", label: language.text("describe.unknown"))
            )
            return
        }
        if place == .check, recognition.isSure { return nil }
        self.init(field: language.text("field.\(field)"), name: answer.name)
        self.written = written.flatMap { Self.isSame($0, answer) ? nil : $0 }
        confidence = Badge(
            code: recognition.isSure ? "sure" : "doubtful",
            label: "\(Int((recognition.confidence * 100).rounded()))\u{A0}%"
        )
        rule = recognition.rule == RecognitionRule.alias ? nil : language.label("rule", recognition.rule)
        choices = zip(recognition.alternatives, answer.alternatives).map {
            DescriptionView.Take($1.name, fields($0))
        }
        let own = DescriptionView.Take(answer.name, fields(recognition.value))
        if !recognition.isSure {
            // One tap says that a doubtful name is right.
            choices.insert(own, at: 0)
            choicesLabel = language.text("describe.which")
        } else if place == .record, !(isFilled ?? (written != nil)) {
            choices = [own]
            choicesLabel = language.text("describe.fill-in")
        } else {
            choicesLabel = language.text("describe.or")
        }
    }

    /// Whether a text is the name apart from case and signs, so that it need not be shown beside it.
    private static func isSame(_ text: String, _ answer: DescriptionAnswer.Recognised) -> Bool {
        let key = SerialPattern(text).normalised
        return key == SerialPattern(answer.name).normalised || key == SerialPattern(answer.code).normalised
    }
}

extension DescriptionView.Take {
    fileprivate init(_ label: String, _ fields: [String: String]) {
        self.init(label: label, fields: HTTPQuery.text(fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
    }
}

extension DescriptionView.Number {
    fileprivate init(_ reading: SerialReading, checkPath: String?, in language: Language) {
        let pattern = reading.pattern
        let places = pattern.unreadablePlaces
        self.init(
            part: language.label("number-part", reading.number.part.rawValue),
            state: language.badge("number-state", reading.number.state.rawValue),
            serial: pattern.isEmpty ? nil : SerialStrip(reading.number.text, in: language),
            unreadable: places.isEmpty
                ? nil
                : language.text(
                    "describe.unreadable", count: places.count,
                    ["places": places.map { "\($0)" }.joined(separator: ", ")]
                ),
            remainder: reading.remainder.isEmpty ? nil : reading.remainder,
            checkPath: pattern.isEmpty ? nil : checkPath
        )
    }
}
