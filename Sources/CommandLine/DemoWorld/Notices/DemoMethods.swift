import Firearms
import Registry

/// The invented methods of the demo world, some of them alike.
enum DemoMethods {
    static func all(seizure: String?) -> [DemoNotice] {
        [
            method(
                "AR", .hollow(4), [.concealment, .trafficking],
                "Correderas y armazones de pistola viajan dentro de los tubos huecos de máquinas de gimnasio usadas.",
                object: "Correderas y armazones de pistola", concealment: "Tubos huecos de máquinas de gimnasio",
                transport: "Camión de mudanzas", indicators: "Soldaduras recientes y pintura nueva en máquinas usadas",
                countermeasure: "Radiografía de los tubos; comparar el peso con el del fabricante",
                danger: "Bordes cortantes", countries: ["AR", "PY", "BR"], first: "2025-09-14", last: "2026-06-02",
                seizure: seizure,
                texts: [
                    (
                        "es",
                        "Las piezas se reparten entre varias máquinas; los tubos se cierran con soldadura y pintura nueva."
                    ),
                    (
                        "en",
                        "Pistol slides and frames are spread over several used gym machines; the hollow tubes are closed with welds and fresh paint."
                    ),
                    (
                        "fr",
                        "Des glissières et carcasses de pistolet sont réparties dans les tubes creux de machines de gymnastique d’occasion, fermés par soudure."
                    ),
                    ("ar", "تُوزَّع أجزاء المسدسات داخل الأنابيب المجوفة لأجهزة رياضية مستعملة وتُغلق باللحام والطلاء."),
                ]),
            method(
                "BR", .hollow(3), [.concealment],
                "Armações de pistola ocultas nos tubos de bicicletas ergométricas, fechados com solda recente.",
                object: "Armações de pistola", concealment: "Tubos de bicicletas ergométricas de academia",
                transport: "Ônibus e caminhão", indicators: "Solda recente; bicicleta mais pesada do que o normal",
                countries: ["BR", "PY"], first: "2026-01-20",
                texts: [
                    ("pt", "As bicicletas usadas são despachadas como bagagem; a solda é coberta com tinta."),
                    (
                        "en",
                        "Pistol frames hidden in the tubes of used gym bicycles, closed with recent welds under fresh paint."
                    ),
                ]),
            method(
                "CO", .parcels(4), [.postal, .trafficking],
                "Piezas de fusil enviadas por encomienda postal en varios paquetes pequeños, declaradas como repuestos.",
                object: "Piezas de fusil", concealment: "Paquetes con repuestos de máquinas de coser",
                transport: "Encomienda postal",
                indicators: "Varios paquetes del mismo remitente a destinatarios vecinos en días seguidos",
                countermeasure: "Cruzar remitentes y teléfonos de los envíos", countries: ["CO", "EC", "PA"],
                first: "2024-11-03",
                last: "2026-03-18",
                texts: [
                    ("es", "Cada paquete lleva una sola pieza; el arma se arma al final del recorrido."),
                    (
                        "en",
                        "Rifle parts are sent by post in several small parcels declared as spare parts; each parcel holds one part."
                    ),
                ]),
            method(
                "EC", .parcels(3), [.postal],
                "Cañones y cierres de fusil despachados por correo en paquetes separados, como repuestos de bicicleta.",
                object: "Cañones y cierres", concealment: "Paquetes con repuestos de bicicleta",
                transport: "Correo y encomienda",
                indicators: "Peso de los paquetes; remitentes que repiten teléfono", countries: ["EC", "CO"],
                first: "2025-07-22",
                texts: [
                    ("es", "Los destinatarios son vecinos entre sí y reciben un paquete cada uno."),
                    ("en", "Rifle barrels and bolts sent by post in separate parcels declared as bicycle spare parts."),
                ]),
            method(
                "PY", .none, [.conversion],
                "Pistolas de fogueo importadas legalmente se convierten en talleres pequeños y se venden en la frontera.",
                object: "Pistolas de fogueo convertidas", transport: "Motocicleta",
                indicators: "Cañón sin marcas de prueba; boca pintada de nuevo",
                countermeasure: "Revisar compras repetidas de pistolas de fogueo",
                danger: "Pueden reventar al disparar",
                countries: ["PY", "BR", "AR"], first: "2024-05-09", last: "2026-08-30",
                texts: [
                    ("es", "Las marcas del fabricante se conservan para que pasen por juguetes."),
                    (
                        "en",
                        "Blank-firing pistols bought legally are converted in small workshops and sold at the border."
                    ),
                ]),
            method(
                "UY", .none, [.conversion, .markRemoval],
                "Pistolas de fogueo convertidas a las que se borran las marcas antes de venderlas en la frontera.",
                object: "Pistolas de fogueo convertidas", indicators: "Marcas borradas y superficie pulida",
                danger: "Pueden reventar al disparar",
                countries: ["UY", "BR"], first: "2025-12-01",
                texts: [
                    ("en", "Converted blank-firing pistols whose marks are removed before they are sold at the border.")
                ]),
            method(
                "MX", .none, [.drone],
                "Drones dejan cargadores y piezas pequeñas al otro lado del río durante la noche.",
                object: "Cargadores y piezas pequeñas", concealment: "Bolsas oscuras bajo el dron", transport: "Dron",
                indicators: "Luces apagadas; vuelos cortos repetidos",
                countermeasure: "Observar los puntos de despegue",
                countries: ["MX", "GT"], first: "2026-02-11",
                texts: [("en", "Drones drop magazines and small parts across the river at night.")]),
            method(
                "CL", .none, [.printing, .manufacture],
                "Armazones impresos en 3D se completan con piezas metálicas compradas por separado.",
                object: "Armazones impresos en 3D", indicators: "Superficie en capas; sin número de serie",
                countermeasure: "Seguir las compras de juegos de piezas", countries: ["CL", "PE"], first: "2025-04-27",
                texts: [
                    (
                        "en",
                        "3D-printed frames are completed with metal parts bought separately; there is no serial number."
                    )
                ]),
            method(
                "GT", .none, [.strawPurchase],
                "Testaferros compran el mismo modelo en varias armerías en días seguidos y lo denuncian como robado.",
                object: "Pistolas nuevas", indicators: "Denuncias de robo poco después de la compra",
                countries: ["GT", "HN", "SV"], first: "2025-02-15",
                texts: [
                    ("en", "Straw buyers buy the same model in several shops on successive days and report it stolen.")
                ]),
        ]
    }

    private static func method(
        _ bureau: String, _ image: DemoNotice.Image, _ kinds: [ModusOperandi.Kind], _ method: String,
        object: String, concealment: String? = nil, transport: String? = nil, indicators: String? = nil,
        countermeasure: String? = nil, danger: String? = nil, countries: [String], first: String, last: String? = nil,
        seizure: String? = nil, texts: [(String, String)]
    ) -> DemoNotice {
        var modus = ModusOperandi()
        modus.kinds = kinds
        modus.method = method
        modus.object = object
        modus.concealment = concealment
        modus.transport = transport
        modus.indicators = indicators
        modus.countermeasure = countermeasure
        modus.danger = danger
        modus.countries = countries.compactMap { Country($0) }
        modus.firstSeen = CalendarDate(first)
        modus.lastSeen = last.flatMap { CalendarDate($0) }
        modus.seizures = seizure.map { [$0] } ?? []
        modus.operation = seizure == nil ? nil : DemoBureau.operationCode
        var content = NoticeContent(demo: .purple, purpose: .warn, texts)
        content.modusOperandi = modus
        return DemoNotice(bureau: bureau, content: content, image: image)
    }
}
