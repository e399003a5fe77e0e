/// What an officer means by one line of text: `TKR?2345 taurus pt92 9mm`, `serie ABC123, revolver Rossi .38`.
///
/// A guess, never more: the result page shows what was understood, and the fields of the full form override it. Words
/// that name a calibre, a type or a make are taken first, the longest wording first; what follows the make is the
/// model, and the most number-like of the rest is the serial number.
public struct DescriptionLine: Sendable, Hashable {
    /// The number as written.
    public var serial: String?
    /// The make as written.
    public var make: String?
    /// The model as written.
    public var model: String?
    /// The calibre as written.
    public var calibre: String?
    /// The kind of firearm that a word names.
    public var type: FirearmType?

    /// Text beyond this many characters is not read.
    static let longest = 400

    /// What is meant, field by field.
    public init(
        serial: String? = nil, make: String? = nil, model: String? = nil, calibre: String? = nil,
        type: FirearmType? = nil
    ) {
        self.serial = serial
        self.make = make
        self.model = model
        self.calibre = calibre
        self.type = type
    }

    /// Reads a line of text.
    public init(_ text: String, table: ReferenceTable = .standard) {
        var words = DescriptionWords(String(text.prefix(Self.longest)))
        self.init(&words, table)
    }

    /// Reads words; those that name nothing stay open in them.
    init(_ words: inout DescriptionWords, _ table: ReferenceTable) {
        if let only = words.single, DescriptionWords.isNumberLike(only) || !Self.isName(only, table) {
            serial = words.takeSingle()
            return
        }
        words.takeLabelled()
        serial = words.labelledSerial
        model = words.labelledModel
        calibre = words.take(.calibre) { !Self.isDigits($0) && Self.isCalibre($0, table) }
        type = words.take(.type) { table.type(worded: $0) != nil }.flatMap { table.type(worded: $0) }
        make =
            words.take(.make) { table.make(worded: $0) != nil }
            ?? words.take(.make, atMost: 3) { Self.isMisspeltMake($0, table) }
        // Digits alone are a calibre, but right after the make a model: "glock 17".
        if calibre == nil {
            calibre = words.take(.calibre, isAfterMake: false) { Self.isDigits($0) && Self.isCalibre($0, table) }
        }
        if serial == nil { serial = words.takeSerial() }
        if model == nil { model = words.takeModel() }
    }

    private static func isName(_ text: String, _ table: ReferenceTable) -> Bool {
        table.make(worded: text) != nil || isMisspeltMake(text, table) || isCalibre(text, table)
            || table.type(worded: text) != nil
    }

    private static func isDigits(_ text: String) -> Bool { text.utf8.allSatisfy(DescriptionWords.isDigit) }

    /// Whether the words name a calibre. Digits alone only do up to three: 22250 is a serial number sooner than
    /// .22-250. A slip of the pen is not looked for: nearly every number is near some calibre.
    private static func isCalibre(_ text: String, _ table: ReferenceTable) -> Bool {
        var words = text.split(separator: " ").map(String.init)
        if words.count > 1, calibreLabels.contains(TextKey.letters(words[0])) { words.removeFirst() }
        // What stands before the word for "calibre" is something else.
        if words.contains(where: { calibreLabels.contains(TextKey.letters($0)) }) { return false }
        // Nor is a number before another part of the name: `92 9mm`.
        for (left, right) in zip(words, words.dropFirst()) where isDigits(left) && right.first?.isNumber == true {
            return false
        }
        let name = words.joined(separator: " ")
        if name.utf8.count > 3, isDigits(name) { return false }
        if table.calibre(named: name) != nil { return true }
        // A longer text that only holds a calibre is not the name of one.
        guard words.count == 1,
            table.correctedCalibre(name) != nil || name.utf8.contains(where: DescriptionWords.isDigit),
            let rule = table.calibre(name)?.rule
        else { return false }
        return sureRules.contains(rule)
    }

    private static let sureRules: Set<String> = [
        RecognitionRule.corrected, RecognitionRule.alias, RecognitionRule.usualMeaning,
        RecognitionRule.withoutCommonWords,
    ]

    private static let calibreLabels: Set<String> = ["CAL", "CALIBRE", "CALIBER", "CALIBRO"]

    /// Whether the words are a make with a slip of the pen; none where they hold digits. A short word with a slip is a
    /// make only in the field for it.
    private static func isMisspeltMake(_ text: String, _ table: ReferenceTable) -> Bool {
        guard !text.utf8.contains(where: DescriptionWords.isDigit), let found = table.make(misspelt: text) else {
            return false
        }
        return found.confidence > 0.6
    }
}
