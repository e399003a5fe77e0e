internal import CToolmarkKernels
public import Surfaces

/// A mark made ready to be screened against many: its coarse form at every rotation and shift along x.
public struct ScreeningQuery: Sendable {
    /// How it was made; candidates must have been made with the same pitch and cut-offs.
    public let settings: ScreeningSettings
    private let planes: ScreeningPlanes
    private let pointCount: Int
    /// Images for each frame that candidates may have, by its side in units of 64.
    private let images: [Int: [UInt64]]
    private let instructions: ToolmarkInstructions

    /// Brings a surface that is already levelled and filtered to the form of a query.
    ///
    /// `portable` leaves the processor's special instructions alone: slower, and the same to the bit. Throws as
    /// `ScreeningForm` does.
    public init(
        _ map: SurfaceMap,
        settings: ScreeningSettings = ScreeningSettings(),
        portable: Bool = false
    ) throws(ToolmarksError) {
        self.init(
            try ScreeningPlanes(map, angles: settings.rotations.angles, settings: settings),
            settings: settings,
            instructions: portable ? TOOLMARK_PORTABLE : toolmark_screen_instructions()
        )
    }

    init(_ planes: ScreeningPlanes, settings: ScreeningSettings, instructions: ToolmarkInstructions) {
        self.settings = settings
        self.planes = planes
        self.instructions = instructions
        var count = 0
        planes.points(of: 0, side: ScreeningForm.largestSide) { _, _, _ in count += 1 }
        pointCount = count
        // The frames of small and large primers; larger ones are rare and made when they are met.
        images = [
            1: ScreeningQuery.images(of: planes, side: 64, settings: settings),
            2: ScreeningQuery.images(of: planes, side: 128, settings: settings),
        ]
    }

    private static func images(of planes: ScreeningPlanes, side: Int, settings: ScreeningSettings) -> [UInt64] {
        var images: [UInt64] = []
        let reach = settings.reachPoints
        for plane in planes.angles.indices {
            for moved in -reach...reach {
                var image = ScreeningImage(side: side)
                planes.points(of: plane, side: side, moved: moved) { image.set(column: $0, row: $1, sign: $2) }
                images += image.bits
            }
        }
        return images
    }

    /// How well a candidate agrees.
    public func score(_ candidate: ScreeningForm) -> ScreeningScore {
        let reach = settings.reachPoints
        let side = candidate.side
        let images =
            self.images[side / 64] ?? ScreeningQuery.images(of: planes, side: side, settings: settings)
        let empty = [UInt64](repeating: 0, count: reach * side / 64)
        let half = candidate.bits.count / 2
        let padded = empty + candidate.bits[..<half] + empty + empty + candidate.bits[half...] + empty
        let smaller = min(pointCount, candidate.pointCount)
        let found = unsafe toolmark_screen(
            images,
            Int32(images.count / candidate.bits.count),
            padded,
            Int32(side),
            Int32(reach),
            Int32(max(1, (settings.minimumOverlap * Double(smaller)).rounded(.up))),
            instructions
        )
        guard found.image >= 0 else { return .none }
        let met = Int(found.met)
        let agreeing = met - Int(found.differing)
        return ScreeningScore(
            value: Double(agreeing - Int(found.differing)) / Double(met).squareRoot(),
            // The query was turned, the candidate is meant.
            rotation: -planes.angles[Int(found.image) / (2 * reach + 1)],
            points: met,
            agreement: Double(agreeing) / Double(met)
        )
    }
}
