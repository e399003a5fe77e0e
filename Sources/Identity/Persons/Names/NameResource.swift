import Foundation

/// One of the small tables that come with the module: `#` comments, one row with the headings, then rows of fields
/// separated by commas. No field holds a comma.
struct NameResource {
    let rows: [[Substring]]

    /// The tables are part of the program: without them it must not run, and the message says what is missing.
    init(_ name: String, columns: Int) {
        let url = Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Resources/Names")
        guard let url, let data = try? Data(contentsOf: url), let text = String(bytes: data, encoding: .utf8) else {
            fatalError("Identity/Resources/Names/\(name).csv cannot be read. Reinstall the program.")
        }
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        rows = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        for row in rows where row.count != columns {
            fatalError(
                "Identity/Resources/Names/\(name).csv: \(columns) columns needed in \"\(row.joined(separator: ","))\"")
        }
    }
}
