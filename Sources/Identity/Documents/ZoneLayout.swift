/// Where the fields of a machine-readable zone stand.
///
/// Places count from 0 through all lines, one behind the other.
struct ZoneLayout: Sendable {
    /// A field's characters and, where it has one, its check digit.
    struct Slot: Sendable {
        let field: ZoneField
        let place: Range<Int>
        /// Where the check digit stands.
        var check: Int?
        /// Whether the check digit of an empty field may be a filler instead of 0.
        var mayLackCheck = false
    }

    let slots: [Slot]
    /// The stretches under the composite check digit, in order; empty where there is none.
    let composite: [Range<Int>]
    /// Where the composite check digit stands.
    let compositeCheck: Int?
    /// Whether letters of names are coded as digits, so that a digit there is no misreading.
    var namesHoldDigits = false

    func slot(_ field: ZoneField) -> Slot? { slots.first { $0.field == field } }
    func slots(_ field: ZoneField) -> [Slot] { slots.filter { $0.field == field } }

    /// The layout that Doc 9303 gives a format.
    static func standard(_ format: ZoneFormat) -> ZoneLayout {
        switch format {
        case .td1: td1
        case .td2: twoLines(length: 36, optionalCheck: nil, compositeCheck: 71)
        case .td3: twoLines(length: 44, optionalCheck: 86, compositeCheck: 87)
        case .visaA: twoLines(length: 44, optionalCheck: nil, compositeCheck: nil)
        case .visaB: twoLines(length: 36, optionalCheck: nil, compositeCheck: nil)
        }
    }

    /// Part 5, section 4.2.
    private static let td1 = ZoneLayout(
        slots: [
            Slot(field: .documentCode, place: 0..<2), Slot(field: .issuer, place: 2..<5),
            Slot(field: .documentNumber, place: 5..<14, check: 14), Slot(field: .optionalData, place: 15..<30),
            Slot(field: .birthDate, place: 30..<36, check: 36), Slot(field: .sex, place: 37..<38),
            Slot(field: .expiryDate, place: 38..<44, check: 44), Slot(field: .nationality, place: 45..<48),
            Slot(field: .optionalData, place: 48..<59), Slot(field: .names, place: 60..<90),
        ],
        composite: [5..<30, 30..<37, 38..<45, 48..<59],
        compositeCheck: 59
    )

    /// Parts 4, 6 and 7: the fields of the second line stand alike in all formats of two lines.
    private static func twoLines(length: Int, optionalCheck: Int?, compositeCheck: Int?) -> ZoneLayout {
        let second = length
        let end = optionalCheck ?? compositeCheck ?? 2 * length
        return ZoneLayout(
            slots: [
                Slot(field: .documentCode, place: 0..<2), Slot(field: .issuer, place: 2..<5),
                Slot(field: .names, place: 5..<length),
                Slot(field: .documentNumber, place: second..<second + 9, check: second + 9),
                Slot(field: .nationality, place: second + 10..<second + 13),
                Slot(field: .birthDate, place: second + 13..<second + 19, check: second + 19),
                Slot(field: .sex, place: second + 20..<second + 21),
                Slot(field: .expiryDate, place: second + 21..<second + 27, check: second + 27),
                Slot(field: .optionalData, place: second + 28..<end, check: optionalCheck, mayLackCheck: true),
            ],
            composite: compositeCheck.map { [second..<second + 10, second + 13..<second + 20, second + 21..<$0] } ?? [],
            compositeCheck: compositeCheck
        )
    }
}
