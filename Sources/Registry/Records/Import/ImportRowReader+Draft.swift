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

        init(mapping: ImportMapping, dateOrder: WrittenDate.Order?, today: CalendarDate) {
            self.mapping = mapping
            self.dateOrder = dateOrder
            self.today = today
        }

        mutating func take(_ text: String, _ field: ImportField) {
            switch field {
            case .serial: takeSerial(text, .frame)
            case .serialPart: serialPart = known(text, field) { NumberPart($0) }
            case .otherSerial where Firearm.numbers(fromColumn: text) != nil:
                firearm.numbers += Firearm.numbers(fromColumn: text) ?? []
            case .otherSerial: takeSerial(text, .other)
            case .serialState: serialState = known(text, field) { NumberState($0) }
            case .type: firearm.type = known(text, field, ImportVocabulary.type)
            case .action: firearm.action = known(text, field, ImportVocabulary.action)
            case .make: firearm.make = text
            case .model: firearm.model = text
            case .calibre: firearm.calibre = text
            case .countryOfManufacture: firearm.countryOfManufacture = known(text, field, ImportVocabulary.country)
            case .countryOfImport: firearm.countryOfImport = known(text, field, ImportVocabulary.country)
            case .importer: firearm.importer = text
            case .importYear: firearm.importYear = year(text, field)
            case .yearMade: firearm.yearMade = year(text, field)
            case .barrelLength: takeBarrelLength(text)
            case .finish: firearm.finish = text
            case .conversion: firearm.conversion = known(text, field, ImportVocabulary.conversion)
            case .marks: firearm.marks += Firearm.marks(fromColumn: text)
            case .recordClass: recordClass = required(text, field, ImportVocabulary.recordClass)
            case .eventDate: eventDate = date(text, field)
            case .eventDateEnd: eventDateEnd = date(text, field)
            case .retentionUntil: retentionUntil = date(text, field)
            case .place: place = text
            case .circumstances: circumstances = text
            case .nationalReference: nationalReference = text
            case .purpose: purpose = required(text, field, ImportVocabulary.purpose)
            case .handling: handling = required(text, field, ImportVocabulary.handling)
            case .hiddenFrom: takeHiddenFrom(text)
            }
        }

        /// The firearm with the codes of what was recognised, and the number's part and state if columns gave them.
        func described() -> Firearm {
            var firearm = RecordCompletion.describe(firearm)
            stateSerial(of: &firearm)
            return firearm
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

        private mutating func takeSerial(_ text: String, _ part: NumberPart) {
            let reading = SerialReading(text, part: part)
            firearm.numbers.append(reading.number)
            if !reading.remainder.isEmpty {
                warnings.append(FieldFailure(ImportField.serial.rawValue, "text-kept-aside", value: reading.remainder))
                let note = circumstances.map { $0 + "\n" } ?? ""
                circumstances = note + reading.remainder
            }
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
