/// A bureau of the demo world.
struct DemoBureau: Sendable {
    /// ISO 3166-1 alpha-2 code of the country, and code of the bureau.
    let code: String
    let name: String
    /// How many records it keeps.
    let recordCount: Int
    /// Where things happen.
    let cities: [String]
    /// Invented people: officer, desk, administrator.
    let people: [String]

    /// Invented people of its laboratory: two examiners and its quality manager; empty where it has none here.
    var examiners: [String] = []

    /// The part of sign-in names after the dot.
    var suffix: String { code.lowercased() }

    static let centreCode = "HUB"
    static let centreName = "Coordination centre"
    static let operationCode = "TRIGGER-DEMO"

    /// Records of the whole demo world.
    static let recordCount = 50_000

    /// The countries of Operation Trigger IX, 50,000 records in all.
    static let all: [DemoBureau] = [
        DemoBureau(
            code: "AR", name: "NCB Buenos Aires", recordCount: 7_500,
            cities: ["Buenos Aires", "Rosario", "Córdoba", "Posadas", "Puerto Iguazú", "Salta", "Mendoza"],
            people: ["Inés Falsetti", "Bruno Quimera", "Lía Ficcione"],
            examiners: ["Olga Conjeturi", "Fermín Presunto", "Amalia Cotejo"]
        ),
        DemoBureau(
            code: "BO", name: "NCB La Paz", recordCount: 1_200,
            cities: ["La Paz", "Santa Cruz de la Sierra", "Cochabamba", "Cobija", "Puerto Suárez"],
            people: ["Wara Inventa", "Saúl Irrealpa", "Rocío Fábulas"]
        ),
        DemoBureau(
            code: "BR", name: "NCB Brasília", recordCount: 13_000,
            cities: ["Foz do Iguaçu", "São Paulo", "Rio de Janeiro", "Ponta Porã", "Manaus", "Recife", "Porto Alegre"],
            people: ["Ivo Inexistente", "Dalva Quimérica", "Caio Fictício"],
            examiners: ["Nair Suposta", "Zeca Hipotético", "Lia Conferida"]
        ),
        DemoBureau(
            code: "CL", name: "NCB Santiago", recordCount: 3_200,
            cities: ["Santiago", "Valparaíso", "Iquique", "Arica", "Concepción"],
            people: ["Maite Irreal", "Tomás Ficciones", "Elisa Nadal-Nadie"],
            examiners: ["Pía Ensoñada", "Gonzalo Figurado", "Alba Medida"]
        ),
        DemoBureau(
            code: "CO", name: "NCB Bogotá", recordCount: 5_000,
            cities: ["Bogotá", "Medellín", "Cali", "Cúcuta", "Buenaventura", "Leticia"],
            people: ["Camilo Supuesto", "Nora Leyenda", "Iván Imaginario"]
        ),
        DemoBureau(
            code: "CR", name: "NCB San José", recordCount: 900,
            cities: ["San José", "Limón", "Puntarenas", "Paso Canoas"],
            people: ["Ana Fantasía", "Luis Quimeras", "Sol Ficticia"]
        ),
        DemoBureau(
            code: "EC", name: "NCB Quito", recordCount: 2_400,
            cities: ["Quito", "Guayaquil", "Esmeraldas", "Huaquillas", "Tulcán"],
            people: ["Raúl Inventado", "Eva Supuesta", "Gil Novelesco"]
        ),
        DemoBureau(
            code: "SV", name: "NCB San Salvador", recordCount: 700,
            cities: ["San Salvador", "Santa Ana", "La Unión"],
            people: ["Marta Cuentos", "René Ilusorio", "Flor Irreales"]
        ),
        DemoBureau(
            code: "GT", name: "NCB Guatemala", recordCount: 1_600,
            cities: ["Guatemala", "Tecún Umán", "Puerto Barrios", "Huehuetenango"],
            people: ["Noé Quimérico", "Ixchel Fabulosa", "Hugo Inventivo"]
        ),
        DemoBureau(
            code: "HN", name: "NCB Tegucigalpa", recordCount: 1_000,
            cities: ["Tegucigalpa", "San Pedro Sula", "Puerto Cortés", "La Ceiba"],
            people: ["Dina Ficta", "Omar Supuestos", "Luz Leyendas"]
        ),
        DemoBureau(
            code: "MX", name: "NCB Ciudad de México", recordCount: 6_500,
            cities: ["Ciudad de México", "Tijuana", "Ciudad Juárez", "Tapachula", "Culiacán", "Monterrey"],
            people: ["Paz Irreal", "Rex Imaginado", "Alma Novelada"]
        ),
        DemoBureau(
            code: "PA", name: "NCB Panamá", recordCount: 300,
            cities: ["Panamá", "Colón", "Metetí"],
            people: ["Joel Cuentista", "Mía Ficcional", "Abel Quimero"]
        ),
        DemoBureau(
            code: "PY", name: "NCB Asunción", recordCount: 2_200,
            cities: ["Asunción", "Ciudad del Este", "Pedro Juan Caballero", "Encarnación", "Salto del Guairá"],
            people: ["Arami Inventada", "Blas Supuestín", "Nidia Irrealda"],
            examiners: ["Kerana Mitaí", "Rufino Presumido", "Teo Cabal"]
        ),
        DemoBureau(
            code: "PE", name: "NCB Lima", recordCount: 3_000,
            cities: ["Lima", "Callao", "Tumbes", "Iquitos", "Tacna", "Puno"],
            people: ["Yma Fabulada", "Saúl Quimerino", "Rita Fingida"]
        ),
        DemoBureau(
            code: "UY", name: "NCB Montevideo", recordCount: 1_500,
            cities: ["Montevideo", "Salto", "Rivera", "Chuy", "Paysandú"],
            people: ["Eloy Ilusión", "Vera Ficta", "Leo Cuentero"]
        ),
    ]
}
