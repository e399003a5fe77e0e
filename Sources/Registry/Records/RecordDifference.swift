import Firearms

/// Which fields two versions of a record differ in, by name.
public enum RecordDifference {
    /// Paths of the fields that differ, for example `firearm.numbers`, always in the same order; no values.
    public static func fields(_ old: RecordContent, _ new: RecordContent) -> [String] {
        var fields: [String] = []
        func compare<Value: Equatable>(_ name: String, _ path: KeyPath<RecordContent, Value>) {
            if old[keyPath: path] != new[keyPath: path] { fields.append(name) }
        }
        compare("class", \.recordClass)
        compare("firearm.type", \.firearm.type)
        compare("firearm.typeWritten", \.firearm.typeWritten)
        compare("firearm.action", \.firearm.action)
        compare("firearm.make", \.firearm.make)
        compare("firearm.makeCode", \.firearm.makeCode)
        compare("firearm.model", \.firearm.model)
        compare("firearm.calibre", \.firearm.calibre)
        compare("firearm.calibreCode", \.firearm.calibreCode)
        compare("firearm.countryOfManufacture", \.firearm.countryOfManufacture)
        compare("firearm.countryOfImport", \.firearm.countryOfImport)
        compare("firearm.importer", \.firearm.importer)
        compare("firearm.importYear", \.firearm.importYear)
        compare("firearm.yearMade", \.firearm.yearMade)
        compare("firearm.barrelLengthMillimetres", \.firearm.barrelLengthMillimetres)
        compare("firearm.finish", \.firearm.finish)
        compare("firearm.conversion", \.firearm.conversion)
        compare("firearm.marks", \.firearm.marks)
        compare("firearm.numbers", \.firearm.numbers)
        compare("eventDate", \.eventDate)
        compare("eventDateEnd", \.eventDateEnd)
        compare("place", \.place)
        compare("circumstances", \.circumstances)
        compare("nationalReference", \.nationalReference)
        compare("purpose", \.purpose)
        compare("handling", \.handling)
        compare("hiddenFrom", \.hiddenFrom)
        compare("retentionUntil", \.retentionUntil)
        return fields
    }
}
