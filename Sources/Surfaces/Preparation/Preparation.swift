/// The steps that make a scan ready for comparison, in order.
///
/// A preparation is a value: it can be listed, stored as JSON beside the result, and repeated. The same scan and the
/// same steps give the same bits on every machine and any number of threads.
public struct Preparation: Sendable, Hashable, Codable {
    /// The steps in the order in which they are done.
    public var steps: [PreparationStep]

    /// A preparation from its steps.
    public init(_ steps: [PreparationStep]) { self.steps = steps }

    /// The published way to prepare a breech face: find the ring, level it, keep 16 to 500 micrometres, 6.25 micrometres
    /// between points (Song 2013; Tong et al. 2015; Zemmels et al. 2023).
    public static let breechFace = Preparation([
        .removeOutliers(OutlierRemoval()),
        .findMark(BreechFaceFinder()),
        .trim,
        .level(Levelling(.plane)),
        .filter(SurfaceFilter(shortCutoff: 16, longCutoff: 500)),
        .resample(Resampling(pitch: 6.25)),
    ])

    /// The same for the impression of the firing pin, whose bottom is round: a second-degree form is taken away, and the
    /// long cut-off is shorter because the mark is smaller.
    public static let firingPin = Preparation([
        .removeOutliers(OutlierRemoval()),
        .findMark(BreechFaceFinder(part: .firingPin)),
        .trim,
        .erode(distance: 50),
        .level(Levelling(.polynomial(degree: 2))),
        .filter(SurfaceFilter(shortCutoff: 16, longCutoff: 250, order: 1)),
        .trim,
        .resample(Resampling(pitch: 6.25)),
    ])

    /// A land engraved area to look at: the curvature of the bullet is taken away, 5 to 250 micrometres are kept. The
    /// comparison of bullets makes its own signatures from the scan as measured.
    public static let land = Preparation([
        .removeOutliers(OutlierRemoval()),
        .level(Levelling(.polynomial(degree: 2))),
        .filter(SurfaceFilter(shortCutoff: 5, longCutoff: 250, order: 1, robust: true)),
    ])

    /// The breech-face preparation with a mask drawn by a person in place of the search.
    public static func breechFace(mask: MaskShape) -> Preparation { breechFace.replacingSearch(by: mask) }

    /// The same steps with a mask drawn by a person in place of the search for the mark; where there is no search, the
    /// mask comes first.
    public func replacingSearch(by mask: MaskShape) -> Preparation {
        var found = false
        let steps = steps.map { step in
            guard case .findMark = step else { return step }
            found = true
            return PreparationStep.mask(mask)
        }
        return Preparation(found ? steps : [.mask(mask)] + steps)
    }

    /// Prepares a surface and records what each step did and found.
    ///
    /// - Throws: `badSetting` when a step's settings make no sense, before any step is done; `noValidPoints` when a step
    ///   leaves nothing to work on.
    public func apply(to map: SurfaceMap) throws(SurfacesError) -> PreparedSurface {
        for step in steps { try step.operation.check() }
        var state = PreparationState(map: map)
        var records: [StepRecord] = []
        var valid = map.validCount
        for step in steps {
            guard valid > 0 else { throw .emptySurface(step.name) }
            var notes = StepNotes()
            try step.operation.run(on: &state, notes: &notes)
            let left = state.map.validCount
            records.append(
                StepRecord(
                    step: step,
                    validBefore: valid,
                    validAfter: left,
                    findings: notes.findings,
                    remarks: notes.remarks
                )
            )
            valid = left
        }
        guard valid > 0 else { throw .emptySurface(steps.last?.name ?? "scan") }
        return PreparedSurface(
            surface: state.map,
            origin: state.origin,
            breechFace: state.breechFace,
            records: records
        )
    }
}

extension SurfacesError {
    /// No valid point is left at a step.
    static func emptySurface(_ place: String) -> SurfacesError {
        SurfacesError(
            code: .noValidPoints,
            place: place,
            detail: "No point holds a value. Check the scan, or widen the mask."
        )
    }
}
