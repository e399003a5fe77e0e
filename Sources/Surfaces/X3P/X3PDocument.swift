/// Everything in an x3p file: points in their stored type, axes, records, mask and entries of others.
///
/// Source: ISO 25178-72:2017 (earlier ISO 5436-2), "x3p". Nothing is converted here; `surface()`, `profile()` and
/// `points()` give values in micrometres.
public struct X3PDocument: Sendable, Hashable {
    /// What the points are.
    public var feature: X3PFeature
    /// The axes as stated, with units as stated; see `units`.
    public var axes: X3PAxes
    /// The order of the points.
    public var dimensions: X3PDimensions
    /// Stored x coordinates; nil when x is incremental.
    public var x: X3PValues?
    /// Stored y coordinates; nil when y is incremental.
    public var y: X3PValues?
    /// Stored heights.
    public var z: X3PValues
    /// Which points are valid; nil when the file has no list of them. NaN is never valid.
    public var validity: [Bool]?
    /// Whether points are written as text in `main.xml` (`DataList`) and not as a binary entry.
    public var isTextual: Bool
    /// The units that lengths are really in, as found when reading.
    public var units: X3PUnits
    /// The whole description: Record1 to Record4 and what others added. Axes, dimensions and checksums in it are
    /// written anew from the values above.
    public var description: MarkupElement
    /// The entries of the archive that the format does not define, in their order.
    public var entries: [X3PEntry]
    /// What was not as it should be.
    public var warnings: [SurfaceWarning]

    /// Puts a document together.
    public init(
        feature: X3PFeature,
        axes: X3PAxes,
        dimensions: X3PDimensions,
        x: X3PValues? = nil,
        y: X3PValues? = nil,
        z: X3PValues,
        validity: [Bool]? = nil,
        isTextual: Bool = false,
        units: X3PUnits = .metres,
        description: MarkupElement = X3PDocument.emptyDescription,
        entries: [X3PEntry] = [],
        warnings: [SurfaceWarning] = []
    ) {
        self.feature = feature
        self.axes = axes
        self.dimensions = dimensions
        self.x = x
        self.y = y
        self.z = z
        self.validity = validity
        self.isTextual = isTextual
        self.units = units
        self.description = description
        self.entries = entries
        self.warnings = warnings
    }

    /// A description with the four records and nothing in them.
    public static let emptyDescription = MarkupElement(
        "p:ISO5436_2",
        attributes: [
            .init(name: "xmlns:p", value: "http://www.opengps.eu/2008/ISO5436_2"),
            .init(name: "xmlns:xsi", value: "http://www.w3.org/2001/XMLSchema-instance"),
            .init(
                name: "xsi:schemaLocation",
                value: "http://www.opengps.eu/2008/ISO5436_2 http://www.opengps.eu/2008/ISO5436_2/ISO5436_2.xsd"
            ),
        ],
        children: ["Record1", "Record2", "Record3", "Record4"].map { .element(MarkupElement($0)) }
    )
}
