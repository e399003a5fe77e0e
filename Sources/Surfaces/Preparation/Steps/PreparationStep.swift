/// One step of a preparation with all its settings; lengths are micrometres.
public enum PreparationStep: Sendable, Hashable {
    /// Keeps an upright rectangle.
    case crop(PlaneRectangle)
    /// Makes everything outside a region missing.
    case mask(MaskShape)
    /// Drops rows and columns at the borders that hold no value.
    case trim
    /// Makes points missing that lie within a distance of a missing one.
    case erode(distance: Double)
    /// Finds the mark on a primer and makes everything else missing.
    case findMark(BreechFaceFinder)
    /// Takes away spikes and drop-outs.
    case removeOutliers(OutlierRemoval)
    /// Takes away tilt, dome or a polynomial.
    case level(Levelling)
    /// Keeps a band of wavelengths.
    case filter(SurfaceFilter)
    /// Brings the surface to another distance between points.
    case resample(Resampling)

    /// The stable name of the kind of step.
    public var name: String {
        switch self {
        case .crop: "crop"
        case .mask: "mask"
        case .trim: "trim"
        case .erode: "erode"
        case .findMark: "find-mark"
        case .removeOutliers: "remove-outliers"
        case .level: "level"
        case .filter: "filter"
        case .resample: "resample"
        }
    }

    /// The code that does the step.
    var operation: any PreparationOperation {
        switch self {
        case .crop(let rectangle): Crop(rectangle: rectangle)
        case .mask(let shape): Masking(shape: shape)
        case .trim: Trim()
        case .erode(let distance): Erosion(distance: distance)
        case .findMark(let finder): finder
        case .removeOutliers(let removal): removal
        case .level(let levelling): levelling
        case .filter(let filter): filter
        case .resample(let resampling): resampling
        }
    }
}

extension PreparationStep: Codable {
    private enum Key: String, CodingKey { case step, settings }

    /// Reads the form `{"step": name, "settings": {...}}`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let name = try container.decode(String.self, forKey: .step)
        switch name {
        case "crop": self = .crop(try container.decode(PlaneRectangle.self, forKey: .settings))
        case "mask": self = .mask(try container.decode(MaskShape.self, forKey: .settings))
        case "trim": self = .trim
        case "erode": self = .erode(distance: try container.decode(Double.self, forKey: .settings))
        case "find-mark": self = .findMark(try container.decode(BreechFaceFinder.self, forKey: .settings))
        case "remove-outliers":
            self = .removeOutliers(try container.decode(OutlierRemoval.self, forKey: .settings))
        case "level": self = .level(try container.decode(Levelling.self, forKey: .settings))
        case "filter": self = .filter(try container.decode(SurfaceFilter.self, forKey: .settings))
        case "resample": self = .resample(try container.decode(Resampling.self, forKey: .settings))
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .step,
                in: container,
                debugDescription: "There is no preparation step named \"\(name)\"."
            )
        }
    }

    /// Writes the form `{"step": name, "settings": {...}}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .step)
        switch self {
        case .crop(let rectangle): try container.encode(rectangle, forKey: .settings)
        case .mask(let shape): try container.encode(shape, forKey: .settings)
        case .trim: break
        case .erode(let distance): try container.encode(distance, forKey: .settings)
        case .findMark(let finder): try container.encode(finder, forKey: .settings)
        case .removeOutliers(let removal): try container.encode(removal, forKey: .settings)
        case .level(let levelling): try container.encode(levelling, forKey: .settings)
        case .filter(let filter): try container.encode(filter, forKey: .settings)
        case .resample(let resampling): try container.encode(resampling, forKey: .settings)
        }
    }
}
