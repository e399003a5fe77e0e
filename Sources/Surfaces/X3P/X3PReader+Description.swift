extension X3PReader {
    mutating func feature(_ root: MarkupElement) throws(SurfacesError) -> X3PFeature {
        guard let text = root.text("Record1", "FeatureType") else {
            warn(.valueAssumed, "FeatureType", "The feature type is missing; a surface (SUR) is assumed.")
            return .surface
        }
        guard let feature = X3PFeature(rawValue: text.uppercased()) else {
            throw problem(.unsupported, "FeatureType", "The feature type '\(text.prefix(20))' is not SUR, PRF or PCL.")
        }
        return feature
    }

    func dimensions(_ root: MarkupElement, feature: X3PFeature) throws(SurfacesError) -> X3PDimensions {
        if let text = root.text("Record3", "ListDimension") {
            let count = try size(text, "ListDimension")
            guard count <= options.limits.points else { throw tooMany(text) }
            return .list(count)
        }
        guard let matrix = root.at("Record3", "MatrixDimension") else {
            throw problem(
                .malformed, "Record3", "Neither MatrixDimension nor ListDimension says how many points there are.")
        }
        let x = try size(matrix.text("SizeX"), "SizeX")
        let y = try matrix.text("SizeY") == nil && feature == .profile ? 1 : size(matrix.text("SizeY"), "SizeY")
        let z = try matrix.text("SizeZ") == nil ? 1 : size(matrix.text("SizeZ"), "SizeZ")
        let (plane, overflow) = x.multipliedReportingOverflow(by: y)
        let (count, more) = plane.multipliedReportingOverflow(by: z)
        guard !overflow, !more, count <= options.limits.points else { throw tooMany("\(x) x \(y) x \(z)") }
        return .matrix(x: x, y: y, z: z)
    }

    private func tooMany(_ size: String) -> SurfacesError {
        problem(
            .tooLarge,
            "Record3",
            "The file announces \(size.prefix(60)) points; at most \(options.limits.points) are read."
        )
    }

    private func size(_ text: String?, _ name: String) throws(SurfacesError) -> Int {
        guard let text else { throw problem(.malformed, name, "The number of points is missing.") }
        guard let number = Number.parse(text), let size = Int(exactly: number), size > 0 else {
            throw problem(.malformed, name, "'\(text.prefix(40))' is no number of points.")
        }
        return size
    }

    mutating func axes(
        _ root: MarkupElement,
        feature: X3PFeature,
        dimensions: X3PDimensions
    ) throws(SurfacesError) -> X3PAxes {
        guard let element = root.at("Record1", "Axes") ?? root.first("Record1") else {
            throw problem(.malformed, "Record1", "The axes are missing.")
        }
        var single = (x: false, y: false)
        if case .matrix(let x, let y, _) = dimensions { single = (x == 1, y == 1) }
        // The points of a list have no index to multiply; all their coordinates are stored.
        let isList = feature == .pointCloud
        return X3PAxes(
            x: try axis(element, "CX", incremental: !isList, needsIncrement: !single.x),
            y: try axis(element, "CY", incremental: !isList, needsIncrement: !single.y && feature != .profile),
            z: try axis(element, "CZ", incremental: false, needsIncrement: false),
            rotation: rotation(element)
        )
    }

    private mutating func axis(
        _ axes: MarkupElement,
        _ name: String,
        incremental: Bool,
        needsIncrement: Bool
    ) throws(SurfacesError) -> X3PAxis {
        let isHeight = name == "CZ"
        guard let element = axes.first(name) else {
            guard !needsIncrement || options.pitch != nil, !isHeight else {
                throw problem(.malformed, name, "The axis is missing from Record1.")
            }
            warn(.valueAssumed, name, "The axis is missing.")
            return X3PAxis(isIncremental: incremental, dataType: .float64, increment: pitchInMetres, offset: 0)
        }
        let kind = element.text("AxisType")?.uppercased()
        let isIncremental = !isHeight && (kind.map { $0.hasPrefix("I") } ?? incremental)
        let stated = element.text("DataType")
        let dataType = stated.flatMap(X3PDataType.init(reading:))
        if dataType == nil, isHeight || !isIncremental {
            guard stated == nil else {
                throw problem(.unsupported, name, "The data type '\(stated?.prefix(20) ?? "")' is not I, L, F or D.")
            }
            warn(.valueAssumed, name, "The data type is missing; D (binary64) is assumed.")
        }
        var increment = try number(element, "Increment", of: name)
        if isIncremental, needsIncrement, increment == nil || increment == 0 {
            guard options.pitch != nil else {
                throw problem(.malformed, name, "The increment is missing or zero; state the pitch when reading.")
            }
            warn(.pitchAssumed, name, "The increment is missing; the stated pitch was taken.")
            increment = pitchInMetres
        }
        if increment == nil, isHeight { warn(.valueAssumed, name, "The increment is missing; 1 is assumed.") }
        if increment == 0, !isIncremental {
            warn(.valueAssumed, name, "The increment is zero; 1 is assumed.")
            increment = 1
        }
        return X3PAxis(
            isIncremental: isIncremental,
            dataType: dataType ?? .float64,
            increment: increment ?? 1,
            offset: try number(element, "Offset", of: name) ?? 0
        )
    }

    private var pitchInMetres: Double { (options.pitch ?? 1) * 1e-6 }

    private func number(_ axis: MarkupElement, _ name: String, of place: String) throws(SurfacesError) -> Double? {
        guard let text = axis.text(name) else { return nil }
        guard let value = Number.parse(text), value.isFinite else {
            throw problem(.malformed, place, "\(name) '\(text.prefix(40))' is no finite number.")
        }
        return value
    }

    private mutating func rotation(_ axes: MarkupElement) -> [Double]? {
        guard let element = axes.first("Rotation") else { return nil }
        let names = (1...3).flatMap { row in (1...3).map { "r\(row)\($0)" } }
        let values = names.compactMap { element.text($0).flatMap(Number.parse) }
        guard values.count == 9, values.allSatisfy(\.isFinite) else {
            warn(.ignored, "Rotation", "The rotation is not made of nine numbers; it was passed over.")
            return nil
        }
        return values
    }
}
