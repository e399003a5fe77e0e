internal import CToolmarkKernels

extension PreparedMark {
    /// How many cells meet enough measured points of another mark when laid on it.
    ///
    /// Cells that lie beside the other mark, or on a part of it that was not measured, can say nothing about the pair.
    func comparableCells(on other: PreparedMark, at registration: Registration) -> Int {
        let angles = search.rotations.angles
        let turns = angles.map { abs(RotationSweep.difference($0, registration.rotation)) }
        guard let index = turns.indices.min(by: { turns[$0] < turns[$1] }) else { return 0 }
        let turn = Turn(degrees: angles[index])
        // Cells of an exhaustive search stand at the fine pitch only.
        let isFine = search.depth == .exhaustive
        let pitch = search.finePitch * Double(isFine ? 1 : search.coarseFactor)
        let planes = isFine ? other.fine : other.coarse
        return unturned.cells.count { cell in
            guard let footprint = cell.footprints?.coarse else { return false }
            let shift = turn.turned(registration.onSecond(cell.place)) - cell.place
            let meeting = footprint.meetingPoints(
                planes,
                rotation: index,
                shiftX: Int((shift.x / pitch).rounded()),
                shiftY: Int((shift.y / pitch).rounded())
            )
            return Double(meeting) >= search.minimumOverlap * Double(footprint.points)
        }
    }
}

extension Footprint {
    /// How many points meet measured points of a plane at one shift.
    func meetingPoints(_ planes: TurnedPlanes, rotation: Int, shiftX: Int, shiftY: Int) -> Int {
        let middle = (planes.side - side) / 2
        let start = rotation * planes.side * planes.side
        var meeting = 0
        for pair in pairs {
            let row = top + middle + shiftY + Int(pair.offset) / windowColumns
            let column = left + middle + shiftX + Int(pair.offset) % windowColumns
            guard row >= 0, row < planes.side else { continue }
            for (step, isMeasured) in [(0, pair.mask & 0xFFFF != 0), (1, pair.mask >> 16 != 0)] {
                guard isMeasured, column + step >= 0, column + step < planes.side else { continue }
                if planes.values[start + row * planes.side + column + step] != TurnedPlanes.missing { meeting += 1 }
            }
        }
        return meeting
    }
}
