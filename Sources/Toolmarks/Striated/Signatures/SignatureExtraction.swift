/// How a signature is taken from a scan of a striated mark; lengths are micrometres.
///
/// Extraction is a value: it can be listed, stored beside a result and repeated. The same scan and the same settings give
/// the same bits on every machine.
public struct SignatureExtraction: Sendable, Hashable, Codable {
    /// How groove shoulders are found.
    public var shoulders: ShoulderMethod
    /// Which cross-cuts count.
    public var crossCuts: CrossCutChoice
    /// Height of one cross-cut along the striae.
    public var step: Double
    /// Waves shorter than this are taken away.
    public var shortCutoff: Double
    /// Waves longer than this are taken away.
    public var longCutoff: Double

    /// Sets the extraction; the defaults are those for lands.
    public init(
        shoulders: ShoulderMethod = .growth,
        crossCuts: CrossCutChoice = .consensus,
        step: Double = 25,
        shortCutoff: Double = 5,
        longCutoff: Double = 250
    ) {
        self.shoulders = shoulders
        self.crossCuts = crossCuts
        self.step = step
        self.shortCutoff = shortCutoff
        self.longCutoff = longCutoff
    }

    /// For land engraved areas of bullets: groove shoulders are cut away.
    public static let land = SignatureExtraction()

    /// For firing-pin drags, aperture shears and marks of tools: the whole width is the mark.
    public static let toolmark = SignatureExtraction(shoulders: .none)

    func check() throws(ToolmarksError) {
        func require(_ isRight: Bool, _ subject: String, _ advice: String) throws(ToolmarksError) {
            guard isRight else { throw ToolmarksError(.invalidParameter, subject: subject, advice: advice) }
        }
        try require(
            step > 0 && step <= 10_000, "step", "give a height of a cross-cut above 0, up to 10,000 micrometres")
        try require(
            shortCutoff > 0 && shortCutoff < longCutoff && longCutoff <= 100_000,
            "cut-off",
            "give two wavelengths in micrometres, the short one first"
        )
    }
}
