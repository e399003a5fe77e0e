import DelimitedText
import Firearms

extension ImportRowReader {
    /// A record's content while the columns of its row are read one after the other.
    struct Draft {
        let mapping: ImportMapping
        let dateOrder: WrittenDate.Order?
        let today: CalendarDate
        var firearm = Firearm()
        var recordClass: RecordClass?
        var purpose: Purpose?
        var handling: HandlingLevel?
        var eventDate: CalendarDate?
        var eventDateEnd: CalendarDate?
        var retentionUntil: CalendarDate?
        var place: String?
        var circumstances: String?
        var nationalReference: String?
        var hiddenFrom: [Country] = []
        var serialPart: NumberPart?
        var serialState: NumberState?
        var refusals: [FieldFailure] = []
        var warnings: [FieldFailure] = []
        var readings: [ColumnReading] = []

        init(mapping: ImportMapping, dateOrder: WrittenDate.Order?, today: CalendarDate) {
            self.mapping = mapping
            self.dateOrder = dateOrder
            self.today = today
        }

        mutating func take(_ text: String, _ field: ImportField, column: Int) {
            let (warned, refused) = (warnings.count, refusals.count)
            switch field {
            case .serial: return takeSerial(text, .frame, column)
            case .otherSerial where Firearm.numbers(fromColumn: text) != nil:
                firearm.numbers += Firearm.numbers(fromColumn: text) ?? []
            case .otherSerial: return takeSerial(text, .other, column)
            case .serialPart: serialPart = known(text, field) { NumberPart($0) }
            case .type: return takeType(text)
            case .make: return firearm.make = text
            case .model: return firearm.model = text
            case .calibre: return firearm.calibre = text
            case .importer: return firearm.importer = text
            case .finish: return firearm.finish = text
            case .place: return place = text
            case .circumstances: return circumstances = text + (circumstances.map { "\n" + $0 } ?? "")
            case .nationalReference: return nationalReference = text
            case .serialState: serialState = known(text, field) { NumberState($0) }
            case .action: firearm.action = known(text, field, ImportVocabulary.action)
            case .countryOfManufacture: firearm.countryOfManufacture = known(text, field, ImportVocabulary.country)
            case .countryOfImport: firearm.countryOfImport = known(text, field, ImportVocabulary.country)
            case .importYear: firearm.importYear = year(text, field)
            case .yearMade: firearm.yearMade = year(text, field)
            case .barrelLength: takeBarrelLength(text)
            case .conversion: firearm.conversion = known(text, field, ImportVocabulary.conversion)
            case .marks: firearm.marks += Firearm.marks(fromColumn: text)
            case .recordClass: recordClass = required(text, field, ImportVocabulary.recordClass)
            case .eventDate: eventDate = date(text, field)
            case .eventDateEnd: eventDateEnd = date(text, field)
            case .retentionUntil: retentionUntil = date(text, field)
            case .purpose: purpose = required(text, field, ImportVocabulary.purpose)
            case .handling: handling = required(text, field, ImportVocabulary.handling)
            case .hiddenFrom: takeHiddenFrom(text)
            }
            let isDoubtful = warnings.dropFirst(warned).contains { $0.code == "ambiguous-number" }
            let isKnown = warnings.count == warned && refusals.count == refused
            readings.append(ColumnReading(column, isKnown ? .sure : isDoubtful ? .doubtful : .unknown, text))
        }

        /// The firearm with the codes of what was recognised, and the number's part and state if columns gave them.
        mutating func described(_ reader: inout DescriptionReader) -> Firearm {
            var firearm = firearm
            if let written = firearm.typeWritten { takeTypeReading(written, reader.type(written), &firearm) }
            let make = firearm.make.flatMap { reader.make($0) }
            note(.make, firearm.make, make) { $0.code }
            if let written = firearm.model {
                note(.model, written, reader.model(written, makeCode: make?.value.code)) { "\($0.makeCode):\($0.name)" }
            } else if let written = firearm.make, let make {
                // Make and model in one field.
                let model = reader.model(written, makeCode: make.value.code)
                if let model, model.confidence >= 0.75 { firearm.model = model.value.name }
            }
            firearm = reader.describe(firearm)
            note(.calibre, firearm.calibre, firearm.calibre.flatMap { reader.calibre($0, type: firearm.type) }) {
                $0.code
            }
            stateSerial(of: &firearm)
            return firearm
        }

        /// The kind as a text names it, and what else the text says.
        private mutating func takeTypeReading(_ written: String, _ reading: TypeReading, _ firearm: inout Firearm) {
            note(.type, written, reading.type) { $0.rawValue }
            if firearm.action == nil { firearm.action = reading.action }
            if firearm.conversion == nil { firearm.conversion = reading.conversion }
        }

