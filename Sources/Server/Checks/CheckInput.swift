import Firearms
import Identity
import Registry

/// Reads a check from a JSON body: what was read on a firearm, either in `firearm` or beside the other fields, and any
/// of `document`, `vehicle`, `person` and `mrz`. The purpose is required: there is no check without one.
enum CheckInput {
    /// - Returns: the check as far as it can be read, what cannot being noted in the body, and the rules it breaks.
    static func request(_ body: inout JSONBody) -> (check: CheckRequest, rules: [FieldFailure]) {
        let nested = body.object("firearm") { Self.firearm(&$0) }
        let document = body.object("document") { Self.document(&$0) }
        let vehicle = body.object("vehicle") { Vehicle.read(&$0) }
        let person = body.object("person") { Self.person(&$0) }
        let zone = body.string("mrz")
        let isBeside = nested == nil && document == nil && vehicle == nil && person == nil && zone == nil
        // A check of a firearm alone may state its fields without an object around them.
        let firearm = isBeside && body.failures.isEmpty ? Self.firearm(&body) : nested
        let purpose = body.requiredCode("purpose") { Purpose(rawValue: $0) }
        let place = body.string("place")
        let device = body.string("device")
        let operation = body.string("operation")
        let reference = body.string("reference")
        let check = CheckRequest(
            firearm: firearm, document: document, vehicle: vehicle, person: person, zone: zone,
            purpose: purpose ?? .identifyObjects, place: place, device: device, operation: operation,
            reference: reference
        )
        var rules = CheckService.failures(in: check)
        if nested != nil {
            let fields = ["serial", "make", "model", "calibre"]
            for index in rules.indices where fields.contains(rules[index].field) {
                rules[index].field = "firearm.\(rules[index].field)"
            }
        }
        return (check, rules)
    }

    private static func firearm(_ body: inout JSONBody) -> FirearmQuery {
        FirearmQuery(
            serial: body.requiredString("serial"), make: body.string("make"), model: body.string("model"),
            calibre: body.string("calibre"), type: body.code("type") { FirearmType($0) },
            country: body.code("country") { Country($0) }
        )
    }

    private static func document(_ body: inout JSONBody) -> DocumentQuery {
        DocumentQuery(
            number: body.requiredString("number"), type: body.code("type") { DocumentType(rawValue: $0) },
            issuer: body.string("issuer")
        )
    }

    private static func person(_ body: inout JSONBody) -> PersonQuery {
        let name = body.requiredString("name")
        let givenNames = body.string("givenNames")
        let birthDate = body.code("birthDate") { PartialDate($0) }
        let sex = body.code("sex") { PersonQuery.Sex(rawValue: $0) }
        let nationalities = body.strings("nationalities").compactMap { code -> Country? in
            if let country = Country(code) { return country }
            body.note("nationalities", "unknown-code", code)
            return nil
        }
        return PersonQuery(
            name: name, givenNames: givenNames, birthDate: birthDate, sex: sex, nationalities: nationalities
        )
    }
}
