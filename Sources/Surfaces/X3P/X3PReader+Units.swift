extension X3PReader {
    /// Increments above this many metres are no distance between the points of a microscope.
    private static let largestIncrement = 1e-2

    /// Finds out whether lengths are in metres, as the standard requires, or in micrometres, as some programs write.
    ///
    /// Along x and y an increment above a centimetre cannot be metres. Heights cannot be metres when the middle 90 % of
    /// them span more than the surface is long.
    mutating func units(of document: X3PDocument) -> X3PUnits {
        var units = X3PUnits.metres
        let steps = Self.steps(document)
        if let largest = steps.max(), largest > Self.largestIncrement {
            units.lateralIsMicrometres = true
            warn(
                .unitsCorrected,
                "CX, CY",
                "Increments of \(document.axes.x.increment) and \(document.axes.y.increment) cannot be metres; "
                    + "they were taken as micrometres."
            )
        }
        let lateral = Self.length(document) * units.lateralFactor * 1e-6
        let spread = Self.spread(document.z) * abs(document.axes.z.increment)
        if lateral > 0, spread > lateral {
            units.heightIsMicrometres = true
            warn(
                .unitsCorrected,
                "CZ",
                "Heights that span \(FixedNumber.short(spread)) on a surface of \(FixedNumber.short(lateral)) m cannot be "
                    + "metres; they were taken as micrometres."
            )
        }
        return units
    }

    /// The distances between neighbouring points as stated, along each direction that has neighbours.
    private static func steps(_ document: X3PDocument) -> [Double] {
        guard case .matrix(let columns, let rows, _) = document.dimensions else {
            return [document.x, document.y].compactMap { $0.map(range) }.map { $0 / Double(document.dimensions.count) }
        }
        var steps: [Double] = []
        let axes = document.axes
        if columns > 1 {
            let stored = document.x.map { range($0) / Double(columns - 1) } ?? 1
            steps.append(abs(axes.x.increment) * stored)
        }
        if rows > 1 {
            let stored = document.y.map { range($0) / Double(rows - 1) } ?? 1
            steps.append(abs(axes.y.increment) * stored)
        }
        return steps
    }

    /// The longer side of the surface in the units of the file.
    private static func length(_ document: X3PDocument) -> Double {
        var (columns, rows) = (document.dimensions.count, 1)
        if case .matrix(let x, let y, _) = document.dimensions { (columns, rows) = (x, y) }
        let alongX = (document.x.map(range) ?? Double(columns - 1)) * abs(document.axes.x.increment)
        let alongY = (document.y.map(range) ?? Double(rows - 1)) * abs(document.axes.y.increment)
        return max(alongX, alongY)
    }

    private static func range(_ values: X3PValues) -> Double {
        var (lowest, highest) = (Double.infinity, -Double.infinity)
        for index in 0..<values.count where values[index].isFinite {
            lowest = min(lowest, values[index])
            highest = max(highest, values[index])
        }
        return lowest < highest ? highest - lowest : 0
    }

    /// The span of the middle 90 % of some 4,000 values taken at equal distances.
    private static func spread(_ values: X3PValues) -> Double {
        let step = max(1, values.count / 4_001)
        let sample = stride(from: 0, to: values.count, by: step).map { values[$0] }.filter(\.isFinite).sorted()
        guard sample.count > 1 else { return 0 }
        return sample[sample.count - 1 - sample.count / 20] - sample[sample.count / 20]
    }
}
