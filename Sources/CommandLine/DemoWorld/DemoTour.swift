/// The planted guns of the guided tour. README.md tells their numbers; a test holds the two against each other.
struct DemoTour: Sendable {
    /// One stop: what to type, as whom, and what one sees.
    struct Stop: Sendable {
        let title: String
        /// Whom to sign in as.
        let user: String
        /// What to type into the check field; on the command line the make goes into an option of its own.
        let serial: String
        let make: String?
        let sees: String
    }

    static let stops = [
        Stop(
            title: "Exact", user: "officer.ar", serial: "TKX30417", make: "Taurus",
            sees: "one candidate of Brazil: same serial number, same make"
        ),
        Stop(
            title: "Misread", user: "officer.ar", serial: "ESO1947", make: nil,
            sees: "E501947 of Colombia: 5 was read as S and 0 as O"
        ),
        Stop(
            title: "A digit left out", user: "officer.ar", serial: "TKX3047", make: "Taurus",
            sees: "TKX30417 of Brazil: the 1 was left out"
        ),
        Stop(
            title: "Partly removed", user: "officer.ar", serial: "KWN?2??", make: "Bersa",
            sees: "KWN8264 of Paraguay: all readable places agree"
        ),
        Stop(
            title: "Same serial, another make", user: "officer.ar", serial: "483920", make: "Rossi",
            sees: "both guns with the number, the Rossi of Uruguay before the Smith & Wesson of Mexico"
        ),
        Stop(
            title: "Hidden from Chile", user: "officer.ar, then officer.cl", serial: "PLM77310", make: "Glock",
            sees: "a Glock of Peru as officer.ar; nothing at all as officer.cl"
        ),
    ]

    /// The tour's records by bureau. They replace as many generated ones.
    static let records: [String: [DemoRecord]] = [
        "BR": [
            DemoRecord(
                serial: "TKX30417", type: "pistol", action: "semi-automatic", make: "Taurus", model: "PT 92",
                calibre: "9 mm", country: "BR", yearMade: "2014", recordClass: "stolen", eventDate: "2022-08-19",
                place: "Foz do Iguaçu", circumstances: "Furto em residência.", reference: "BR-TOUR-1"
            )
        ],
        "CO": [
            DemoRecord(
                serial: "E501947", type: "pistol", action: "semi-automatic", make: "Beretta", model: "92 FS",
                calibre: "9 mm", country: "IT", yearMade: "2003", recordClass: "trafficked", eventDate: "2022-11-02",
                place: "Cúcuta", circumstances: "Hallada con otras doce en un camión.", reference: "CO-TOUR-2"
            )
        ],
        "PY": [
            DemoRecord(
                serial: "KWN8264", type: "pistol", action: "semi-automatic", make: "Bersa", model: "Thunder 9",
                calibre: "9 mm", country: "AR", yearMade: "2017", recordClass: "lost", eventDate: "2023-01-30",
                place: "Ciudad del Este", circumstances: "Extraviada en un traslado.", reference: "PY-TOUR-3"
            )
        ],
        "UY": [
            DemoRecord(
                serial: "483920", type: "revolver", action: "double-action", make: "Rossi", model: "68",
                calibre: ".38 Special", country: "BR", yearMade: "1986", recordClass: "stolen",
                eventDate: "2021-05-12", place: "Rivera", circumstances: "Hurto en domicilio.", reference: "UY-TOUR-4"
            )
        ],
        "MX": [
            DemoRecord(
                serial: "483920", type: "revolver", action: "double-action", make: "Smith & Wesson", model: "10",
                calibre: ".38 Special", country: "US", yearMade: "1974", recordClass: "smuggled",
                eventDate: "2020-10-07", place: "Tijuana", circumstances: "Oculta en un vehículo.",
                reference: "MX-TOUR-4"
            )
        ],
        "PE": [
            DemoRecord(
                serial: "PLM77310", type: "pistol", action: "semi-automatic", make: "Glock", model: "19",
                calibre: "9 mm", country: "AT", yearMade: "2018", recordClass: "stolen", eventDate: "2022-12-15",
                place: "Tacna", circumstances: "Investigación en curso.", reference: "PE-TOUR-5", hiddenFrom: "CL"
            )
        ],
    ]

    /// Every planted number, and the beginning that the partly removed one leaves.
    static let serials = records.values.flatMap { $0.map(\.serial) }
    static let beginnings = ["KWN"]
}
