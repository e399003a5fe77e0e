public import Surfaces
public import Storage
public import Toolmarks

/// How a preparation was made, kept beside it so that it can be read and repeated.
public struct PreparationRecord: Sendable, Hashable, Codable {
    /// The region drawn by hand; nil where the mark was searched for.
    public var region: MaskShape?
    /// Where the first point of the prepared surface lies on the scan, micrometres.
    public var origin: PlanePoint
    /// The border of the mark that the search found, micrometres on the scan.
    public var edge: PlaneCircle?
    /// The firing-pin hole that the search found.
    public var hole: PlaneCircle?
    /// What was done, step by step; empty where the scan was compared as it came.
    public var steps: [StepRecord]
    /// Striated marks: how the signature was found.
    public var signature: SignatureFinding?
    /// A picture of the scan on which everything outside the region is tinted, PNG.
    public var regionPicture: BlobHash?
}

extension MarkPreparation {
    /// How it was made.
    /// - Throws: `DecodingError` where the stored text is none of ours.
    public var record: PreparationRecord {
        get throws { try DocumentCoding.value(PreparationRecord.self, from: document) }
    }
}
