import Firearms
import Matching
import Storage
import Testing

@testable import Registry

@Suite("Records and checks of vehicles")
struct VehicleTests {
    /// A stolen car whose identification number has a right check digit.
    private static func car(
        vin: String? = "1M8GDM9AXKP042788", plate: String? = "BRA2E19", country: String? = "BR",
        engine: String? = "2TR8812345", make: String? = "Toyota", hiddenFrom: [String] = []
    ) -> ObjectContent<Vehicle> {
        let countries = hiddenFrom.compactMap { Country($0) }
        return ObjectContent(
            recordClass: .stolen,
            object: Vehicle(
                vin: vin, plate: plate, plateCountry: country.flatMap { Country($0) }, engine: engine, make: make
            ),
            hiddenFrom: countries.isEmpty ? nil : countries
        )
    }

    private static func reading(_ vehicle: Vehicle) -> CheckRequest {
        CheckRequest(vehicle: vehicle, purpose: .borderControl)
    }

    @Test(
        "a vehicle is found by each of its numbers, also misread",
        arguments: [
            (Vehicle(vin: "1M8GDM9AXKP042788"), 0.99), (Vehicle(vin: "1M8GDM9AXKPO4Z788"), 0.9),
            (Vehicle(plate: "bra-2e19", plateCountry: Country("BR")), 0.95), (Vehicle(plate: "8RA2E19"), 0.0),
            (Vehicle(engine: "2TR8812345"), 0.9), (Vehicle(plate: "BRA2E19", plateCountry: Country("AR")), 0.0),
        ]
    )
    func found(read: Vehicle, least: Double) async throws {
        let world = try await World()
        let record = try await world.registry.vehicles.create(Self.car(), try await world.desk("BR"))
        #expect(record.number == "BR-V-2026-000001")
        let check = try await world.registry.checks.check(Self.reading(read), try await world.officer("AR"))
        #expect(check.vehicles.map(\.record.number) == [record.number])
        #expect((check.vehicles.first?.score ?? 0) >= least, "\(String(describing: check.vehicles.first))")
    }

    @Test("another vehicle is not found, and a copied plate on another one says so")
    func otherNumbers() async throws {
        let world = try await World()
        _ = try await world.registry.vehicles.create(Self.car(), try await world.desk("BR"))
        let officer = try await world.officer("AR")
        let other = try await world.registry.checks.check(Self.reading(Vehicle(vin: "9BWZZZ377VT004251")), officer)
        #expect(other.vehicles.isEmpty)
        let copied = try await world.registry.checks.check(
            Self.reading(Vehicle(vin: "9BWZZZ377VT004251", plate: "BRA2E19")), officer
        )
        #expect(copied.vehicles.first?.reasons.map(\.code) == ["vin.differs", "plate.equal"])
    }

    @Test("a vehicle without a number is refused, and what else is wrong is named with it")
    func invalid() async throws {
        let world = try await World()
        var content = Self.car(vin: nil, plate: " ", engine: nil)
        content.object.year = 1800
        let wrong = content
        let desk = try await world.desk("BR")
        let refusal = await world.refusal { try await world.registry.vehicles.create(wrong, desk) }
        #expect(refusal?.failures.map(\.field) == ["vehicle.vin", "vehicle.year"])
        let officer = try await world.officer("AR")
        let check = await world.refusal {
            try await world.registry.checks.check(Self.reading(Vehicle(vin: "A")), officer)
        }
        #expect(check?.failures.map(\.field) == ["vehicle.vin"])
        let nothing = await world.refusal {
            try await world.registry.checks.check(CheckRequest(purpose: .borderControl), officer)
        }
        #expect(nothing?.failures.map(\.code) == ["nothing-to-check"])
    }

    @Test("the same vehicle twice in one bureau is refused with the first; a changed plate does not hide it")
    func duplicate() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let first = try await world.registry.vehicles.create(Self.car(), desk)
        let refusal = await world.refusal { try await world.registry.vehicles.create(Self.car(plate: "XYZ9A99"), desk) }
        #expect(refusal?.subject == first.number)
        _ = try await world.registry.vehicles.create(Self.car(vin: "9BWZZZ377VT004251"), desk)
    }

    @Test("an earlier check and a record of another bureau become hits; a hidden record tells nobody it is hidden from")
    func hits() async throws {
        let world = try await World()
        let officer = try await world.officer("AR")
        _ = try await world.registry.checks.check(
            Self.reading(Vehicle(plate: "BRA2E19", plateCountry: Country("BR"))), officer
        )
        let record = try await world.registry.vehicles.create(Self.car(), try await world.desk("BR"))
        _ = try await world.registry.vehicles.create(Self.car(), try await world.desk("CL"))
        try await world.match()
        #expect(try await world.registry.hits.worklist(officer).map(\.record.number).contains(record.number))
        #expect(try await world.registry.hits.worklist(try await world.desk("CL")).count == 2)
        let hidden = try await World()
        let argentine = try await hidden.officer("AR")
        _ = try await hidden.registry.checks.check(Self.reading(Vehicle(vin: "1M8GDM9AXKP042788")), argentine)
        _ = try await hidden.registry.vehicles.create(Self.car(hiddenFrom: ["AR"]), try await hidden.desk("BR"))
        try await hidden.match()
        #expect(try await hidden.registry.hits.worklist(argentine).isEmpty)
        let again = try await hidden.registry.checks.check(Self.reading(Vehicle(vin: "1M8GDM9AXKP042788")), argentine)
        #expect(again.candidateCount == 0)
    }
}
