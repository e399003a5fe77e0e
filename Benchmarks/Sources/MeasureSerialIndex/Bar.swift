/// What the index has to keep at ten million records on one core.
struct Bar {
    let what: String
    /// The figure of the measurement that is held against it.
    let figure: String
    let most: Double
    let unit: String

    static let all = [
        Bar(what: "exact, p99", figure: "exact_p99_us", most: 50, unit: "us"),
        Bar(what: "confusable, p99", figure: "confusable_p99_us", most: 50, unit: "us"),
        Bar(what: "one edit, p99", figure: "one_edit_p99_us", most: 5_000, unit: "us"),
        Bar(what: "one unreadable place, p99", figure: "1_unreadable_p99_us", most: 2_000, unit: "us"),
        Bar(what: "three unreadable places, p99", figure: "3_unreadable_p99_us", most: 10_000, unit: "us"),
        Bar(what: "memory a record", figure: "bytes_a_record", most: 120, unit: "bytes"),
        Bar(what: "built from an array", figure: "build_s", most: 15, unit: "s"),
        Bar(what: "read from its snapshot", figure: "snapshot_read_s", most: 15, unit: "s"),
    ]

    /// Prints each bar with what was measured, and whether it is kept. Below ten million records it says nothing.
    static func report(_ figures: [String: Double], records: Int) {
        guard records >= 10_000_000 else { return }
        for bar in all {
            guard let measured = figures[bar.figure] else {
                print("FAIL  \(bar.what): not measured")
                continue
            }
            let verdict = measured <= bar.most ? "pass" : "FAIL"
            print("\(verdict)  \(bar.what): \(rounded(measured)) of at most \(rounded(bar.most)) \(bar.unit)")
        }
    }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
