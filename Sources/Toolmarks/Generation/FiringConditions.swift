/// How the firings of one generated tool differ from each other.
///
/// The defaults are set so that pairs of firings agree as those of the Fadul scans do: see `docs/mark-search.md`.
public struct FiringConditions: Hashable, Sendable, Codable {
    /// The spread (standard deviation) of the rotation, degrees; never more than one and a half times of it.
    public var rotationSpread = 10.0
    /// Whether the scan was put on the instrument in any direction; `rotationSpread` is then without effect.
    public var isAnyDirection = false
    /// The spread of the primer's place on the breech face along each axis, micrometres.
    public var centringSpread = 55.0
    /// How much of the relief, as a share of its variance, a hundred firings replace.
    public var wear = 0.2
    /// The probability that a part of the mark did not touch and is missing.
    public var missingProbability = 0.15
    /// The probability that the firing pin dragged over the mark and took a strip of it.
    public var dragProbability = 0.1
    /// The primer's own texture: 1 as on the Fadul scans, 0 none.
    public var primerTexture = 1.0
    /// The deviation of the instrument's noise at a pitch of 6.25 micrometres, micrometres.
    public var instrumentNoise = 0.06

    /// Conditions as on the Fadul scans.
    public init() {}
}
