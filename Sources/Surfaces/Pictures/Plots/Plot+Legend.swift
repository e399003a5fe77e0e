extension Plot {
    /// Draws the names of the series beside a sample of each into a corner.
    func drawLegend(_ corner: LegendPlace, _ frame: PlotFrame, _ picture: inout Picture) {
        let entries = zip(series, seriesColours).filter { !$0.0.name.isEmpty }
        guard !entries.isEmpty else { return }
        let size = PlotFrame.textSize
        let line = 24.0
        let widest = entries.map { Picture.textWidth($0.0.name, size: size) }.max() ?? 0
        let (width, height) = (widest + 58, line * Double(entries.count) + 10)
        let isLeft = corner == .upperLeft || corner == .lowerLeft
        let isUpper = corner == .upperLeft || corner == .upperRight
        let left = isLeft ? frame.left + 12 : frame.right - width - 12
        let top = isUpper ? frame.top + 12 : frame.bottom - height - 12
        picture.fillRectangle(PicturePoint(left, top), width: width, height: height, .white, opacity: 0.85)
        picture.drawRectangle(PicturePoint(left, top), width: width, height: height, .rule)
        for (index, (series, colour)) in entries.enumerated() {
            let y = top + 5 + line * (Double(index) + 0.5)
            let (start, end) = (PicturePoint(left + 10, y), PicturePoint(left + 40, y))
            switch series.style {
            case .points: picture.fillCircle(PicturePoint(left + 25, y), radius: 4, colour)
            case .dashes: picture.drawPath(PlotPath.dashes([start, end]), colour, width: 2.4)
            case .line, .steps: picture.drawLine(from: start, to: end, colour, width: 2.4)
            case .area:
                let corner = PicturePoint(start.x, y - 6)
                picture.fillRectangle(corner, width: 30, height: 12, colour, opacity: 0.25)
                picture.drawRectangle(corner, width: 30, height: 12, colour, line: 1.5)
            }
            picture.drawText(series.name, at: PicturePoint(left + 48, y), size: size, anchor: .left)
        }
    }
}
