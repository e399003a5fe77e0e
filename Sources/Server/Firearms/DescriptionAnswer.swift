public import Firearms

/// A described firearm as the API and the command line write it: codes for programs, and words.
public struct DescriptionAnswer: Encodable, Sendable {
    /// Something that a text was recognised as.
    public struct Recognised: Encodable, Sendable {
        /// Its code in the reference table; for a model its name.
        public var code: String
        /// The name shown to people.
        public var name: String
        /// How sure the rule is, 0 to 1. Below 0.8 a person should look.
        public var confidence: Double
        /// The rule that recognised it.
        public var rule: String
        /// What else the text may mean, likeliest first.
        public var alternatives: [Named]
    }

    /// An entry of the reference table.
    public struct Named: Encodable, Sendable {
        /// Its code; for a model its name.
        public var code: String
        /// The name shown to people.
        public var name: String
    }

    /// A number read from the text about it.
    public struct Number: Encodable, Sendable {
        /// The number as written.
        public var text: String
        /// Capital letters and digits, `?` for an unreadable place; empty where none can be read.
        public var pattern: String
        /// The part that carries it.
        public var part: String
        /// How readable it is.
        public var state: String
        /// The places of the pattern that cannot be read, counted from 1.
        public var unreadablePlaces: [Int]
        /// What was written besides.
        public var remainder: String
    }

    /// A model that this one is mistaken for.
    public struct Mistakable: Encodable, Sendable {
        /// Name of its maker.
        public var make: String
        /// Its name.
        public var model: String
        /// What tells the two apart, in English.
        public var difference: String
    }

    /// Something that does not fit together.
    public struct Warning: Encodable, Sendable {
        /// The code of `DescriptionWarning`.
        public var code: String
        /// Its facts.
        public var arguments: [String]
        /// The same in words.
        public var text: String
    }

    /// What was written, field by field.
    public var written: WrittenDescription
    /// The make.
    public var make: Recognised?
    /// The model.
    public var model: Recognised?
    /// The calibre.
    public var calibre: Recognised?
    /// The kind of firearm.
    public var type: Recognised?
    /// How it loads and fires.
    public var action: String?
    /// What was done to it.
    public var conversion: String?
    /// The numbers.
    public var numbers: [Number]
    /// What it may be mistaken for.
    public var lookAlikes: [Mistakable]
    /// What does not fit together.
    public var warnings: [Warning]

    /// The description in the words of a language.
    public init(_ description: NormalisedDescription, in words: PublicCatalogue) {
        self.init(description, in: words.language)
    }

    init(_ description: NormalisedDescription, in language: Language, table: ReferenceTable = .standard) {
        written = description.written
        make = description.make.map { Self.recognised($0) { Named(code: $0.code, name: $0.name) } }
        calibre = description.calibre.map { Self.recognised($0) { Named(code: $0.code, name: $0.name) } }
        model = description.model.map { recognition in
            Self.recognised(recognition) { model in
                let make = table.make(code: model.makeCode)?.name ?? model.makeCode
                return Named(code: model.name, name: "\(make) \(model.name)")
            }
        }
        type = description.type.map {
            Self.recognised($0) { Named(code: $0.rawValue, name: language.label("type", $0.rawValue)) }
        }
        action = description.action?.rawValue
        conversion = description.conversion?.rawValue
        numbers = description.numbers.map {
            Number(
                text: $0.number.text, pattern: $0.pattern.normalised, part: $0.number.part.rawValue,
                state: $0.number.state.rawValue, unreadablePlaces: $0.pattern.unreadablePlaces,
                remainder: $0.remainder
            )
        }
        lookAlikes = description.lookAlikes.map {
            Mistakable(
                make: table.make(code: $0.makeCode)?.name ?? $0.makeCode, model: $0.model, difference: $0.difference
            )
        }
        warnings = description.warnings.map {
            Warning(code: $0.code, arguments: $0.arguments, text: language.warning($0.code, $0.arguments))
        }
    }

    private static func recognised<Value>(
        _ recognition: Recognition<Value>, _ named: (Value) -> Named
    ) -> Recognised {
        let value = named(recognition.value)
        return Recognised(
            code: value.code, name: value.name, confidence: (recognition.confidence * 100).rounded() / 100,
            rule: recognition.rule, alternatives: recognition.alternatives.map(named)
        )
    }
}

extension Language {
    /// A warning about a description in words.
    /// - Parameter arguments: in the order that `DescriptionWarning` documents.
    func warning(_ code: String, _ arguments: [String]) -> String {
        let names: [String] =
            switch code {
            case "calibre.not-made": ["model", "calibre", "made"]
            case "type.not-of-model": ["model", "type", "usual"]
            case "make.not-of-model": ["make", "other", "model"]
            case "serial.not-of-make": ["text", "make", "forms"]
            default: ["text", "name"]
            }
        var named = Dictionary(zip(names, arguments), uniquingKeysWith: { first, _ in first })
        for name in ["type", "usual"] where code == "type.not-of-model" {
            named[name] = named[name].map { label("type", $0) }
        }
        return text("warning.\(code)", named)
    }
}
