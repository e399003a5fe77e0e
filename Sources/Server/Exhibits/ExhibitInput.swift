import Firearms
import Registry
import Storage
import Surfaces

/// Reads cases, events, exhibits, custody and regions from JSON bodies; the rules are the registry's.
enum ExhibitInput {
    static func caseContent(_ body: inout JSONBody) -> CaseContent {
        CaseContent(
            title: body.string("title") ?? "", laboratory: body.string("laboratory") ?? "",
            reference: body.string("reference"), summary: body.string("summary")
        )
    }

    static func event(_ body: inout JSONBody) -> EventContent {
        var event = EventContent(kind: body.requiredCode("kind") { EventKind(rawValue: $0) } ?? .other)
        event.from = body.code("from") { CalendarDate($0) }
        event.until = body.code("until") { CalendarDate($0) }
        event.country = body.code("country") { Country($0) }
        event.locality = body.string("locality")
        event.distanceToBorderKilometres = body.number("distanceToBorderKilometres")
        let (latitude, longitude) = (body.number("latitude"), body.number("longitude"))
        switch (latitude, longitude) {
        case (nil, nil): break
        case (let latitude?, let longitude?):
            event.coordinates = Coordinates(latitude: latitude, longitude: longitude)
            if event.coordinates == nil {
                body.note("latitude", "not-a-place", "\(latitude), \(longitude)")
            }
        default: body.note(latitude == nil ? "latitude" : "longitude", "required")
        }
        return event
    }

    static func exhibit(_ body: inout JSONBody) -> ExhibitContent {
        var content = ExhibitContent(
            kind: body.requiredCode("kind") { ExhibitKind(rawValue: $0) } ?? .cartridgeCase
        )
        content.isTestFire = body.boolean("testFire") ?? false
        content.calibre = body.string("calibre")
        content.characteristics = body.object("characteristics") { characteristics(&$0) } ?? ClassCharacteristics()
        content.ammunition = body.string("ammunition")
        content.firearmRecord = body.string("firearmRecord")
        content.label = body.string("label")
        content.remarks = body.string("remarks")
        content.circumstances = body.object("circumstances") { circumstances(&$0) } ?? FindingCircumstances()
        content.purpose = body.code("purpose") { Purpose(rawValue: $0) } ?? .forensics
        content.handling = body.code("handling") { HandlingLevel(rawValue: $0) } ?? .officialUseOnly
        content.hiddenFrom = body.strings("hiddenFrom").compactMap { code in
            if let country = Country(code) { return country }
            body.note("hiddenFrom", "unknown-code", code)
            return nil
        }
        content.retentionUntil = body.code("retentionUntil") { CalendarDate($0) }
        return content
    }

    private static func characteristics(_ body: inout JSONBody) -> ClassCharacteristics {
        var traits = ClassCharacteristics()
        traits.lands = body.integer("lands")
        traits.twist = body.code("twist") { ClassCharacteristics.Twist(rawValue: $0) }
        traits.landWidth = body.number("landWidth")
        traits.grooveWidth = body.number("grooveWidth")
        traits.firingPinShape = body.code("firingPinShape") { ClassCharacteristics.FiringPinShape(rawValue: $0) }
        traits.breechFaceClass = body.code("breechFaceClass") { ClassCharacteristics.BreechFaceClass(rawValue: $0) }
        traits.ejectorPosition = body.number("ejectorPosition")
        traits.extractorPosition = body.number("extractorPosition")
        return traits
    }

    private static func circumstances(_ body: inout JSONBody) -> FindingCircumstances {
        var found = FindingCircumstances()
        found.isFromBorderOfficers = body.boolean("borderOfficers") ?? false
        found.isFromSuspectedTrafficker = body.boolean("suspectedTrafficker") ?? false
        found.firearmsTogether = body.integer("firearmsTogether")
        found.isPossessorResidentElsewhere = body.boolean("possessorResidentElsewhere") ?? false
        return found
    }

    static func custody(_ body: inout JSONBody) -> (content: CustodyContent, happenedAt: Moment)? {
        let content = CustodyContent(
            kind: body.requiredCode("kind") { CustodyKind(rawValue: $0) } ?? .secured,
            person: body.requiredString("person"), place: body.string("place"), note: body.string("note")
        )
        return body.requiredCode("happenedAt") { Moment($0) }.map { (content, $0) }
    }

    /// A region drawn by hand; lengths are micrometres on the scan.
    static func region(_ body: inout JSONBody) -> MaskShape? {
        switch body.requiredString("shape") {
        case "circle": circle("circle", &body).map { .circle($0) }
        case "ring":
            if let outer = circle("outer", &body), let inner = circle("inner", &body) {
                .ring(outer: outer, inner: inner)
            } else {
                nil
            }
        case "polygon":
            .polygon(
                body.objects("corners") { corner in
                    PlanePoint(x: corner.number("x") ?? .nan, y: corner.number("y") ?? .nan)
                })
        case "bitmap":
            body.object("bitmap") { bitmap in
                MaskBitmap(
                    columns: bitmap.integer("columns") ?? 0, rows: bitmap.integer("rows") ?? 0,
                    runs: bitmap.integers("runs")
                )
            }.map { .bitmap($0) }
        case "": nil
        case let other:
            {
                body.note("shape", "unknown-code", other)
                return nil
            }()
        }
    }

    private static func circle(_ name: String, _ body: inout JSONBody) -> PlaneCircle? {
        let circle = body.object(name) { circle -> PlaneCircle? in
            guard let x = circle.number("x"), let y = circle.number("y"), let radius = circle.number("radius") else {
                return nil
            }
            return PlaneCircle(centre: PlanePoint(x: x, y: y), radius: radius)
        }
        if circle == nil { body.note(name, "required") }
        return circle
    }
}
