public import Surfaces
public import Toolmarks

/// What a scan's file holds.
public struct ScanDescription: Sendable, Hashable, Codable {
    /// The kind of file, such as `x3p`.
    public var format: String
    /// What the values mean: `height` or `reflectance`.
    public var values: String
    /// Points along x.
    public var columns: Int
    /// Points along y.
    public var rows: Int
    /// Distance between columns, micrometres.
    public var pitchX: Double
    /// Distance between rows, micrometres.
    public var pitchY: Double
    /// The part of the points that was measured, 0...1.
    public var validShare: Double
    /// The lowest value, micrometres for heights.
    public var lowest: Double
    /// The highest value.
    public var highest: Double
    /// How far whoever sent it has prepared it; nil for striated marks, which are compared as measured.
    public var stage: ScanState.Stage?
    /// What the file says about the measurement; nil where it says nothing.
    public var metadata: SurfaceMetadata?

    init(_ map: SurfaceMap, format: String, metadata: SurfaceMetadata?, stage: ScanState.Stage?) {
        self.format = format
        values = map.kind.rawValue
        columns = map.columns
        rows = map.rows
        pitchX = map.pitchX
        pitchY = map.pitchY
        validShare = map.validFraction
        lowest = map.range.map { Double($0.lowerBound) } ?? 0
        highest = map.range.map { Double($0.upperBound) } ?? 0
        self.stage = stage
        self.metadata = metadata
    }

    /// Extent of the scan, micrometres: from the border of the first point to that of the last.
    public var width: Double { Double(columns) * pitchX }
    /// The same along y.
    public var height: Double { Double(rows) * pitchY }

    /// Maker and model of the instrument, where the file names them.
    public var instrument: String? {
        let parts = [metadata?.manufacturer, metadata?.model].compactMap { $0 }
        return parts.isEmpty ? nil : String(parts.joined(separator: " ").prefix(200))
    }
}

/// What whoever uploads a scan states about a file that does not say it itself; plain matrices and pictures have neither
/// pitch nor unit.
public struct ScanReading: Sendable, Hashable, Codable {
    /// Micrometres between points, where the file does not state it.
    public var pitch: Double?
    /// Micrometres that one unit of a plain matrix stands for.
    public var heightUnit: Double?

    /// States nothing.
    public init() {}

    var failures: [FieldFailure] {
        [(pitch, "pitch"), (heightUnit, "heightUnit")].compactMap { value, field in
            guard let value, !(value.isFinite && value > 0 && value <= 1_000_000) else { return nil }
            return FieldFailure(
                field, "out-of-range", value: "\(value)", arguments: ["minimum": "0", "maximum": "1000000"]
            )
        }
    }
}
