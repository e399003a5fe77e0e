/// A firearm described as people describe it, put into the terms of the reference table, with what is uncertain or does
/// not fit.
public struct NormalisedDescription: Sendable {
    /// The make, where one was recognised.
    public var make: Recognition<Make>?
    /// The model, where one was recognised.
    public var model: Recognition<Model>?
    /// The calibre, where one was recognised.
    public var calibre: Recognition<Calibre>?
    /// The kind of firearm: as a word names it, else as the model is.
    public var type: Recognition<FirearmType>?
    /// How it loads and fires: as a word says it, else as the model does.
    public var action: FirearmAction?
    /// What was done to it, where a word says so.
    public var conversion: Conversion?
    /// The numbers, as far as any was written.
    public var numbers: [SerialReading]
    /// Models it may be mistaken for, with what tells them apart.
    public var lookAlikes: [LookAlike]
    /// What does not fit together.
    public var warnings: [DescriptionWarning]
    /// What was written, field by field.
    public var written: WrittenDescription

    /// Puts a description into the terms of a table.
    /// - Parameter numbers: the numbers with their parts and states, where they are known already; what was written about
    ///   the serial number is then not read.
    public init(
        _ written: WrittenDescription, numbers: [SerialReading]? = nil, table: ReferenceTable = .standard
    ) {
        self.written = written
        let kind = written.type.map { table.typeReading($0) } ?? TypeReading()
        let make = written.make.flatMap { table.make($0) }
        // Where the field for the make holds the model too, and the other way round.
        let model =
            written.model.flatMap { table.model($0, makeCode: make?.value.code) }
            ?? (written.model == nil ? written.make.flatMap { table.model($0, makeCode: make?.value.code) } : nil)
        self.model = model
        let modelMake = model.flatMap { $0.confidence >= 0.8 ? table.make(code: $0.value.makeCode) : nil }
        self.make =
            make
            ?? modelMake.map {
                Recognition(value: $0, confidence: model?.confidence ?? 0, rule: RecognitionRule.ofModel)
            }
        type =
            kind.type
            ?? model.map {
                Recognition(value: $0.value.type, confidence: $0.confidence, rule: RecognitionRule.ofModel)
            }
        action = kind.action ?? model?.value.action
        conversion = kind.conversion
        let (sureMake, sureModel) = (self.make.flatMap(\.ifSure), model.flatMap(\.ifSure))
        calibre = written.calibre.flatMap {
            table.calibre(
                $0, type: kind.type?.value ?? model?.value.type, makeCode: sureMake?.code, model: sureModel
            )
        }
        self.numbers = numbers ?? written.serial.map { SerialText($0).numbers } ?? []
        lookAlikes = model?.value.lookAlikes ?? []
        warnings = []
        warnings = DescriptionWarning.warnings(about: self, table)
    }

    /// Reads one line of text as a description: `TAURUS PT 92 cal 9mm serie TKR?2345`.
    public init(line: String, table: ReferenceTable = .standard) {
        self.init(WrittenDescription(line: line, table: table), table: table)
    }
}

/// A description as it was written, field by field.
public struct WrittenDescription: Hashable, Sendable, Codable {
    /// The kind of firearm.
    public var type: String?
    /// The make.
    public var make: String?
    /// The model.
    public var model: String?
    /// The calibre.
    public var calibre: String?
    /// The text about the serial number.
    public var serial: String?
    /// What a line says besides.
    public var remainder: String?

    /// Makes a description; an empty field is one that was not written.
    public init(
        type: String? = nil, make: String? = nil, model: String? = nil, calibre: String? = nil, serial: String? = nil,
        remainder: String? = nil
    ) {
        func written(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
        self.type = written(type)
        self.make = written(make)
        self.model = written(model)
        self.calibre = written(calibre)
        self.serial = written(serial)
        self.remainder = written(remainder)
    }

    /// Sorts the words of one line into fields.
    ///
    /// ``DescriptionLine`` says what an officer looks for; this keeps in ``serial`` all that is said of numbers (`NSR445
    /// (Camara) e NSK346 (Ferrolho)`, `raspado`), and every other word in ``remainder``.
    public init(line text: String, table: ReferenceTable = .standard) {
        let read = text.prefix(DescriptionLine.longest)
        var words = DescriptionWords(String(read))
        let line = DescriptionLine(&words, table)
        let numbers = words.takeNumbers()
        let tail = String(text[read.endIndex...])
        self.init(
            type: words.text(of: .type), make: line.make, model: line.model, calibre: line.calibre,
            serial: numbers ?? line.serial, remainder: [words.rest, tail].filter { !$0.isEmpty }.joined(separator: " ")
        )
    }
}

extension RecognitionRule {
    /// Follows from the model that was recognised. As sure as the model is.
    public static let ofModel = "of-model"
}
