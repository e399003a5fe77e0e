/// Makes the records of the demo world: the same for the same seed, on every machine, at every time.
struct DemoGenerator {
    static let seed: UInt64 = 0x0CA7_70C4_2023_0312

    private static let classes: [(share: Int, code: String)] = [
        (46, "stolen"), (18, "lost"), (14, "seized"), (9, "recovered"), (7, "trafficked"), (6, "smuggled"),
    ]
    private static let removed = ["LIMADO", "RASPADA", "obliterated", "SUPRIMIDA"]
    private static let hidingCountries = DemoBureau.all.map(\.code)
    private static let circumstances: [String: [String]] = [
        "stolen": ["Hurto en domicilio.", "Robo a mano armada.", "Furto em veículo.", "Robo en una armería."],
        "lost": ["Extraviada en un traslado.", "Perdida na mata.", "Extravío denunciado por el titular."],
        "seized": ["Secuestrada en un control vehicular.", "Apreendida em operação de fronteira.", "Allanamiento."],
        "recovered": ["Hallada abandonada.", "Encontrada em terreno baldio.", "Entregada por un particular."],
        "trafficked": ["Investigación por tráfico.", "Compra por testaferro.", "Lote desviado."],
        "smuggled": ["Oculta en un vehículo.", "Encomienda postal.", "Paso fronterizo no habilitado."],
    ]
    private static let firearmWeight = DemoFirearm.all.reduce(0) { $0 + $1.weight }

    private var random: SplitMix64
    private var serials = DemoSerials(planted: DemoTour.serials, beginnings: DemoTour.beginnings)

    init(seed: UInt64 = Self.seed) {
        random = SplitMix64(seed: seed)
    }

    /// All records by bureau, each bureau's in the order of its file.
    /// - Parameter total: about how many there are; fewer make a smaller world for a test, with every gun of the tour.
    static func records(
        seed: UInt64 = Self.seed, total: Int = DemoBureau.recordCount
    ) -> [(bureau: DemoBureau, records: [DemoRecord])] {
        var generator = DemoGenerator(seed: seed)
        return DemoBureau.all.map { bureau in
            (bureau, generator.records(of: bureau, count: bureau.recordCount * total / DemoBureau.recordCount))
        }
    }

    private mutating func records(of bureau: DemoBureau, count: Int) -> [DemoRecord] {
        var planted = DemoTour.records[bureau.code] ?? []
        var records: [DemoRecord] = []
        records.reserveCapacity(count)
        var inBureau: Set<String> = []
        while records.isEmpty || records.count + planted.count < count {
            records.append(record(of: bureau, number: records.count + 1, &inBureau))
        }
        while let next = planted.popLast() { records.insert(next, at: random.below(records.count)) }
        return records
    }

    private mutating func record(of bureau: DemoBureau, number: Int, _ inBureau: inout Set<String>) -> DemoRecord {
        let firearm = firearm()
        let recordClass = share(of: Self.classes)
        let serial = serial(&inBureau)
        let year = random.below(8) + 2015
        let lastMonth = 12
        let month = random.below(lastMonth) + 1
        var record = DemoRecord(
            serial: serial, type: firearm.type, action: firearm.action, make: firearm.make, model: firearm.model,
            calibre: firearm.calibre, country: firearm.country,
            yearMade: random.happens(600) ? "\(1970 + random.below(45))" : "", recordClass: recordClass,
            eventDate: "\(year)-\(Self.padded(month, 2))-\(Self.padded(random.below(28) + 1, 2))",
            place: random.pick(bureau.cities), circumstances: random.pick(Self.circumstances[recordClass] ?? [""]),
            reference: "\(bureau.code)/\(year)/\(Self.padded(number, 6))"
        )
        if random.happens(60) { record.otherSerial = serials.fresh(&random, mayRecur: false) }
        switch random.below(1_000) {
        case 0..<25: record.handling = "restricted"
        case 25..<30: record.handling = "confidential"
        case 30..<40:
            let other = random.pick(Self.hidingCountries)
            if other != bureau.code { record.hiddenFrom = other }
        default: break
        }
        return record
    }

    /// A number: nearly always a new one, now and then one that another gun has too, or one that is gone in part or
    /// whole.
    private mutating func serial(_ inBureau: inout Set<String>) -> String {
        if random.happens(5) { return random.pick(Self.removed) }
        if random.happens(30), !serials.all.isEmpty {
            let shared = random.pick(serials.all)
            if inBureau.insert(shared).inserted { return shared }
        }
        let fresh = serials.fresh(&random)
        inBureau.insert(fresh)
        guard random.happens(5) else { return fresh }
        var places = Array(fresh)
        let first = random.below(places.count)
        for place in [first, (first + 1) % places.count] { places[place] = "?" }
        return String(places)
    }

    private mutating func firearm() -> DemoFirearm {
        var draw = random.below(Self.firearmWeight)
        for firearm in DemoFirearm.all {
            if draw < firearm.weight { return firearm }
            draw -= firearm.weight
        }
        return DemoFirearm.all[0]
    }

    private mutating func share(of shares: [(share: Int, code: String)]) -> String {
        var draw = random.below(100)
        for (share, code) in shares {
            if draw < share { return code }
            draw -= share
        }
        return shares[0].code
    }

    private static func padded(_ number: Int, _ length: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, length - text.count)) + text
    }
}
