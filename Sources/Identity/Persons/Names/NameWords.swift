/// Words of names that are not the name itself: particles, forms of address, legal forms and what is common to many
/// names of organisations.
struct NameWords: Sendable {
    /// What a word is when it stands in a name of this kind.
    enum Class: UInt8, Sendable {
        /// A name.
        case name
        /// `de`, `van`, `al`: belongs to the name that follows.
        case particle
        /// `bin`, `ibn`, `oglu`: the name that follows (or goes before) is the father's.
        case filiation
        /// `abd al-`, `abu`: makes one name with what follows.
        case compound
        /// `Dr`, `President`: a form of address.
        case honorific
        /// `Haji`, `Khan`: a form of address that is a name as well.
        case style
        /// `Jr`, `III`, `Filho`.
        case suffix
        /// One letter for a name.
        case initial
        /// `Ltd`, `GmbH`: see ``LegalForm``.
        case legal
        /// `Bank`, `Trading`: says little about which organisation it is.
        case generic
        /// A country, city or other region.
        case geography
        /// A continent.
        case continent
        /// A number.
        case number
        /// `the`, `of`.
        case stop
    }

    /// The families of legal forms. Two organisations of different families are different organisations.
    enum LegalForm: UInt8, Sendable {
        /// Any company: `Inc`, `Corp`, `Company`.
        case corporate
        case limited, stock, partnership, nonprofit
    }

    static let standard = NameWords()

    private let persons: [String: Class]
    private let organisations: [String: Class]
    private let numbers: [String: Int]
    private let legalForms: [String: LegalForm]
    private let vesselPrefixes: Set<String>
    /// Words of the longest legal form.
    let longestLegalForm: Int

    private init() {
        var persons: [String: Class] = [:]
        var organisations: [String: Class] = [:]
        var numbers: [String: Int] = [:]
        var legalForms: [String: LegalForm] = [:]
        var prefixes: Set<String> = []
        for row in NameResource("words", columns: 2).rows {
            for entry in row[1].split(separator: ";").map(String.init) {
                switch row[0] {
                case "particle": persons[entry] = .particle
                case "filiation": persons[entry] = .filiation
                case "servant", "kunya": persons[entry] = .compound
                case "honorific": persons[entry] = persons[entry] ?? .honorific
                case "style": persons[entry] = .style
                case "suffix": persons[entry] = .suffix
                case "corporate": legalForms[entry] = .corporate
                case "limited": legalForms[entry] = .limited
                case "stock": legalForms[entry] = .stock
                case "partnership": legalForms[entry] = .partnership
                case "nonprofit": legalForms[entry] = .nonprofit
                case "prefix": prefixes.insert(entry)
                case "stop": organisations[entry] = .stop
                case "generic": organisations[entry] = .generic
                case "geography": organisations[entry] = .geography
                case "continent": organisations[entry] = .continent
                case "number":
                    let parts = entry.split(separator: "=")
                    if parts.count == 2, let value = Int(parts[1]) { numbers[String(parts[0])] = value }
                default: fatalError("Identity/Resources/Names/words.csv: unknown class \(row[0])")
                }
            }
        }
        self.persons = persons
        self.organisations = organisations
        self.numbers = numbers
        self.legalForms = legalForms
        vesselPrefixes = prefixes
        longestLegalForm = legalForms.keys.reduce(1) { max($0, $1.split(separator: " ").count) }
    }

    /// What a word is in the name of a person; `.name` for what is not listed.
    func person(_ word: String) -> Class { persons[word] ?? .name }

    /// What a word is in the name of an organisation or vessel; `.name` for what is not listed.
    func organisation(_ word: String) -> Class { organisations[word] ?? .name }

    /// The family of a legal form, its words separated by spaces.
    func legalForm(_ words: String) -> LegalForm? { legalForms[words] }

    /// The value of a number word or ordinal.
    func number(_ word: String) -> Int? { numbers[word] }

    /// `MV`, `SS`: stands before the name of a ship.
    func isVesselPrefix(_ words: String) -> Bool { vesselPrefixes.contains(words) }
}
