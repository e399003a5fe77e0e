import Firearms
import Identity
import Registry

/// Every notice of the demo world but the methods: invented persons and events of all colours, at every point of their
/// lives.
struct DemoNoticeList {
    private var persons = DemoPersons()
    private(set) var notices: [DemoNotice] = []

    private static let charges = [
        ("Tráfico ilícito de armas de fuego", "Illicit trafficking in firearms"),
        ("Fabricación ilícita de armas de fuego", "Illicit manufacture of firearms"),
        ("Tráfico internacional de arma de fogo", "International trafficking in firearms"),
        ("Homicidio con arma de fuego", "Homicide with a firearm"),
        ("Asociación ilícita y contrabando de armas", "Conspiracy and smuggling of arms"),
    ]

    init() {
        addWanted()
        addMissing()
        addOthers()
        addListed()
    }

    private static func place(_ bureau: String, _ index: Int) -> String {
        let cities = DemoBureau.all.first { $0.code == bureau }?.cities ?? ["-"]
        return cities[index % cities.count]
    }

    private mutating func addWanted() {
        let fates: [(String, DemoNotice.Fate)] = [
            ("BR", .published), ("AR", .published), ("PY", .published), ("CO", .published), ("MX", .published),
            ("PE", .published), ("CL", .published), ("UY", .published), ("GT", .published), ("EC", .published),
            ("BR", .requested), ("AR", .firstRead), ("HN", .requested), ("BR", .draft), ("SV", .refused(.threshold)),
            ("CR", .suspended), ("PA", .published), ("BO", .published),
        ]
        for (index, (bureau, fate)) in fates.enumerated() {
            let (charge, translation) = Self.charges[index % Self.charges.count]
            var content = NoticeContent(
                demo: .red, purpose: .locateWanted,
                [
                    (
                        bureau == "BR" ? "pt" : "es",
                        bureau == "BR"
                            ? "Procurado pela remessa de armas através da fronteira."
                            : "Buscado por el envío de armas a través de la frontera."
                    ),
                    ("en", "Wanted for shipping firearms across the border."),
                    ("ar", "مطلوب بتهمة تهريب أسلحة عبر الحدود."),
                ])
            content.person = persons.next(bureau, Self.place(bureau, index))
            if let country = Country(bureau) {
                var warrant = ArrestWarrant(issuingCountry: country, charge: charge)
                warrant.chargeTranslation = translation
                warrant.reference = "\(bureau)-\(1_000 + index * 37)/2026"
                warrant.issuedOn = CalendarDate("2026-0\(1 + index % 8)-1\(index % 10)")
                if index % 4 == 3 {
                    warrant.sentenceMonths = 48
                } else {
                    warrant.maximumPenaltyYears = Double(4 + index % 9)
                }
                content.warrants = [warrant]
            }
            content.isPublicExtractAgreed = index % 5 != 4
            // One for desks only, one that Chile must not see.
            if index == 8 { content.handling = .restricted }
            if index == 5 { content.hiddenFrom = [Country("CL")].compactMap { $0 } }
            // The draft lacks what a notice needs.
            if case .draft = fate {
                content.warrants = []
                content.person?.nationalities = []
            }
            notices.append(
                DemoNotice(bureau: bureau, content: content, fate: fate, image: index == 13 ? .none : .portrait))
        }
    }

    private mutating func addMissing() {
        for (index, bureau) in ["AR", "BR", "PE", "CO", "MX", "PY"].enumerated() {
            var content = NoticeContent(
                demo: .yellow, purpose: .identifyObjects,
                [
                    ("es", "Vista por última vez cerca de la terminal de ómnibus."),
                    ("en", "Last seen near the bus station."),
                ])
            content.person = persons.next(bureau, Self.place(bureau, index), born: 1948...2014)
            content.event = NoticeEvent(
                date: CalendarDate("2026-0\(1 + index)-0\(2 + index)"), place: Self.place(bureau, index + 1),
                country: Country(bureau))
            content.isPublicExtractAgreed = index != 4
            notices.append(
                DemoNotice(
                    bureau: bureau, content: content, fate: index == 5 ? .requested : .published, image: .portrait))
        }
    }

