import Firearms
import Identity
import Registry

/// The check form as it was sent: texts, not yet a check.
struct CheckForm: Sendable, Hashable {
    /// The one field that takes anything.
    var query = ""
    var serial = ""
    var make = ""
    var model = ""
    var calibre = ""
    var type = ""
    var country = ""
    var place = ""
    var purpose = ""
    var operation = ""
    /// The fields of documents, vehicles and persons, by name.
    var others = FormFields()

    init() {}

    init(_ fields: FormFields) {
        query = fields["query"] ?? ""
        serial = fields["serial"] ?? ""
        make = fields["make"] ?? ""
        model = fields["model"] ?? ""
        calibre = fields["calibre"] ?? ""
        type = fields["type"] ?? ""
        country = fields["country"] ?? ""
        place = fields["place"] ?? ""
        purpose = fields["purpose"] ?? ""
        operation = fields["operation"] ?? ""
        for name in Self.otherNames { if let value = fields[name] { others.append(name, value) } }
    }

    /// An earlier check, to be changed. The number of a firearm goes into the one field, where it is changed most
    /// easily, unless that would be understood as something else.
    init(_ check: CheckRequest) {
        if let firearm = check.firearm {
            let entry = QuickEntry(firearm.serial)
            if entry.firearm == DescriptionLine(serial: firearm.serial), entry.document == nil, entry.vehicle == nil {
                query = firearm.serial
            } else {
                serial = firearm.serial
            }
            make = firearm.make ?? ""
            model = firearm.model ?? ""
            calibre = firearm.calibre ?? ""
            type = firearm.type?.rawValue ?? ""
            country = firearm.country?.code ?? ""
        }
        func put(_ path: String, _ value: String?) {
            if let value { others.append(FieldName.name(for: path), value) }
        }
        put("document.number", check.document?.number)
        put("document.type", check.document?.type?.rawValue)
        put("document.issuer", check.document?.issuer)
        for (path, value) in check.vehicle?.formValues ?? [] { put(path, value) }
        put("person.name", check.person?.name)
        put("person.givenNames", check.person?.givenNames)
        put("person.birthDate", check.person?.birthDate?.description)
        put("person.nationalities", check.person?.nationalities.first?.code)
        put("mrz", check.zone)
        place = check.place ?? ""
        purpose = check.purpose.rawValue
        operation = check.operation ?? ""
    }

    /// Whether a firearm is described field by field.
    var isDescribed: Bool {
        [serial, make, model, calibre, type, country].contains { !$0.isEmpty }
    }

    // MARK: The other kinds

    /// What may be asked of each kind of thing beside firearms.
    static let kinds: [(kind: String, fields: [FormFieldDefinition])] = [
        (
            "document",
            [
                FormFieldDefinition("mrz", .long), FormFieldDefinition("document.number", .serial),
                FormFieldDefinition(
                    "document.type", .code(group: "document-type", DocumentType.allCases.map(\.rawValue))),
                FormFieldDefinition("document.issuer"),
            ]
        ),
        ("vehicle", Array(Vehicle.formFields.prefix(4))),
        (
            "person",
            [
                FormFieldDefinition("person.name"), FormFieldDefinition("person.givenNames"),
                FormFieldDefinition("person.birthDate"), FormFieldDefinition("person.nationalities", .country),
            ]
        ),
    ]

    private static let otherNames = kinds.flatMap(\.fields).map(\.name)

    // MARK: Reading

    /// The check that is meant: a field counts more than what is guessed from the one field.
    /// - Throws: `RegistryError` `invalid` for a missing purpose or an unknown code.
    func request() throws(RegistryError) -> CheckRequest {
        let guess = QuickEntry(query)
        var failures: [FieldFailure] = []
        func code<Value>(_ field: String, _ text: String, _ read: (String) -> Value?) -> Value? {
            guard !text.isEmpty else { return nil }
            let value = read(text)
            if value == nil { failures.append(FieldFailure(field, "unknown-code", value: text)) }
            return value
        }
        let type = code("type", type) { FirearmType($0) }
        let country = code("country", country) { Country($0) }
        let purpose = code("purpose", purpose) { Purpose(rawValue: $0) }
        if self.purpose.isEmpty { failures.append(FieldFailure("purpose", "required")) }
        let other = readOthers(guess, &failures)
        let line = guess.firearm
        var firearm: FirearmQuery?
        let serial = Self.filled(serial) ?? line?.serial ?? ""
        if isDescribed || line != nil || other == nil {
            if serial.isEmpty { failures.insert(FieldFailure("serial", "required"), at: 0) }
            firearm = FirearmQuery(
                serial: serial, make: Self.filled(make) ?? line?.make, model: Self.filled(model) ?? line?.model,
                calibre: Self.filled(calibre) ?? line?.calibre, type: type ?? line?.type, country: country
            )
        }
        guard failures.isEmpty, let purpose else { throw RegistryError(.invalid, failures: failures) }
        return CheckRequest(
            firearm: firearm, document: other?.document, vehicle: other?.vehicle, person: other?.person,
            zone: other?.zone, purpose: purpose, place: Self.filled(place), operation: Self.filled(operation)
        )
    }

    private struct Others {
        var document: DocumentQuery?
        var vehicle: Vehicle?
        var person: PersonQuery?
        var zone: String?
    }

    /// What is asked beside a firearm; nil where nothing is.
    private func readOthers(_ guess: QuickEntry, _ failures: inout [FieldFailure]) -> Others? {
        var form = FormReader(others)
        var asked = Others(zone: form.text("mrz") ?? guess.zone)
        let documentType = form.value("document.type") { DocumentType(rawValue: $0) }
        if let number = form.text("document.number") ?? guess.document {
            asked.document = DocumentQuery(number: number, type: documentType, issuer: form.text("document.issuer"))
        }
        let typed = Vehicle(&form)
        let vehicle = typed == Vehicle() ? guess.vehicle ?? typed : typed
        if vehicle != Vehicle() { asked.vehicle = vehicle }
        let birthDate = form.value("person.birthDate", "not-a-date") { PartialDate($0) }
        let nationality = form.value("person.nationalities") { Country($0) }
        if let name = form.text("person.name") ?? guess.person?.name {
            asked.person = PersonQuery(
                name: name, givenNames: form.text("person.givenNames"), birthDate: birthDate ?? guess.person?.birthDate,
                nationalities: nationality.map { [$0] } ?? []
            )
        }
        failures += form.failures
        let isNothing = asked.document == nil && asked.vehicle == nil && asked.person == nil && asked.zone == nil
        return isNothing ? nil : asked
    }

    private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
}
