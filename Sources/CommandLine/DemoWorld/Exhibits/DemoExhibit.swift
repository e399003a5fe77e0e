import Firearms
import Registry
import Toolmarks

/// An exhibit of the demo world: what is stated, and which invented tool left its marks.
struct DemoExhibit: Sendable {
    /// What left a mark: a breech face, or the barrel whose lands are scanned.
    enum Tool: Sendable {
        /// A breech face by its class and seed, and the firing, counted from 0.
        case breechFace(ToolClass, seed: UInt64, firing: Int)
        /// Land engraved areas of a barrel by its seed, and the bullet.
        case lands(barrel: UInt64, bullet: UInt64, count: Int)
    }

    /// Label on the bag.
    let label: String
    let calibre: String
    let ammunition: String
    let tool: Tool
    /// Whether the laboratory fired it from a firearm it holds.
    var isTestFire = false
    var circumstances = FindingCircumstances()
    /// Whether other countries may compare it.
    var submission = Exhibit.Submission.submitted
    var handling = HandlingLevel.officialUseOnly
    var hiddenFrom: [String] = []

    /// What the laboratory enters.
    var content: ExhibitContent {
        var content = ExhibitContent(kind: kind)
        content.label = label
        content.calibre = calibre
        content.ammunition = ammunition
        content.isTestFire = isTestFire
        content.circumstances = circumstances
        content.handling = handling
        content.hiddenFrom = hiddenFrom.compactMap { Country($0) }
        switch tool {
        case .breechFace(let toolClass, _, _):
            content.characteristics.firingPinShape = .circular
            content.characteristics.breechFaceClass = .init(rawValue: toolClass.rawValue)
        case .lands(_, _, let count):
            content.characteristics.lands = count
            content.characteristics.twist = .right
        }
        return content
    }

    private var kind: ExhibitKind {
        switch tool {
        case .breechFace: .cartridgeCase
        case .lands: .bullet
        }
    }
}

/// A case of the demo world.
struct DemoCase: Sendable {
    let bureau: String
    let reference: String
    let title: String
    let laboratory: String
    let kind: EventKind
    let from: String
    var until: String?
    let locality: String
    let latitude: Double
    let longitude: Double
    let exhibits: [DemoExhibit]

    /// The event of the case.
    var event: EventContent {
        var event = EventContent(kind: kind)
        event.from = CalendarDate(from)
        event.until = until.flatMap { CalendarDate($0) }
        event.country = Country(bureau)
        event.locality = locality
        event.coordinates = Coordinates(latitude: latitude, longitude: longitude)
        return event
    }
}
