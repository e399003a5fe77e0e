import Firearms
import Testing

@testable import Registry

@Suite("Land borders")
struct LandBordersTests {
    private func country(_ code: String) throws -> Country { try #require(Country(code)) }

    private func nearest(_ latitude: Double, _ longitude: Double) throws -> LandBorders.Nearest {
        let place = try #require(Coordinates(latitude: latitude, longitude: longitude))
        return try #require(LandBorders.world.nearest(to: place))
    }

    @Test(
        "a place in a border town is some kilometres from a border of its country",
        arguments: [
            (-25.540, -54.584, "BR"), (-25.597, -54.578, "AR"), (-22.536, -55.726, "BR"), (-25.510, -54.611, "PY"),
            (-25.264, -57.576, "PY"), (31.869, 35.455, "JO"), (47.560, 7.588, "CH"),
        ]
    )
    func borderTowns(latitude: Double, longitude: Double, code: String) throws {
        let found = try nearest(latitude, longitude)
        #expect(found.kilometres < 12)
        #expect(found.countries.contains(try country(code)))
    }

    @Test("the distance from the 49th parallel is that along the meridian, in the middle of its long straight line too")
    func parallel() throws {
        for longitude in [-121.3, -110.25, -104.9, -97.6] {
            #expect(try nearest(49, longitude).kilometres < 1.5, "\(longitude)")
            let south = try nearest(48.5, longitude)
            #expect(abs(south.kilometres - 55.6) < 1.5, "\(longitude)")
            #expect(south.countries == [try country("CA"), try country("US")])
        }
    }

    @Test("inland and island places are far from every border")
    func inland() throws {
        #expect((600...1_100).contains(try nearest(-15.794, -47.882).kilometres))
        #expect(try nearest(18.0, -76.8).kilometres > 300)
    }

    @Test(
        "each country touches those it touches on land",
        arguments: [
            ("PY", "AR BO BR"), ("UY", "AR BR"), ("CL", "AR BO PE"), ("GF", "BR SR"), ("LS", "ZA"), ("JM", ""),
            ("SO", "DJ ET KE"), ("CU", ""),
        ]
    )
    func neighbours(code: String, others: String) throws {
        let found = LandBorders.world.neighbours(of: try country(code))
        #expect(found.map(\.code).joined(separator: " ") == others)
    }

    @Test("a border lies between two countries that touch, none inside one, and more than one between others")
    func between() throws {
        let (brazil, paraguay, chile) = (try country("BR"), try country("PY"), try country("CL"))
        #expect(LandBorders.world.between(brazil, paraguay) == .shared)
        #expect(LandBorders.world.between(paraguay, brazil) == .shared)
        #expect(LandBorders.world.between(brazil, chile) == .apart)
        #expect(LandBorders.world.between(try country("JM"), chile) == .apart)
        #expect(LandBorders.world.between(chile, chile) == .none)
    }

    @Test("the nearest point of a line may lie between its points, at its end, or beyond the meridian of 180 degrees")
    func lines() throws {
        let equator = LandBorders(lines: [LandBorders.Line([], [(0, 0), (0, 30)])])
        let degree = 111.195
        for (latitude, longitude, kilometres) in [(1.0, 15.0, degree), (-2, 29.9, 2 * degree), (0, 33, 3 * degree)] {
            let place = try #require(Coordinates(latitude: latitude, longitude: longitude))
            let found = try #require(equator.nearest(to: place))
            #expect(abs(found.kilometres - kilometres) < 0.1)
        }
        let dateLine = LandBorders(lines: [LandBorders.Line([], [(-1, 179.5), (1, 179.5)])])
        let place = try #require(Coordinates(latitude: 0, longitude: -179.5))
        #expect(abs(try #require(dateLine.nearest(to: place)).kilometres - degree) < 0.1)
        #expect(LandBorders(lines: []).nearest(to: place) == nil)
    }

    @Test(
        "rows that are no lines are passed over",
        arguments: ["", "# AR,BR,1 2 3 4", "country,country,line", "AR,BR,1 2"])
    func rows(text: String) {
        #expect(LandBorders.Line(Array(text.utf8)) == nil)
    }

    @Test("the distance is computed where the place is known, and stated elsewhere")
    func events() throws {
        var event = EventContent(kind: .shooting)
        #expect(event.border == nil)
        event.distanceToBorderKilometres = 300
        #expect(event.border == BorderDistance(kilometres: 300, countries: [], isComputed: false))
        event.coordinates = Coordinates(latitude: -22.536, longitude: -55.726)
        let border = try #require(event.border)
        #expect(border.isComputed && border.kilometres < 12)
        #expect(border.countries == [try country("BR"), try country("PY")])
        #expect(SubmissionRule.reasons(ExhibitContent(kind: .bullet), event: event) == [.nearBorder])
        event.coordinates = Coordinates(latitude: -15.794, longitude: -47.882)
        #expect(SubmissionRule.reasons(ExhibitContent(kind: .bullet), event: event).isEmpty)
    }
}
