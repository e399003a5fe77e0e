import Registry

/// What an examiner keeps of two marks, for the microscope's script.
struct MaterialWire: Encodable {
    /// A note at a place.
    struct Annotation: Encodable {
        var id: String
        /// `first` or `second`.
        var side: String
        /// Micrometres from the first point of that mark's surface.
        var x: Double
        var y: Double
        var text: String
    }

    /// A kept picture.
    struct Snapshot: Encodable {
        var id: String
        var path: String
        var caption: String
        var width: Int
        var height: Int
        var createdAt: String
    }

    var annotations: [Annotation]
    var snapshots: [Snapshot]

    /// - Parameter path: of the comparison's page.
    init(_ material: PairMaterial, path: String) {
        annotations = material.annotations.map {
            Annotation(id: "\($0.id)", side: $0.side.rawValue, x: $0.x, y: $0.y, text: $0.text)
        }
        snapshots = material.snapshots.map {
            Snapshot(
                id: "\($0.id)", path: "\(path)/snapshots/\($0.id)", caption: $0.caption, width: $0.width,
                height: $0.height, createdAt: TimeStamp("\($0.createdAt)").text
            )
        }
    }
}
