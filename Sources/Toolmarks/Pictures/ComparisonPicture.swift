public import Surfaces

/// Two impressed marks side by side, with their cells.
///
/// On the left the first mark, on the right the second, turned so that both lie alike. Congruent cells are filled and
/// numbered alike on both sides, where the registration has them; others say why they do not count.
public struct ComparisonPicture: Sendable {
    private let surfaces: (SurfaceMap, SurfaceMap)
    private let marks: (PreparedMark, PreparedMark)
    private let names: (String, String)
    private let comparison: MarkComparison
    private let rule: CongruenceRule
    private let side: Int

    /// - Parameters:
    ///   - surfaces: the surfaces that were compared.
    ///   - marks: what was made of them.
    ///   - names: what they are called in the picture.
    ///   - side: the longer side of each mark, pixels.
    public init(
        surfaces: (SurfaceMap, SurfaceMap),
        marks: (PreparedMark, PreparedMark),
        names: (String, String),
        comparison: MarkComparison,
        rule: CongruenceRule,
        side: Int = 720
    ) {
        self.surfaces = surfaces
        self.marks = marks
        self.names = names
        self.comparison = comparison
        self.rule = rule
        self.side = side
    }

    /// Draws it. Throws `badSetting` for a side outside 16 to 20,000 pixels.
    public func draw() throws(SurfacesError) -> Picture {
        let registration = comparison.registration ?? Registration(rotation: 0, shift: Place(x: 0, y: 0))
        let turned = marks.1.turned(surfaces.1, by: registration.rotation)
        let extent = [surfaces.0, turned].map { max($0.extentX, $0.extentY) }
        let largest = max(extent[0], extent[1])
        func rendering(_ index: Int, _ title: String) -> SurfaceRendering {
            SurfaceRendering(
                longestSide: max(16, Int(Double(side) * extent[index] / largest)),
                title: title
            )
        }
        var left = try rendering(0, "A  \(names.0)").draw(surfaces.0)
        let turn = "\((registration.rotation * 10).rounded() / 10)"
        var right = try rendering(1, "B  \(names.1), turned by \(turn) degrees").draw(turned)
        let onSecond = Turn(degrees: registration.rotation)
        let middleOfTurned = PlanePoint(
            x: Double(turned.columns - 1) / 2 * turned.pitchX,
            y: Double(turned.rows - 1) / 2 * turned.pitchY
        )
        for (index, cell) in comparison.forward.cells.enumerated() {
            let status = status(index)
            let centre = PlanePoint(x: marks.0.centre.x + cell.place.x, y: marks.0.centre.y + cell.place.y)
            left.drawCell(at: centre, size: cell.size, degrees: 0, status: status, label: "\(index + 1)")
            guard let finding = cell.finding, status.isFoundAgain else { continue }
            // Where the cell was found, brought to the plane of the registration.
            let onMark = Turn(degrees: finding.rotation).unturned(cell.place + finding.shift)
            let place = onSecond.turned(onMark)
            let middle = PlanePoint(x: middleOfTurned.x + place.x, y: middleOfTurned.y + place.y)
            right.drawCell(
                at: middle,
                size: cell.size,
                degrees: registration.rotation - finding.rotation,
                status: status,
                label: "\(index + 1)"
            )
        }
        let both = Picture.beside([left.picture, right.picture])
        return Picture.stacked([both, legend(width: both.width)]).padded(left: 12, top: 12, right: 12, bottom: 12)
    }

    private func status(_ index: Int) -> CellStatus {
        CellStatus(
            comparison.forward.cells[index],
            isRegistered: comparison.agreement?.forward[index] ?? false,
            registration: comparison.registration,
            rule: rule
        )
    }

    private func legend(width: Int) -> Picture {
        var picture = Picture(width: width, height: 24 * CellStatus.allCases.count + 60)
        let counted = comparison.forward.cells.indices.map { status($0) }
        for (line, status) in CellStatus.allCases.enumerated() {
            let y = Double(line * 24 + 14)
            picture.fillRectangle(PicturePoint(8, y - 7), width: 18, height: 14, status.colour)
            let count = counted.count(where: { $0 == status })
            picture.drawText(
                "\(count) of A's cells: \(status.explanation(rule))",
                at: PicturePoint(36, y),
                size: 16,
                anchor: .left
            )
        }
        let bottom = Double(24 * CellStatus.allCases.count + 24)
        picture.drawText(
            "Both directions: \(comparison.registeredCount) registered, \(comparison.originalCount) by the original rule, "
                + "\(comparison.highCount) high; \(comparison.usableCount) usable",
            at: PicturePoint(8, bottom),
            size: 16,
            anchor: .left,
            bold: true
        )
        return picture
    }
}
