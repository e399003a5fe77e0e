import Firearms
import Registry

extension CorrelationFilter {
    /// The filter of a query, the same for the API and for pages.
    /// - Throws: `RegistryError` `invalid` with every value that cannot be read.
    init(_ query: FormFields) throws(RegistryError) {
        self.init()
        var failures: [FieldFailure] = []
        func read<Value>(_ name: String, _ code: String, _ parse: (String) -> Value?) -> Value? {
            guard let text = query[name], !text.isEmpty else { return nil }
            if let value = parse(text) { return value }
            failures.append(FieldFailure(name, code, value: text))
            return nil
        }
        let codes = (query["countries"] ?? "").split(whereSeparator: { ",; ".contains($0) })
        for code in codes {
            if let country = Country(code.uppercased()) {
                countries.insert(country)
            } else {
                failures.append(FieldFailure("countries", "unknown-code", value: String(code)))
            }
        }
        withinKilometres = read("withinKilometres", "not-a-number") { Double($0) }
        from = read("from", "not-a-date") { CalendarDate($0) }
        until = read("until", "not-a-date") { CalendarDate($0) }
        isOwnOnly = read("ownOnly", "unknown-code", Self.flag) ?? false
        isOtherCasesOnly = read("otherCasesOnly", "unknown-code", Self.flag) ?? false
        isTestFire = read("testFires", "unknown-code") { ["only": true, "none": false][$0] }
        leastScore = read("leastScore", "not-a-number") { Double($0) }
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
    }

    private static func flag(_ text: String) -> Bool? { ["true": true, "false": false][text] }

    /// The filter as the fields of a query.
    var fields: [(name: String, value: String?)] {
        [
            ("countries", countries.map(\.code).sorted().joined(separator: ",")),
            ("withinKilometres", withinKilometres.map { "\($0)" }), ("from", from?.description),
            ("until", until?.description), ("ownOnly", isOwnOnly ? "true" : nil),
            ("otherCasesOnly", isOtherCasesOnly ? "true" : nil),
            ("testFires", isTestFire.map { $0 ? "only" : "none" }), ("leastScore", leastScore.map { "\($0)" }),
        ]
    }
}
