public import Firearms
public import Identity

/// What is known of a person who is checked, or of an entity of which there is only a name.
public struct PersonQuery: Sendable, Hashable, Codable {
    /// The sex that a document states.
    public typealias Sex = MachineReadableZone.Sex

    /// The whole name, in whatever order; or only the family name, where `givenNames` are stated apart.
    public var name: String
    /// The given names, where they are known apart from the family name.
    public var givenNames: String?
    /// The date of birth, as far as it is known.
    public var birthDate: PartialDate?
    /// Sex, where it is known.
    public var sex: Sex?
    /// Countries of which the person is a national.
    public var nationalities: [Country]

    /// States what is known.
    public init(
        name: String, givenNames: String? = nil, birthDate: PartialDate? = nil, sex: Sex? = nil,
        nationalities: [Country] = []
    ) {
        self.name = name
        self.givenNames = givenNames
        self.birthDate = birthDate
        self.sex = sex
        self.nationalities = nationalities
    }

    /// The person made ready for comparison.
    var prepared: PreparedPerson {
        let names =
            if let givenNames { [PreparedName(given: givenNames, family: name)].filter { !$0.isEmpty } } else {
                PreparedName.names(in: name, kind: .person)
            }
        return PreparedPerson(
            names: names, birthDate: birthDate, sex: sex?.comparable ?? .unknown,
            nationalities: nationalities.map(\.code)
        )
    }

    /// The name made ready for comparison with those of entities; nil where something is stated that only persons have.
    var preparedAsEntity: PreparedPerson? {
        guard givenNames == nil, birthDate == nil, sex == nil else { return nil }
        return PreparedPerson(names: PreparedName.names(in: name, kind: .organisation))
    }

    /// What is wrong with it.
    var failures: [FieldFailure] {
        var failures = CheckRequest.lengthFailures([("name", name), ("givenNames", givenNames)])
        if failures.isEmpty, prepared.names.isEmpty { failures.append(FieldFailure("name", "required", value: name)) }
        if nationalities.count > 10 {
            failures.append(FieldFailure("nationalities", "too-many", arguments: ["maximum": "10"]))
        }
        return failures
    }
}

extension MachineReadableZone.Sex {
    var comparable: PersonSex {
        switch self {
        case .female: .female
        case .male: .male
        case .unspecified: .unspecified
        }
    }
}
