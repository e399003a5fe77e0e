import Firearms
import Identity
import Registry

/// Invented persons of the demo world: the same for the same seed.
struct DemoPersons {
    private var random = SplitMix64(seed: 0x2026_0017_BEEF)
    private var taken: Set<String> = []

    private static let families = [
        "QUIMERA", "FICTORI", "IRREALES", "NOVELARTE", "FABULARES", "ILUSORIO", "SUPOSTO", "LENDÁRIO", "APÓCRIFO",
        "CUENTERO", "UTOPIANO", "INVENTARTE", "MENTIRAL", "FANTASEO", "CONJETURA", "HIPOTÉTICO", "PARADOJAL",
        "ESPEJISMO", "ENSUEÑO", "IMAGINÁRIO", "FINGIDOR", "SIMULACRO", "ANÓNIMEZ", "PERENGANO",
    ]
    private static let women = ["Arlinda", "Brisa", "Celmira", "Dunia", "Eulogia", "Fabia", "Ginebra", "Iluminada"]
    private static let men = [
        "Anselmo", "Baldomero", "Crisanto", "Damián", "Eleuterio", "Fermín", "Gumersindo", "Isaías",
    ]
    private static let marks = [
        "Tatuaje de una brújula en el antebrazo izquierdo", "Cicatriz en la ceja derecha",
        "Falta la punta del meñique izquierdo",
        "Tatuagem de âncora no ombro", "Cojea de la pierna derecha",
    ]

    /// A person of a country with everything that a notice likes to know.
    mutating func next(_ country: String, _ place: String, born years: ClosedRange<Int> = 1962...2001) -> NoticePerson {
        var person = NoticePerson()
        let isWoman = random.happens(350)
        repeat {
            person.name = random.pick(Self.families) + (random.happens(400) ? " " + random.pick(Self.families) : "")
            person.forename = random.pick(isWoman ? Self.women : Self.men)
        } while !taken.insert(person.name + (person.forename ?? "")).inserted
        person.sex = isWoman ? .female : .male
        let year = years.lowerBound + random.below(years.count)
        let month = 1 + random.below(12)
        let isVague = random.happens(200)
        person.birthDate = PartialDate(
            isVague ? "\(year)" : "\(year)-\(Self.two(month))-\(Self.two(1 + random.below(28)))")
        person.nationalities = [Country(country)].compactMap { $0 }
        person.birthPlace = place
        person.birthCountry = Country(country)
        person.height = Double((isWoman ? 152 : 163) + random.below(24)) / 100
        person.weight = Double((isWoman ? 52 : 64) + random.below(38))
        person.eyes = [random.pick(["BRO", "BROD", "BLA", "GRE"])]
        person.hair = [random.pick(["BLA", "BRO", "GRYG"])]
        person.languages = country == "BR" ? ["POR"] : country == "PY" ? ["SPA", "GRN"] : ["SPA"]
        if random.happens(500) { person.distinguishingMarks = random.pick(Self.marks) }
        if random.happens(400) {
            person.aliases = ["El " + random.pick(["Relojero", "Flaco", "Ingeniero", "Turco", "Mudo"])]
        }
        // Letters and digits as on no passport that exists.
        person.identityDocuments = ["\(country) X\(random.below(9_000_000) + 1_000_000)"]
        return person
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
