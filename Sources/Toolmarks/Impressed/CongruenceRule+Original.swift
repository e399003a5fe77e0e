extension CongruenceRule {
    /// What the original rule says of each cell: Song (2013).
    ///
    /// Each cell stands with the rotation that fits it best; a cell is congruent when its shift and rotation lie near the
    /// medians of all cells that were found, and its correlation is high enough. The order in which reasons are
    /// looked for is: correlation, rotation, position.
    ///
    /// - Parameter best: for each cell its best finding, nil when it was found nowhere.
    func originalVerdicts(_ best: [CellFinding?]) -> [CellVerdict] {
        let found = best.compactMap { $0 }
        guard let x = Median.of(found.map(\.shift.x)), let y = Median.of(found.map(\.shift.y)),
            let rotation = Median.ofDirections(found.map(\.rotation))
        else { return best.map { _ in .noOverlap } }
        return best.map { finding in
            guard let finding else { return .noOverlap }
            if finding.correlation < minimumCorrelation { return .correlationTooLow }
            if abs(RotationSweep.difference(finding.rotation, rotation)) > rotationTolerance { return .otherRotation }
            return isNear(finding.shift, Place(x: x, y: y)) ? .congruent : .otherPosition
        }
    }

    /// Whether two shifts lie within the tolerance along each axis.
    func isNear(_ one: Place, _ other: Place) -> Bool {
        abs(one.x - other.x) <= positionTolerance && abs(one.y - other.y) <= positionTolerance
    }
}
