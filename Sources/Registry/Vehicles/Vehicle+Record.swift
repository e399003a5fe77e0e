import Firearms
import Identity

extension Vehicle {
    /// Why vehicles are on record.
    public typealias Class = VehicleClass

    /// Vehicles.
    public static var kind: ObjectKind { .vehicle }

    var vinRead: VehicleIdentificationNumber? { vin.flatMap { VehicleIdentificationNumber($0) } }
    var plateRead: LicencePlate? { plate.flatMap { LicencePlate($0, country: plateCountry?.code) } }
    var engineRead: EngineNumber? { engine.flatMap { EngineNumber($0) } }

    /// The vehicle without empty texts.
    public func completed() -> Vehicle {
        var vehicle = self
        for path in [\Vehicle.vin, \.plate, \.engine, \.make, \.model, \.colour] {
            if vehicle[keyPath: path]?.allSatisfy(\.isWhitespace) == true { vehicle[keyPath: path] = nil }
        }
        return vehicle
    }

    /// What is wrong with it.
    public func failures(today: CalendarDate) -> [FieldFailure] {
        var failures: [FieldFailure] = []
        if vin == nil, plate == nil, engine == nil { failures.append(FieldFailure("vin", "nothing-to-find-it-by")) }
        failures += Self.numberFailures(vin, "vin", fewest: 5) { VehicleIdentificationNumber($0)?.text }
        failures += Self.numberFailures(plate, "plate", fewest: 2) { LicencePlate($0)?.text }
        failures += Self.numberFailures(engine, "engine", fewest: 4) { EngineNumber($0)?.text }
        for (text, field) in [(make, "make"), (model, "model"), (colour, "colour")] {
            failures += RecordValidation.textFailures(text, field, 200)
        }
        let nextYear = (Int(today.description.prefix(4)) ?? 9998) + 1
        if let year, !(1885...nextYear).contains(year) {
            failures.append(
                FieldFailure(
                    "year", "out-of-range", value: "\(year)", arguments: ["minimum": "1885", "maximum": "\(nextYear)"]
                )
            )
        }
        return failures
    }

    private static let mostCharacters = 40

    private static func numberFailures(
        _ text: String?, _ field: String, fewest: Int, _ read: (String) -> String?
    ) -> [FieldFailure] {
        guard let text else { return [] }
        let count = read(text)?.utf8.count ?? 0
        if count < fewest {
            return [FieldFailure(field, "too-few-known", value: text, arguments: ["minimum": "\(fewest)"])]
        }
        if count > mostCharacters {
            return [FieldFailure(field, "too-long", value: text, arguments: ["maximum": "\(mostCharacters)"])]
        }
        return RecordValidation.textFailures(text, field, 200)
    }

    /// A vehicle stands under each of its numbers.
    public var keys: [ObjectKey] {
        var keys: [ObjectKey] = []
        if let number = vinRead { keys.append(ObjectKey(.vehicleIdentification, number.folded)) }
        if let plate = plateRead { keys.append(ObjectKey(.plate, plate.folded)) }
        if let number = engineRead { keys.append(ObjectKey(.engine, number.folded)) }
        return keys
    }

    /// The vehicle's own number, else its plate, else that of its engine.
    public var title: String { vin ?? plate ?? engine ?? "" }

    /// The same identification number; where one has none, the same plate of the same country or the same engine.
    public func isSame(as other: Vehicle) -> Bool {
        if let mine = vinRead?.text, let theirs = other.vinRead?.text { return mine == theirs }
        if let mine = plateRead?.text, mine == other.plateRead?.text, plateCountry == other.plateCountry { return true }
        return engineRead != nil && engineRead == other.engineRead
    }

    /// The fields in which two vehicles differ.
    public func differences(from other: Vehicle) -> [String] {
        var fields: [String] = []
        func compare<Value: Equatable>(_ name: String, _ path: KeyPath<Vehicle, Value>) {
            if self[keyPath: path] != other[keyPath: path] { fields.append(name) }
        }
        compare("vin", \.vin)
        compare("plate", \.plate)
        compare("plateCountry", \.plateCountry)
        compare("engine", \.engine)
        compare("make", \.make)
        compare("model", \.model)
        compare("colour", \.colour)
        compare("year", \.year)
        return fields
    }

    /// A text may be any of a vehicle's numbers.
    public static func keys(of text: String) -> [ObjectKey] {
        Vehicle(vin: text, plate: text, engine: text).searchKeys
    }

    /// The keys under which records may stand of the vehicle that was read: those of its numbers, and of the numbers one
    /// confusion away that alone make the check digit right.
    var searchKeys: [ObjectKey] {
        let likely = vinRead?.likelyReadings.compactMap { VehicleIdentificationNumber($0)?.folded } ?? []
        return keys + likely.map { ObjectKey(.vehicleIdentification, $0) }
    }
}
