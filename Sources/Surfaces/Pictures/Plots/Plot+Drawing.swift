extension Plot {
    private static let colours: [Colour] = [.blue, .vermilion, .green, .purple, .orange, .sky, .black]

    /// Draws the diagram.
    ///
    /// - Parameters:
    ///   - width: pixels, at least 200.
    ///   - height: pixels, at least 150.
    public func draw(width: Int = 800, height: Int = 600) -> Picture {
        let (width, height) = (max(200, width), max(150, height))
        let frame = PlotFrame(self, width: Double(width), height: Double(height))
        var picture = Picture(width: width, height: height)
        drawGrid(frame, &picture)
        // What lies outside the axes is drawn on a copy and cut off with it.
        var inner = picture
        for guide in guides { draw(guide, frame, &inner) }
        for (series, colour) in zip(series, seriesColours) { draw(series, colour, frame, &inner) }
        picture.copy(inner, left: frame.left, right: frame.right, top: frame.top, bottom: frame.bottom)
        picture.drawRectangle(
            PicturePoint(frame.left, frame.top),
            width: frame.right - frame.left,
            height: frame.bottom - frame.top,
            .quiet
        )
        drawLabels(frame, &picture)
        if let legend { drawLegend(legend, frame, &picture) }
        return picture
    }

    /// The colour of every series.
    var seriesColours: [Colour] {
        var next = 0
        return series.map { series in
            if let colour = series.colour { return colour }
            defer { next += 1 }
            return Self.colours[next % Self.colours.count]
        }
    }

    private func drawGrid(_ frame: PlotFrame, _ picture: inout Picture) {
        for value in frame.ticksX.values {
            let x = frame.place(PlotPoint(value, frame.y.lowerBound)).x
            picture.drawLine(from: PicturePoint(x, frame.top), to: PicturePoint(x, frame.bottom), .rule)
        }
        for value in frame.ticksY.values {
            let y = frame.place(PlotPoint(frame.x.lowerBound, value)).y
            picture.drawLine(from: PicturePoint(frame.left, y), to: PicturePoint(frame.right, y), .rule)
        }
    }

    private func drawLabels(_ frame: PlotFrame, _ picture: inout Picture) {
        let size = PlotFrame.textSize
        for (value, label) in zip(frame.ticksX.values, frame.ticksX.labels) {
            let x = frame.place(PlotPoint(value, 0)).x
            picture.drawText(label, at: PicturePoint(x, frame.bottom + 10), size: size, anchor: .top)
        }
        for (value, label) in zip(frame.ticksY.values, frame.ticksY.labels) {
            let y = frame.place(PlotPoint(0, value)).y
            picture.drawText(label, at: PicturePoint(frame.left - 8, y), size: size, anchor: .right)
        }
        let middleX = (frame.left + frame.right) / 2
        let middleY = (frame.top + frame.bottom) / 2
        let lowest = Double(picture.height)
        picture.drawText(x.label, at: PicturePoint(middleX, lowest - 12), size: size, anchor: .bottom)
        picture.drawText(y.label, at: PicturePoint(20, middleY), size: size, anchor: .centre, turned: true)
        picture.drawText(title, at: PicturePoint(middleX, 24), size: 20, anchor: .centre, bold: true)
    }

    private func draw(_ guide: PlotGuide, _ frame: PlotFrame, _ picture: inout Picture) {
        let ends =
            switch guide {
            case .vertical(let x): (PlotPoint(x, frame.y.lowerBound), PlotPoint(x, frame.y.upperBound))
            case .horizontal(let y): (PlotPoint(frame.x.lowerBound, y), PlotPoint(frame.x.upperBound, y))
            case .line(let start, let end): (start, end)
            }
        picture.drawPath(PlotPath.dashes([frame.place(ends.0), frame.place(ends.1)]), .quiet, width: 1.2)
    }

    private func draw(_ series: PlotSeries, _ colour: Colour, _ frame: PlotFrame, _ picture: inout Picture) {
        let width = 2.2
        switch series.style {
        case .points:
            for run in PlotPath.runs(series.points, frame) {
                for place in run { picture.fillCircle(place, radius: 3.4, colour, opacity: 0.75) }
            }
        case .line:
            picture.drawPath(PlotPath.runs(series.points, frame), colour, width: width)
        case .dashes:
            picture.drawPath(PlotPath.runs(series.points, frame).flatMap(PlotPath.dashes), colour, width: width)
        case .steps:
            picture.drawPath(PlotPath.runs(PlotPath.steps(series.points), frame), colour, width: width)
        case .area:
            let runs = PlotPath.runs(series.points, frame)
            let base = frame.place(PlotPoint(frame.x.lowerBound, max(frame.y.lowerBound, min(frame.y.upperBound, 0)))).y
            for run in runs {
                guard let first = run.first, let last = run.last else { continue }
                let corners = run + [PicturePoint(last.x, base), PicturePoint(first.x, base)]
                picture.fillPolygon(corners, colour, opacity: 0.25)
            }
            picture.drawPath(runs, colour, width: width)
        }
    }
}

extension Picture {
    /// Takes the pixels between four borders from another picture of the same size.
    fileprivate mutating func copy(_ other: Picture, left: Double, right: Double, top: Double, bottom: Double) {
        for row in max(0, Int(top))..<min(height, Int(bottom.rounded(.up))) {
            for column in max(0, Int(left))..<min(width, Int(right.rounded(.up))) {
                self[column, row] = other[column, row]
            }
        }
    }
}
