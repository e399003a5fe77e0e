extension CongruenceRule {
    /// Which cells the high-CMC rule counts: Tong, Song, Chu (2015), doi:10.6028/jres.120.008.
    ///
    /// At each rotation the cells near the medians of that rotation are counted. A pair of one source shows a sharp peak
    /// over rotation: when all rotations with a count within `highMargin` of the largest span no more than
    /// `rotationTolerance`, the cells that are congruent at any of them count. Otherwise the rule says nothing (nil)
    /// and the original count stands.
    ///
    /// - Parameter findings: for each cell its findings in the order of the sweep.
    func highCongruent(_ findings: [[CellFinding?]], angles: [Double]) -> HighCells? {
        let perRotation = angles.indices.map { index in congruent(findings.map { $0.isEmpty ? nil : $0[index] }) }
        let counts = perRotation.map { $0.count(where: { $0 }) }
        guard let largest = counts.max(), largest > 0 else { return nil }
        let high = angles.indices.filter { counts[$0] >= largest - highMargin }
        let reference = angles[high[0]]
        let turns = high.map { RotationSweep.difference(angles[$0], reference) }
        guard let least = turns.min(), let most = turns.max(), most - least <= rotationTolerance else { return nil }
        return HighCells(
            cells: findings.indices.map { cell in high.contains { perRotation[$0][cell] } },
            rotation: reference + (least + most) / 2
        )
    }

    /// The cells of both directions when their high rotations are opposite; else nothing (Tong, Song, Chu 2015; Zemmels,
    /// VanderPlas, Hofmann 2023, doi:10.32614/RJ-2023-014).
    ///
    /// Laid the other way round the rotation of a pair of one source is the opposite one. A chance peak of one direction
    /// is rarely met by its opposite in the other.
    func highAgreement(_ forward: HighCells?, _ backward: HighCells?) -> (forward: [Bool]?, backward: [Bool]?) {
        guard let forward, let backward,
            abs(RotationSweep.difference(forward.rotation, -backward.rotation)) <= rotationTolerance
        else { return (nil, nil) }
        return (forward.cells, backward.cells)
    }

    /// The cells near the median shift of one rotation with enough correlation.
    private func congruent(_ findings: [CellFinding?]) -> [Bool] {
        let found = findings.compactMap { $0 }
        guard let x = Median.of(found.map(\.shift.x)), let y = Median.of(found.map(\.shift.y)) else {
            return findings.map { _ in false }
        }
        let middle = Place(x: x, y: y)
        return findings.map { finding in
            guard let finding else { return false }
            return finding.correlation >= minimumCorrelation && isNear(finding.shift, middle)
        }
    }
}

/// The cells of one direction that are congruent at its high rotations.
struct HighCells {
    let cells: [Bool]
    /// The middle of the high rotations, degrees.
    let rotation: Double
}