    private mutating func addOthers() {
        let named: [(bureau: String, colour: NoticeColour)] = [
            ("CL", .blue), ("EC", .blue), ("UY", .green), ("PA", .green),
        ]
        for (index, (bureau, colour)) in named.enumerated() {
            let texts =
                colour == .blue
                ? [
                    ("es", "Se pide información sobre su paradero y sus viajes."),
                    ("en", "Information about whereabouts and travel is sought."),
                ]
                : [
                    ("es", "Ofrece armas convertidas en localidades de frontera."),
                    ("en", "Offers converted firearms in border towns."),
                ]
            var content = NoticeContent(demo: colour, purpose: colour == .blue ? .supportInvestigation : .warn, texts)
            content.person = persons.next(bureau, Self.place(bureau, index))
            notices.append(
                DemoNotice(
                    bureau: bureau, content: content, fate: index == 1 ? .firstRead : .published, image: .portrait))
        }
        for (index, bureau) in ["BO", "GT"].enumerated() {
            var content = NoticeContent(
                demo: .black, purpose: .identifyBodies,
                [("es", "Cuerpo sin identificar, sin documentos."), ("en", "Unidentified body without papers.")])
            content.event = NoticeEvent(
                date: CalendarDate("2026-0\(4 + index)-11"), place: Self.place(bureau, index), country: Country(bureau))
            var person = NoticePerson()
            person.sex = .male
            person.height = 1.72
            person.distinguishingMarks = "Tatuaje de un faro en el hombro derecho"
            content.person = person
            notices.append(DemoNotice(bureau: bureau, content: content))
        }
        for (index, bureau) in ["PE", "CR"].enumerated() {
            let texts = [
                ("es", "Armas convertidas que pueden reventar al disparar circulan con marcas de fábrica."),
                ("en", "Converted firearms that may burst when fired circulate with genuine marks."),
            ]
            var content = NoticeContent(demo: .orange, purpose: .warn, texts)
            content.event = NoticeEvent(place: Self.place(bureau, index), country: Country(bureau))
            if index == 1 { content.addressees = ["PA", "CO", "GT"].compactMap { Country($0) } }
            notices.append(DemoNotice(bureau: bureau, content: content, fate: index == 1 ? .diffusion : .published))
        }
        var silver = NoticeContent(
            demo: .silver, purpose: .identifyObjects,
            [
                ("es", "Se buscan inmuebles y cuentas ligados al pago de armas."),
                ("en", "Property and accounts tied to payments for arms are sought."),
            ])
        silver.person = persons.next("PA", "Colón")
        notices.append(DemoNotice(bureau: "PA", content: silver))
        var draft = NoticeContent(demo: .silver, purpose: .identifyObjects)
        draft.entity = NoticeEntity()
        draft.entity?.name = "IRREAL IMPORT S.A."
        notices.append(DemoNotice(bureau: "CL", content: draft, fate: .draft))
    }

    private mutating func addListed() {
        for index in 0..<3 {
            var listing = SanctionsListing()
            listing.reference = "XDi.90\(index)"
            listing.resolution = "9999"
            listing.date = CalendarDate("2025-0\(3 + index)-15")
            listing.summary = "Invented listing of the demo world: procurement of arms against an embargo."
            listing.purposes = ["Assets freeze", "Travel ban", "Arms embargo"]
            var content = NoticeContent(demo: .unitedNations, purpose: .locateWanted)
            content.listing = listing
            content.isPublicExtractAgreed = true
            if index == 2 {
                var entity = NoticeEntity()
                entity.name = "QUIMERA TRADING LTD"
                entity.aliases = ["Chimaera Trading"]
                entity.mainActivity = "Brokering"
                content.entity = entity
            } else {
                content.person = persons.next(index == 0 ? "AR" : "MX", "-", born: 1955...1975)
            }
            notices.append(
                DemoNotice(bureau: index == 0 ? "AR" : "MX", content: content, image: index == 2 ? .none : .portrait))
        }
    }
}
