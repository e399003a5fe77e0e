/// A firearm as a record, an exhibit or a check describes it. Every field may be unknown.
///
/// Make and calibre are kept twice: as written by whoever described the gun, and as the code of the reference table
/// when the text was recognised. The written text is never replaced, so that a wrong recognition can be undone.
public struct Firearm: Hashable, Sendable {
    /// The kind of firearm.
    public var type: FirearmType?
    /// What was written for the kind where it was described by a text and not by one of the kinds themselves.
    public var typeWritten: String?
    /// How it loads and fires.
    public var action: FirearmAction?
    /// The make as written.
    public var make: String?
    /// Code of the make in the reference table.
    public var makeCode: String?
    /// The model as written.
    public var model: String?
    /// The calibre as written.
    public var calibre: String?
    /// Code of the calibre in the reference table.
    public var calibreCode: String?
    /// Where it was made.
    public var countryOfManufacture: Country?
    /// Where it was last imported to.
    public var countryOfImport: Country?
    /// Who imported it.
    public var importer: String?
    /// The year of import.
    public var importYear: Int?
    /// The year it was made.
    public var yearMade: Int?
    /// Length of the barrel in millimetres.
    public var barrelLengthMillimetres: Double?
    /// The finish as written.
    public var finish: String?
    /// What was done to it.
    public var conversion: Conversion?
    /// Marks that are not numbers.
    public var marks: [FirearmMark]
    /// The numbers, in the order in which they were entered.
    public var numbers: [FirearmNumber]

    /// Makes a firearm; what is not given is unknown.
    public init(
        type: FirearmType? = nil, typeWritten: String? = nil, action: FirearmAction? = nil, make: String? = nil,
        makeCode: String? = nil,
        model: String? = nil, calibre: String? = nil, calibreCode: String? = nil,
        countryOfManufacture: Country? = nil, countryOfImport: Country? = nil, importer: String? = nil,
        importYear: Int? = nil, yearMade: Int? = nil, barrelLengthMillimetres: Double? = nil, finish: String? = nil,
        conversion: Conversion? = nil, marks: [FirearmMark] = [], numbers: [FirearmNumber] = []
    ) {
        self.type = type
        self.typeWritten = typeWritten
        self.action = action
        self.make = make
        self.makeCode = makeCode
        self.model = model
        self.calibre = calibre
        self.calibreCode = calibreCode
        self.countryOfManufacture = countryOfManufacture
        self.countryOfImport = countryOfImport
        self.importer = importer
        self.importYear = importYear
        self.yearMade = yearMade
        self.barrelLengthMillimetres = barrelLengthMillimetres
        self.finish = finish
        self.conversion = conversion
        self.marks = marks
        self.numbers = numbers
    }

    /// The number that identifies the firearm: the first readable frame number, else the first readable number on
    /// another part, else the first number at all.
    public var primaryNumber: FirearmNumber? {
        var firstOther: FirearmNumber?
        for number in numbers where !number.pattern.isEmpty {
            if number.part == .frame { return number }
            if firstOther == nil { firstOther = number }
        }
        return firstOther ?? numbers.first { $0.part == .frame } ?? numbers.first
    }
}
