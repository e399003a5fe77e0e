public import Firearms

/// A motor vehicle on record.
public struct Vehicle: RecordedObject {
    /// The vehicle identification number, as read.
    public var vin: String?
    /// The registration plate, as read.
    public var plate: String?
    /// The country whose plate it is.
    public var plateCountry: Country?
    /// The number on the engine, as read.
    public var engine: String?
    /// Make, as written.
    public var make: String?
    /// Model, as written.
    public var model: String?
    /// Colour, as written.
    public var colour: String?
    /// The model year.
    public var year: Int?

    /// States a vehicle; `VehicleService.create` checks it.
    public init(
        vin: String? = nil, plate: String? = nil, plateCountry: Country? = nil, engine: String? = nil,
        make: String? = nil, model: String? = nil, colour: String? = nil, year: Int? = nil
    ) {
        self.vin = vin
        self.plate = plate
        self.plateCountry = plateCountry
        self.engine = engine
        self.make = make
        self.model = model
        self.colour = colour
        self.year = year
    }
}

/// Why a vehicle is on record.
public enum VehicleClass: String, Sendable, Hashable, Codable, CaseIterable {
    case stolen
    /// Looked for in an investigation.
    case sought
}

/// A record of a vehicle.
public typealias VehicleRecord = ObjectRecord<Vehicle>
/// What people do with records of vehicles.
public typealias VehicleService = ObjectService<Vehicle>