        /// Gives the number of the column for the serial the part and state that columns give it.
        private func stateSerial(of firearm: inout Firearm) {
            if let index = firearm.numbers.firstIndex(where: { $0.part == .frame }) {
                if let serialState { firearm.numbers[index].state = serialState }
                if let serialPart { firearm.numbers[index].part = serialPart }
            } else if let serialState, serialState == .removed || serialState == .none {
                // The state says all there is to say of a number that is not there.
                let number = FirearmNumber(part: serialPart ?? .frame, text: "", state: serialState)
                firearm.numbers.insert(number, at: 0)
            } else if let serialState, !firearm.numbers.isEmpty {
                firearm.numbers[0].state = serialState
            }
        }

        private mutating func note<Value>(
            _ field: ImportField, _ written: String?, _ found: Recognition<Value>?, _ code: (Value) -> String
        ) {
            guard let written, let column = mapping.columns.firstIndex(of: field) else { return }
            readings.append(ColumnReading(column, written, found, code))
        }

        func content(_ firearm: Firearm) -> RecordContent {
            RecordContent(
                recordClass: recordClass ?? mapping.defaultClass, firearm: firearm, eventDate: eventDate,
                eventDateEnd: eventDateEnd, place: place, circumstances: circumstances,
                nationalReference: nationalReference, purpose: purpose ?? mapping.defaultPurpose,
                handling: handling ?? mapping.defaultHandling, hiddenFrom: hiddenFrom.isEmpty ? nil : hiddenFrom,
                retentionUntil: retentionUntil
            )
        }

        // MARK: Fields

        private mutating func takeSerial(_ text: String, _ part: NumberPart, _ column: Int) {
            let serial = SerialText(text, part: part)
            readings.append(ColumnReading(column, text, serial))
            firearm.numbers += serial.numbers.map(\.number)
            let rest = serial.numbers.map(\.remainder).filter { !$0.isEmpty }.joined(separator: "; ")
            if rest.isEmpty { return }
            warnings.append(FieldFailure(ImportField.serial.rawValue, "text-kept-aside", value: rest))
            keepAside(rest)
        }

        /// A kind by its code, or by a text that the reference table understands.
        private mutating func takeType(_ text: String) {
            if let type = FirearmType(text) {
                firearm.type = type
                if let column = mapping.columns.firstIndex(of: .type) { readings.append(ColumnReading(column, .sure)) }
            } else {
                firearm.typeWritten = text
            }
        }

        /// Keeps what has no field of its own with the circumstances.
        private mutating func keepAside(_ text: String) {
            circumstances = (circumstances.map { $0 + "\n" } ?? "") + text
        }

        private mutating func takeBarrelLength(_ text: String) {
            do {
                let number = try DecimalNumber(text)
                firearm.barrelLengthMillimetres = number.value
                if number.isAmbiguous {
                    warnings.append(FieldFailure(ImportField.barrelLength.rawValue, "ambiguous-number", value: text))
                }
            } catch {
                warnings.append(FieldFailure(ImportField.barrelLength.rawValue, "not-a-number", value: text))
                keepAside("\(ImportField.barrelLength.rawValue): \(text)")
            }
        }

        /// A restriction that cannot be read refuses the row: leaving it out would show the record to those it is
        /// kept from.
        private mutating func takeHiddenFrom(_ text: String) {
            for code in text.split(whereSeparator: { " ,;/|".contains($0) }) {
                if let country = Country(String(code).uppercased()) {
                    hiddenFrom.append(country)
                } else {
                    refusals.append(FieldFailure(ImportField.hiddenFrom.rawValue, "unknown-code", value: String(code)))
                }
            }
        }

        private mutating func year(_ text: String, _ field: ImportField) -> Int? {
            if let year = Int(text) { return year }
            warnings.append(FieldFailure(field.rawValue, "not-a-number", value: text))
            keepAside("\(field.rawValue): \(text)")
            return nil
        }

        private mutating func date(_ text: String, _ field: ImportField) -> CalendarDate? {
            // Most files write dates as the standard does; that needs no guessing.
            if let date = CalendarDate(text) { return date }
            do {
                let written = try WrittenDate(
                    text, order: dateOrder, latestYear: Int(today.description.prefix(4))
                )
                if let date = CalendarDate(written.description) { return date }
                refusals.append(FieldFailure(field.rawValue, "not-a-date", value: text))
            } catch {
                let code = error.kind == .ambiguousOrder ? "ambiguous-date" : "not-a-date"
                refusals.append(FieldFailure(field.rawValue, code, value: text))
            }
            return nil
        }

        /// A value that may be left unknown: what is not understood becomes a warning.
        private mutating func known<Value>(
            _ text: String, _ field: ImportField, _ read: (String) -> Value?
        ) -> Value? {
            if let value = read(text) { return value }
            warnings.append(FieldFailure(field.rawValue, "unknown-value", value: text))
            keepAside("\(field.rawValue): \(text)")
            return nil
        }

        /// A value that decides how the record is used: what is not understood refuses the row.
        private mutating func required<Value>(
            _ text: String, _ field: ImportField, _ read: (String) -> Value?
        ) -> Value? {
            if let value = read(text) { return value }
            refusals.append(FieldFailure(field.rawValue, "unknown-code", value: text))
            return nil
        }
    }
}
