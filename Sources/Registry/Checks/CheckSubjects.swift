import Firearms
import Identity

/// What a check looks for beside a firearm: what was stated, and what the machine-readable zone says.
struct CheckSubjects: Sendable {
    var documents: [DocumentQuery] = []
    var vehicle: Vehicle?
    var person: PersonQuery?
    var zone: MachineReadableZone?

    /// - Parameter year: the year in which the zone was read; its dates of birth have two digits of theirs.
    init(_ request: CheckRequest, year: Int) {
        documents = request.document.map { [$0] } ?? []
        vehicle = request.vehicle
        person = request.person
        // A zone that cannot be read was refused before.
        guard let text = request.zone, let zone = try? MachineReadableZone(text) else { return }
        self.zone = zone
        let type = DocumentType(zoneCode: zone.documentCode)
        let issuer = StateTable.standard[code: zone.issuer]?.code
        for number in [zone.documentNumber] + zone.otherNumbers where DocumentNumber(number) != nil {
            let query = DocumentQuery(number: number, type: type, issuer: issuer)
            if !documents.contains(query) { documents.append(query) }
        }
        if person == nil { person = PersonQuery(zone, year: year) }
    }

    /// The keys under which a later record of the document or vehicle finds the check.
    var keys: [ObjectKey] {
        documents.compactMap { DocumentNumber($0.number) }.map { ObjectKey(.documentNumber, $0.folded) }
            + (vehicle?.completed().searchKeys ?? [])
    }
}

extension PersonQuery {
    /// The holder of a document as its zone states it; nil where it has no name.
    init?(_ zone: MachineReadableZone, year: Int) {
        let family = zone.names.primary.joined(separator: " ")
        let given = zone.names.secondary.joined(separator: " ")
        guard !(family + given).isEmpty else { return nil }
        var birthDate: PartialDate?
        if let date = zone.birthDate, let born = date.birthYear(readIn: year) {
            birthDate = PartialDate(year: born, month: date.month, day: date.day) ?? PartialDate(year: born)
        }
        let nationality = StateTable.standard[code: zone.nationality]?.alpha2.flatMap { Country($0) }
        self.init(
            name: family.isEmpty ? given : family, givenNames: family.isEmpty || given.isEmpty ? nil : given,
            birthDate: birthDate, sex: zone.sex, nationalities: nationality.map { [$0] } ?? []
        )
    }
}
