public import Firearms
import Foundation

/// The land borders between countries and territories, as lines on the globe.
///
/// From Natural Earth 4.1.0 at 1:10 million, simplified to about a kilometre: a distance is good to some two kilometres.
/// The lines show who administers a place, and say nothing of who is entitled to it. Borders at sea are not among them.
/// `scripts/make-borders` makes the file.
public struct LandBorders: Sendable {
    /// A stretch of border with the countries on its two sides.
    struct Line: Sendable {
        /// One or two; fewer where a side has no code of ISO 3166-1.
        let countries: [Country]
        /// Points of the unit sphere, close enough to each other that the chord between two is as good as the arc.
        let points: [SIMD3<Double>]
        /// The middle of the points, and the farthest of them from it: most lines are passed over by these alone.
        let centre: SIMD3<Double>
        let radius: Double
    }

    let lines: [Line]
    private let neighbours: [Country: Set<Country>]

    /// The borders that come with the program.
    public static let world = LandBorders()

    init(lines: [Line]) {
        self.lines = lines
        neighbours = lines.reduce(into: [:]) { neighbours, line in
            for country in line.countries { neighbours[country, default: []].formUnion(line.countries) }
        }
    }

    /// The countries that touch a country on land, in the order of their codes; none for an island.
    public func neighbours(of country: Country) -> [Country] {
        (neighbours[country] ?? []).subtracting([country]).sorted()
    }

    /// Whether a border lies between two countries.
    public func between(_ one: Country, _ other: Country) -> BorderBetween {
        if one == other { return .none }
        return neighbours[one]?.contains(other) == true ? .shared : .apart
    }
}

/// Whether a border lies between two countries.
public enum BorderBetween: String, Sendable, Hashable, Codable, CaseIterable {
    /// They are one country.
    case none
    /// They touch: one border lies between them.
    case shared
    /// They do not touch on land.
    case apart
}

extension LandBorders {
    /// Reads the module's file, which is part of the program: without it the program must not run.
    private init() {
        guard let url = Bundle.module.url(forResource: "land-borders", withExtension: "csv", subdirectory: "Resources"),
            let data = try? Data(contentsOf: url)
        else { fatalError("Resources/land-borders.csv of the module Registry is missing; install the program again.") }
        self.init(lines: data.split(separator: UInt8(ascii: "\n")).compactMap { Line(Array($0)) })
    }
}

extension LandBorders.Line {
    /// Reads `country,country,line`; nil for comments and for the names of the columns.
    init?(_ row: [UInt8]) {
        let fields = row.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard fields.count == 3, row.first != UInt8(ascii: "#") else { return nil }
        let steps = fields[2].split(separator: UInt8(ascii: " ")).compactMap {
            Int(String(decoding: $0, as: UTF8.self))
        }
        guard steps.count > 3, steps.count.isMultiple(of: 2) else { return nil }
        var places: [(latitude: Double, longitude: Double)] = []
        var (latitude, longitude) = (0, 0)
        for place in stride(from: 0, to: steps.count, by: 2) {
            latitude += steps[place]
            longitude += steps[place + 1]
            places.append((Double(latitude) / 1_000, Double(longitude) / 1_000))
        }
        self.init(fields[0...1].compactMap { Country(String(decoding: $0, as: UTF8.self)) }, places)
    }

    /// A line straight on a map of degrees from place to place, as borders along a parallel are.
    init(_ countries: [Country], _ places: [(latitude: Double, longitude: Double)]) {
        var points: [SIMD3<Double>] = []
        for (here, there) in zip(places, places.dropFirst()) {
            let (north, east) = (there.latitude - here.latitude, there.longitude - here.longitude)
            let parts = max(1, (max(abs(north), abs(east)) / Self.longestStep).rounded(.up))
            for part in stride(from: 0, to: parts, by: 1) {
                let share = part / parts
                points.append(
                    .onSphere(latitude: here.latitude + share * north, longitude: here.longitude + share * east)
                )
            }
        }
        if let last = places.last { points.append(.onSphere(latitude: last.latitude, longitude: last.longitude)) }
        let sum = points.reduce(SIMD3(repeating: 0), +)
        let centre = points.isEmpty ? sum : sum / Double(points.count)
        self.countries = countries
        self.points = points
        self.centre = centre
        radius = points.map { ($0 - centre).length }.max() ?? 0
    }

    /// Degrees: the chord of a step this long runs less than a hundred metres below the ground.
    private static let longestStep = 0.5
}

extension SIMD3<Double> {
    /// The point of the unit sphere at a place, degrees.
    static func onSphere(latitude: Double, longitude: Double) -> Self {
        let radians = Double.pi / 180
        let level = cos(latitude * radians)
        return Self(level * cos(longitude * radians), level * sin(longitude * radians), sin(latitude * radians))
    }

    var length: Double { (self * self).sum().squareRoot() }
}
