import Firearms
import Foundation

/// Words for coded values as they stand in bureaus' files, in English, Spanish and Portuguese, in the compared form
/// of `ImportMapping.compared`. The codes themselves are always understood.
enum ImportVocabulary {
    static func action(_ text: String) -> FirearmAction? {
        lookUp(text, actions) { FirearmAction($0) }
    }

    static func conversion(_ text: String) -> Conversion? {
        lookUp(text, conversions) { Conversion($0) }
    }

    static func recordClass(_ text: String) -> RecordClass? {
        lookUp(text, classes) { RecordClass(rawValue: $0) }
    }

    static func purpose(_ text: String) -> Purpose? {
        lookUp(text, [:]) { Purpose(rawValue: $0) }
    }

    static func handling(_ text: String) -> HandlingLevel? {
        lookUp(text, handlings) { HandlingLevel(rawValue: $0) }
    }

    /// A country by its code, or by its name in one of the three languages.
    static func country(_ text: String) -> Country? {
        if text.utf8.count == 2, let country = Country(text.uppercased()) { return country }
        return countryNames[ImportMapping.compared(text)]
    }

    private static let countryNames: [String: Country] = {
        var names: [String: Country] = ["usa": "US", "eua": "US", "ee uu": "US", "eeuu": "US", "uk": "GB"]
            .compactMapValues { Country($0) }
        for language in ["en", "es", "pt"] {
            let locale = Locale(identifier: language)
            for country in Country.all {
                guard let name = locale.localizedString(forRegionCode: country.code) else { continue }
                names[ImportMapping.compared(name)] = country
            }
        }
        return names
    }()

    /// The code itself, or a word for it.
    private static func lookUp<Value>(
        _ text: String, _ words: [String: String], _ value: (String) -> Value?
    ) -> Value? {
        // Most fields hold a code or a word just as it is listed.
        if let found = value(text) ?? words[text].flatMap(value) { return found }
        let compared = ImportMapping.compared(text)
        let code = compared.replacing(" ", with: "-")
        return value(code) ?? words[compared].flatMap(value)
    }

    private static let actions: [String: String] = [
        "semiautomatic": "semi-automatic", "semiautomatica": "semi-automatic", "semiautomatico": "semi-automatic",
        "semi auto": "semi-automatic", "semi automatica": "semi-automatic", "automatica": "automatic",
        "automatico": "automatic", "bolt": "bolt-action", "cerrojo": "bolt-action", "ferrolho": "bolt-action",
        "repeticion": "bolt-action", "repeticao": "bolt-action", "pump": "pump-action", "bomba": "pump-action",
        "corredera": "pump-action", "palanca": "lever-action", "alavanca": "lever-action", "lever": "lever-action",
        "doble accion": "double-action", "dupla acao": "double-action", "accion simple": "single-action",
        "acao simples": "single-action", "un tiro": "single-shot", "monotiro": "single-shot",
    ]

    private static let conversions: [String: String] = [
        "desactivada": "deactivated", "desativada": "deactivated", "reactivada": "reactivated",
        "reativada": "reactivated", "fogueo convertida": "converted-from-blank", "casera": "privately-made",
        "caseira": "privately-made", "hechiza": "privately-made", "artesanal": "privately-made", "no": "none",
        "home made": "privately-made", "homemade": "privately-made", "ninguna": "none", "nenhuma": "none",
    ]

    private static let classes: [String: String] = [
        "perdida": "lost", "extraviada": "lost", "extravio": "lost", "perda": "lost", "loss": "lost",
        "robada": "stolen", "robo": "stolen", "hurto": "stolen", "hurtada": "stolen", "furto": "stolen",
        "furtada": "stolen", "roubo": "stolen", "roubada": "stolen", "theft": "stolen",
        "traficada": "trafficked", "trafico": "trafficked", "trafficking": "trafficked",
        "contrabando": "smuggled", "contrabandeada": "smuggled", "smuggling": "smuggled",
        "incautada": "seized", "secuestrada": "seized", "decomisada": "seized", "apreendida": "seized",
        "apreensao": "seized", "incautacion": "seized", "crime gun": "seized",
        "recuperada": "recovered", "hallada": "recovered", "found": "recovered", "encontrada": "recovered",
    ]

    private static let handlings: [String: String] = [
        "official use": "official-use-only", "uso oficial": "official-use-only", "reservado": "restricted",
        "restringido": "restricted", "restrito": "restricted", "confidencial": "confidential",
    ]
}
