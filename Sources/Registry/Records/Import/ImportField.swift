/// A field of a record that a column of a bureau's file may hold.
public enum ImportField: String, Sendable, Hashable, Codable, CaseIterable {
    case serial
    case serialPart = "serial-part"
    case otherSerial = "other-serial"
    case serialState = "serial-state"
    case type, action, make, model, calibre
    case countryOfManufacture = "country-of-manufacture"
    case countryOfImport = "country-of-import"
    case importer
    case importYear = "import-year"
    case yearMade = "year-made"
    case barrelLength = "barrel-length-mm"
    case finish
    case conversion
    case marks
    case recordClass = "class"
    case eventDate = "event-date"
    case eventDateEnd = "event-date-end"
    case place
    case circumstances
    case nationalReference = "national-reference"
    case purpose
    case handling
    case hiddenFrom = "hidden-from"
    case retentionUntil = "retention-until"

    /// Headings under which bureaus write the field, in English, Spanish and Portuguese, in the compared form of
    /// `ImportMapping.compared`. The first is the heading of an export.
    var headings: [String] {
        switch self {
        case .serial:
            [
                "serial", "serial number", "serial no", "serialnumber", "firearm serial", "sn", "number", "no de serie",
                "numero de serie", "num serie", "nro serie", "nro de serie", "n serie", "serie", "numero",
                "numero do chassi", "numeracao", "matricula", "weapon serial", "gun serial", "serial raw",
            ]
        case .otherSerial:
            [
                "other serial", "second serial", "slide serial", "barrel serial", "otra serie", "serie corredera",
                "serie ferrolho", "outra serie", "serie cano", "serie canon",
            ]
        case .serialPart: ["serial part", "pieza de la serie", "peca da numeracao"]
        case .serialState: ["serial state", "estado serie", "estado de la serie", "situacao da numeracao"]
        case .type:
            [
                "type", "firearm type", "weapon type", "gun type", "kind", "tipo", "tipo de arma", "especie",
                "clase de arma",
                "clase",
            ]
        case .action: ["action", "mechanism", "mecanismo", "funcionamiento", "funcionamento", "accion", "acao"]
        case .make:
            [
                "make", "manufacturer", "manufacturer name", "maker", "brand", "marca", "fabricante",
                "marca do fabricante",
            ]
        case .model: ["model", "model name", "modelo"]
        case .calibre: ["calibre", "caliber", "cal", "gauge", "firearm caliber", "firearm calibre"]
        case .countryOfManufacture:
            [
                "country of manufacture", "country", "origin", "country of origin", "pais", "pais de origen",
                "pais de fabricacion", "pais de fabricacao", "origen", "origem",
            ]
        case .countryOfImport:
            ["country of import", "import country", "pais de importacion", "pais de importacao"]
        case .importer: ["importer", "importador", "importadora"]
        case .importYear: ["import year", "ano de importacion", "ano de importacao"]
        case .yearMade: ["year made", "year", "year of manufacture", "ano", "ano de fabricacion", "ano de fabricacao"]
        case .barrelLength:
            [
                "barrel length mm", "barrel length", "barrel", "largo del canon", "longitud canon",
                "comprimento do cano",
            ]
        case .finish: ["finish", "acabado", "acabamento", "pavonado"]
        case .conversion: ["conversion", "conversao", "modificacion", "modificacao"]
        case .marks:
            ["marks", "other marks", "punzones", "otras marcas", "inscripciones", "outras marcas", "inscricoes"]
        case .recordClass:
            [
                "class", "record class", "reason", "motivo", "situacion", "situacao", "tipo de registro", "causa",
                "tipo de denuncia",
            ]
        case .eventDate:
            [
                "event date", "date", "date of event", "date lost", "date stolen", "theft date", "loss date", "fecha",
                "fecha del hecho", "fecha denuncia", "data", "data do fato", "data da ocorrencia",
            ]
        case .eventDateEnd: ["event date end", "date to", "fecha hasta", "data fim"]
        case .place:
            [
                "place", "location", "city", "lugar", "lugar del hecho", "localidad", "municipio", "ciudad", "local",
                "cidade",
            ]
        case .circumstances:
            [
                "circumstances", "remarks", "notes", "description", "observaciones", "circunstancias", "observacoes",
                "circunstancias do fato", "descripcion", "descricao", "comentarios",
            ]
        case .nationalReference:
            [
                "national reference", "reference", "case number", "case", "file number", "id", "expediente",
                "numero de caso",
                "referencia", "boletim", "boletim de ocorrencia", "bo", "processo", "denuncia", "source row",
            ]
        case .purpose: ["purpose", "finalidad", "finalidade"]
        case .handling: ["handling", "handling level", "clasificacion", "classificacao", "sigilo"]
        case .hiddenFrom: ["hidden from", "not to be shown to", "oculto a", "restriccion"]
        case .retentionUntil: ["retention until", "retention", "conservar hasta", "reter ate"]
        }
    }
}
