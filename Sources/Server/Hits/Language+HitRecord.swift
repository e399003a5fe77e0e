import Firearms
import Identity
import Registry

/// What a hit or a candidate names, in words.
extension Language {
    /// The firearm, document, vehicle, person or entity in a line, without its number.
    func line(_ record: HitRecord) -> String {
        switch record {
        case .firearm(let record): firearmLine(record)
        case .document(let record): record.content.object.line(in: self)
        case .vehicle(let record): record.content.object.line(in: self)
        case .notice(let notice):
            ([notice.isEntity ? text("object.entity") : nil, notice.birthDate?.description]
                + notice.nationalities.map { country($0.code) })
                .compactMap { $0 }.joined(separator: " · ")
        }
    }

    /// Why it is on record; for a notice its colour.
    func classBadge(_ record: HitRecord) -> Badge {
        switch record {
        case .firearm(let record): badge("class", record.recordClass.rawValue)
        case .document(let record): badge("document-class", record.content.recordClass.rawValue)
        case .vehicle(let record): badge("vehicle-class", record.content.recordClass.rawValue)
        case .notice(let notice): badge("notice-colour", notice.colour.rawValue)
        }
    }

    /// Where it stands.
    func statusBadge(_ record: HitRecord) -> Badge {
        switch record {
        case .firearm(let record): badge("status", record.status.rawValue)
        case .document(let record): badge("status", record.status.rawValue)
        case .vehicle(let record): badge("status", record.status.rawValue)
        case .notice(let notice): badge("notice-state", notice.state.rawValue)
        }
    }
}

extension HitRecord {
    /// The number that is shown place by place; nil for a notice, which has none on its object.
    var mainNumber: String? {
        let number: String? =
            switch self {
            case .firearm(let record): record.serial
            case .document(let record): record.content.object.title
            case .vehicle(let record): record.content.object.title
            case .notice: nil
            }
        return number?.isEmpty == true ? nil : number
    }

    /// The name of the person or entity of a notice.
    var heading: String? {
        guard case .notice(let notice) = self else { return nil }
        return [notice.forename, notice.name].compactMap { $0 }.joined(separator: " ")
    }

    /// How secret it is.
    var handling: HandlingLevel {
        switch self {
        case .firearm(let record): record.handling
        case .document(let record): record.content.handling
        case .vehicle(let record): record.content.handling
        case .notice(let notice): notice.handling
        }
    }

    /// The page of the record or notice.
    var path: String {
        switch self {
        case .firearm: "/records/\(number)"
        case .document: "/documents/\(number)"
        case .vehicle: "/vehicles/\(number)"
        case .notice: "/notices/\(pathNumber)"
        }
    }

    /// What was read in a check where the record has its main number.
    func readNumber(_ check: CheckResult) -> String? {
        switch self {
        case .firearm: check.request.firearm?.serial
        case .document: check.request.document?.number ?? check.zone?.documentNumber
        case .vehicle(let record):
            record.content.object.vin != nil ? check.request.vehicle?.vin : check.request.vehicle?.title
        case .notice: nil
        }
    }
}
