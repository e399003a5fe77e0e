/// A mark with its scans and preparations: `GET /marks/{number}`.
struct MarkPage: Page {
    static let template = "mark"

    struct Finding: Sendable {
        /// `fatal` or `remark`.
        var tone: String
        var text: String
    }

    struct Scan: Sendable {
        var id: String
        var fileName: String
        var path: String
        var state: Badge
        var findings: [Finding]
        var picture: String?
        var markedPicture: String?
        var facts: [ExhibitPage.Fact]
        var time: TimeStamp
        var uploadedBy: String
        /// Marks with the very same file.
        var sameFile: [Link]
        /// Where its region is drawn; absent where the reader may not.
        var regionPath: String?
    }

    struct Link: Sendable {
        var text: String
        var path: String
    }

    struct Preparation: Sendable {
        var version: Int
        var isCurrent: Bool
        var thumbnail: String
        var time: TimeStamp
        var madeBy: String
        /// How the region was found.
        var region: String
        /// What was done, in a line.
        var steps: String
        var mayChoose: Bool
    }

    /// The preparation the mark is compared by.
    struct Current: Sendable {
        var version: Int
        var picture: String
        var regionPicture: String?
        var surfacePath: String
    }

    var number: String
    var label: String
    var kind: String
    var exhibit: String
    var exhibitPath: String
    var isWaiting: Bool
    var state: Badge
    var current: Current?
    var scans: [Scan]
    var preparations: [Preparation]
    /// Absent where the reader may not upload.
    var upload: ExhibitPage.Upload?
    var correlationPath: String
}

/// Drawing the region of a mark on its scan: `GET /marks/{number}/scans/{scan}/region`.
struct RegionPage: Page {
    static let template = "region"

    var number: String
    var label: String
    var markPath: String
    var action: String
    var picture: String
    /// Extent of the scan, micrometres, from the border of the first point to that of the last.
    var width: String
    var height: String
    /// Half a step of the scan along both axes: its first point lies so far from its border, micrometres.
    var insetX: String
    var insetY: String
    var shape: ChoiceField
    var x: TextField
    var y: TextField
    var radius: TextField
    /// Of a ring: the centre of its hole; that of the ring where nothing is said.
    var innerX: TextField
    var innerY: TextField
    var innerRadius: TextField
    /// The region that is in use, as JSON, where it is one that numbers do not describe.
    var drawn: String
    var errors: [FieldError] = []
}
