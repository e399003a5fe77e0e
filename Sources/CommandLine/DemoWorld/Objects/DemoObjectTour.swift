import Firearms
import Registry
import Storage

/// What is planted for the check of documents, vehicles and persons, and what to type to find it.
struct DemoObjectTour {
    /// One stop: what to type into the check field, as whom, and what one sees.
    struct Stop: Sendable {
        let title: String
        let user: String
        let entry: String
        let sees: String
    }

    static let stops = [
        Stop(
            title: "A passport", user: "officer.ar", entry: "passport ZKX4071935",
            sees: "a stolen passport of Paraguay"
        ),
        Stop(
            title: "One of a box of blanks", user: "officer.ar", entry: "passport ZBL2000417",
            sees: "a range of 1,000 stolen blanks of Bolivia"
        ),
        Stop(
            title: "A plate misread", user: "officer.ar", entry: "plate ZQK7R4I",
            sees: "ZQK7R41 of Brazil: 1 was read as I"
        ),
        Stop(
            title: "A name as heard", user: "officer.ar", entry: "name Fermin Apocrifo Conjetura 1968",
            sees: "the red notice for Fermín APÓCRIFO CONJETURA"
        ),
    ]

    static let documents: [String: [ObjectContent<TravelDocument>]] = [
        "PY": [
            ObjectContent(
                recordClass: .stolen, object: TravelDocument(number: "ZKX4071935", type: .passport, issuer: "PY"),
                eventDate: CalendarDate("2025-06-14"), place: "Encarnación", circumstances: "Hurto en un ómnibus."
            )
        ],
        "BO": [
            ObjectContent(
                recordClass: .stolenBlank,
                object: TravelDocument(number: "ZBL2000000", lastNumber: "ZBL2000999", type: .passport, issuer: "BO"),
                eventDate: CalendarDate("2024-09-02"), place: "La Paz",
                circumstances: "Robo de una caja en un traslado."
            )
        ],
    ]

    static let vehicles: [String: [ObjectContent<Vehicle>]] = [
        "BR": [
            ObjectContent(
                recordClass: .stolen,
                object: Vehicle(
                    vin: "8ZZTESTEXVA100001", plate: "ZQK7R41", plateCountry: Country("BR"), make: "Toyota",
                    model: "Hilux", colour: "prata", year: 2021
                ),
                eventDate: CalendarDate("2025-11-23"), place: "Foz do Iguaçu", circumstances: "Roubo com arma."
            )
        ]
    ]
}
