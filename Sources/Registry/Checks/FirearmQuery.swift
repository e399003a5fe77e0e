public import Firearms
import Matching

/// What was read on a firearm that is checked.
public struct FirearmQuery: Sendable, Hashable, Codable {
    /// The number as read; `?`, `*`, `_` or `#` stand for a place that cannot be read.
    public var serial: String
    /// Make as written on the firearm; recognised by the reference table.
    public var make: String?
    /// Model as written on the firearm.
    public var model: String?
    /// Calibre as written, for example `9 mm`; recognised by the reference table.
    public var calibre: String?
    /// Kind of firearm, where it is clear.
    public var type: FirearmType?
    /// Country of manufacture, where a mark shows it.
    public var country: Country?

    /// States what was read.
    public init(
        serial: String, make: String? = nil, model: String? = nil, calibre: String? = nil, type: FirearmType? = nil,
        country: Country? = nil
    ) {
        self.serial = serial
        self.make = make
        self.model = model
        self.calibre = calibre
        self.type = type
        self.country = country
    }

    /// The question as the ranking asks it, with make and calibre recognised by the table of the bureau that asks.
    func matchQuery(_ table: ReferenceTable) -> MatchQuery {
        MatchQuery(
            serial: SerialPattern(serial), makeCode: make.flatMap { table.make($0)?.value.code }, make: make,
            model: model, calibreCode: calibre.flatMap { table.calibre($0)?.value.code }, calibre: calibre, type: type,
            country: country
        )
    }

    /// What is wrong with it.
    var failures: [FieldFailure] {
        var failures: [FieldFailure] = []
        let pattern = SerialPattern(serial)
        if pattern.isEmpty {
            failures.append(FieldFailure("serial", "required", value: serial))
        } else if pattern.hasUnreadablePlaces, pattern.knownPlaces < SerialKeys.fewestKnownPlaces {
            failures.append(
                FieldFailure(
                    "serial", "too-few-known", value: serial, arguments: ["minimum": "\(SerialKeys.fewestKnownPlaces)"]
                )
            )
        } else if pattern.normalised.utf8.count > SerialPattern.longestPlausible {
            failures.append(
                FieldFailure(
                    "serial", "too-long", value: serial, arguments: ["maximum": "\(SerialPattern.longestPlausible)"]
                )
            )
        }
        return failures + CheckRequest.lengthFailures([("make", make), ("model", model), ("calibre", calibre)])
    }
}
