/// The library of methods: `GET /notices/methods` with `words`, `kind`, `object`, `concealment`, `transport`, `country`,
/// `operation`.
struct MethodsPage: Page {
    static let template = "methods"

    var tabs: [FilterTab]
    var words = TextField()
    var kind = ChoiceField()
    var object = TextField()
    var concealment = TextField()
    var transport = TextField()
    var country = ChoiceField()
    var operation = ChoiceField()
    var rows: [MethodLine]
    var summary: String
    var isFiltered = false
    /// Whether words were sought, so that agreement means something.
    var isRanked = false
    /// Absent where the reader may not write notices.
    var newPath: String?
}

/// A method in a list, with what it has in common with what was asked.
struct MethodLine: Sendable {
    var number: String
    var path: String
    var subject: String
    var kinds: [Badge]
    /// Object, place of concealment and transport, each with its label.
    var facts: [NoticeReport.Fact]
    var countries: [CountryName]
    var owner: BureauName
    var state: Badge
    /// From when to when it was seen.
    var seen: String?
    /// 0 to 100.
    var score: Int
    /// The words and kinds in common, the strongest first.
    var words: [String]
}
