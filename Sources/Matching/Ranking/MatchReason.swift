import Identity

/// One thing that speaks for or against a candidate. Texts are made from catalogues by code and arguments.
///
/// | code | arguments |
/// |---|---|
/// | `serial.equal` | number |
/// | `serial.agrees` | places that agree, places in all |
/// | `serial.confusable` | recorded character, character read, place in the number read (from 1) |
/// | `serial.unreadable` | places that agree, places in all, unreadable places (from 1, separated by commas) |
/// | `serial.embedded` | recorded number, number read |
/// | `serial.beginning`, `serial.end` | places that agree |
/// | `serial.left-out` | sign that the reading lacks, its place in the recorded number (from 1) |
/// | `serial.added` | sign that the record lacks, its place in the number read (from 1) |
/// | `serial.replaced` | recorded sign, sign read, place in the number read (from 1) |
/// | `serial.swapped` | the two signs as recorded, place of the first in the number read (from 1) |
/// | `serial.part` | places of the reading, place in the recorded number where it begins (from 1) |
/// | `serial.shared` | records that carry this number |
/// | `serial.placeholder` | number |
/// | `serial.differs` | recorded number, number read |
/// | `number.part` | part that carries the recorded number, when it is not the frame |
/// | `number.restored` | none |
/// | `make.equal` | make |
/// | `make.differs`, `make.uncertain` | recorded make, make asked for |
/// | `model.equal` | model |
/// | `model.similar`, `model.differs` | recorded model, model asked for |
/// | `calibre.equal` | calibre |
/// | `calibre.compatible`, `calibre.differs`, `calibre.uncertain` | recorded calibre, calibre asked for |
/// | `type.equal` | code of the type |
/// | `type.differs` | recorded code, code asked for |
/// | `country.equal` | country code |
/// | `country.differs` | recorded code, code asked for |
/// | `document-number.equal`, `vin.equal`, `plate.equal`, `engine.equal` | number |
/// | `document-number.confusable` and so on | recorded character, character read, place in the number read (from 1) |
/// | `document-number.range` | first and last number of the range |
/// | `vin.differs`, `plate.differs`, `engine.differs` | recorded number, number read |
/// | `issuer.*`, `document-type.*`, `plate-country.*`, `colour.*`, `year.*` | recorded value, value asked for where it differs |
/// | `name.*`, `birth-date.*`, `nationality.*`, `sex.*`, `birth-place.*` | what is recorded, what was asked for |
public struct MatchReason: Hashable, Sendable {
    /// One of ``allCodes``.
    public let code: String
    /// Weight of the evidence in bits: positive speaks for the same firearm, negative against.
    public let weight: Double
    /// What the text of the reason needs, in the order of the table.
    public let arguments: [String]

    /// Makes a reason.
    public init(_ code: String, weight: Double, arguments: [String] = []) {
        self.code = code
        self.weight = weight
        self.arguments = arguments
    }

    /// Every code there is, for catalogues to be complete.
    public static let allCodes = firearmCodes + objectCodes + personCodes

    private static let firearmCodes = [
        "serial.equal", "serial.agrees", "serial.confusable", "serial.unreadable", "serial.embedded",
        "serial.beginning", "serial.end", "serial.left-out", "serial.added", "serial.replaced", "serial.swapped",
        "serial.part", "serial.shared", "serial.placeholder", "serial.differs", "number.part", "number.restored",
        "make.equal",
        "make.differs", "make.uncertain", "model.equal", "model.similar", "model.differs", "calibre.equal",
        "calibre.compatible", "calibre.differs", "calibre.uncertain", "type.equal", "type.differs", "country.equal",
        "country.differs",
    ]
    private static let objectCodes =
        ["document-number", "vin", "plate", "engine"].flatMap { ["\($0).equal", "\($0).confusable"] }
        + ["document-number.range", "vin.differs", "plate.differs", "engine.differs"]
        + ["issuer", "document-type", "plate-country", "colour", "year"].flatMap { ["\($0).equal", "\($0).differs"] }
    private static let personCodes = NameEvidence.Feature.allCases.flatMap { feature in
        feature.rawValue.hasPrefix("name.")
            ? [feature.rawValue] : ["\(feature.rawValue).agrees", "\(feature.rawValue).differs"]
    }
}
