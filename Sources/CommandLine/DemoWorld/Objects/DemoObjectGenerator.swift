import Firearms
import Identity
import Registry
import Storage

/// Draws travel documents and vehicles of a bureau: the same for the same seed.
struct DemoObjectGenerator {
    private let bureau: DemoBureau
    private var random: SplitMix64

    private static let letters = Array("ABCDEFGHJKLMNPRSTUVWXYZ")
    private static let models = [
        ("Toyota", "Hilux"), ("Volkswagen", "Gol"), ("Fiat", "Strada"), ("Chevrolet", "Onix"), ("Ford", "Ranger"),
        ("Renault", "Duster"), ("Nissan", "Frontier"), ("Hyundai", "HB20"),
    ]
    private static let colours = ["blanco", "gris", "negro", "rojo", "azul"]

    init(_ bureau: DemoBureau, seed: UInt64) {
        self.bureau = bureau
        random = SplitMix64(seed: seed)
    }

    /// A passport or identity card, lost, stolen or revoked; now and then a range of stolen blanks.
    mutating func document() -> ObjectContent<TravelDocument> {
        let isRange = random.happens(120)
        let first = 1_000_000 + random.below(8_000_000)
        // Three letters and seven digits: longer than the passports of these countries are.
        let series = "Z" + text(2)
        let document = TravelDocument(
            number: series + "\(first)", lastNumber: isRange ? series + "\(first + 99)" : nil,
            type: isRange || random.happens(650) ? .passport : .identityCard, issuer: bureau.code
        )
        let recordClass = isRange ? .stolenBlank : random.pick([DocumentClass.lost, .lost, .stolen, .stolen, .revoked])
        return ObjectContent(
            recordClass: recordClass, object: document, eventDate: day(), place: random.pick(bureau.cities)
        )
    }

    /// A vehicle with a plate, and an identification number whose check digit is right.
    mutating func vehicle() -> ObjectContent<Vehicle> {
        let (make, model) = random.pick(Self.models)
        let vehicle = Vehicle(
            vin: identificationNumber(),
            plate: "Z" + text(2) + "\(random.below(10))" + text(1) + "\(10 + random.below(90))",
            plateCountry: Country(bureau.code), make: make, model: model, colour: random.pick(Self.colours),
            year: 2004 + random.below(20)
        )
        return ObjectContent(
            recordClass: random.happens(750) ? .stolen : .sought, object: vehicle, eventDate: day(),
            place: random.pick(bureau.cities)
        )
    }

    private mutating func text(_ count: Int) -> String { String((0..<count).map { _ in random.pick(Self.letters) }) }

    /// Begins with a region that is not given to anybody.
    private mutating func identificationNumber() -> String {
        let front = "8Z" + text(6)
        let back = text(2) + "\(100_000 + random.below(900_000))"
        return "0123456789X".lazy.map { front + String($0) + back }
            .first { VehicleIdentificationNumber($0)?.checkDigit == .right } ?? front + "0" + back
    }

    private mutating func day() -> CalendarDate? {
        CalendarDate("202\(1 + random.below(5))-0\(1 + random.below(9))-\(10 + random.below(18))")
    }
}
