import Firearms
import Identity

/// How checks are kept. The fields of a firearm stand beside the others, as they did before anything else could be
/// checked, so that checks of every age are read alike.
extension CheckRequest: Codable {
    private enum CodingKeys: String, CodingKey {
        case serial, document, vehicle, person, zone, purpose, place, device, operation, reference
    }

    /// Reads a stored check.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            firearm: container.contains(.serial) ? try FirearmQuery(from: decoder) : nil,
            document: try container.decodeIfPresent(DocumentQuery.self, forKey: .document),
            vehicle: try container.decodeIfPresent(Vehicle.self, forKey: .vehicle),
            person: try container.decodeIfPresent(PersonQuery.self, forKey: .person),
            zone: try container.decodeIfPresent(String.self, forKey: .zone),
            purpose: try container.decode(Purpose.self, forKey: .purpose),
            place: try container.decodeIfPresent(String.self, forKey: .place),
            device: try container.decodeIfPresent(String.self, forKey: .device),
            operation: try container.decodeIfPresent(String.self, forKey: .operation),
            reference: try container.decodeIfPresent(String.self, forKey: .reference)
        )
    }

    /// Writes the same fields as `storedText`.
    public func encode(to encoder: any Encoder) throws {
        try firearm?.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(document, forKey: .document)
        try container.encodeIfPresent(vehicle, forKey: .vehicle)
        try container.encodeIfPresent(person, forKey: .person)
        try container.encodeIfPresent(zone, forKey: .zone)
        try container.encode(purpose, forKey: .purpose)
        try container.encodeIfPresent(place, forKey: .place)
        try container.encodeIfPresent(device, forKey: .device)
        try container.encodeIfPresent(operation, forKey: .operation)
        try container.encodeIfPresent(reference, forKey: .reference)
    }

    /// The request as the JSON text that is stored, written directly because it is written with every check.
    var storedText: String {
        var writer = JSONWriter(capacity: 256)
        writer.put("serial", firearm?.serial)
        writer.put("make", firearm?.make)
        writer.put("model", firearm?.model)
        writer.put("calibre", firearm?.calibre)
        writer.put("type", firearm?.type?.rawValue)
        writer.put("country", firearm?.country?.code)
        if let document { writer.object("document") { document.write(to: &$0) } }
        if let vehicle { writer.object("vehicle") { vehicle.write(to: &$0) } }
        if let person { writer.object("person") { person.write(to: &$0) } }
        writer.put("zone", zone)
        writer.put("purpose", purpose.rawValue)
        writer.put("place", place)
        writer.put("device", device)
        writer.put("operation", operation)
        writer.put("reference", reference)
        return writer.finish()
    }
}

extension DocumentQuery {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.put("number", number)
        writer.put("type", type?.rawValue)
        writer.put("issuer", issuer)
    }
}

extension Vehicle {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.put("vin", vin)
        writer.put("plate", plate)
        writer.put("plateCountry", plateCountry?.code)
        writer.put("engine", engine)
        writer.put("make", make)
        writer.put("model", model)
        writer.put("colour", colour)
        writer.put("year", year)
    }
}

extension PersonQuery {
    /// The query as the JSON text that is stored for matching later; `DocumentCoding` reads it back.
    var storedText: String {
        var writer = JSONWriter(capacity: 128)
        write(to: &writer)
        return writer.finish()
    }

    fileprivate func write(to writer: inout JSONWriter) {
        writer.put("name", name)
        writer.put("givenNames", givenNames)
        writer.put("birthDate", birthDate?.description)
        writer.put("sex", sex?.rawValue)
        writer.put("nationalities", nationalities.map(\.code))
    }
}
