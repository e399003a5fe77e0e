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

extension PreparedName {
    /// A number that changes with any table by which names are made ready: what is kept of names in files is good for
    /// as long as it is the same.
    package static let tablesFingerprint: UInt64 = {
        let files = Bundle.module.paths(forResourcesOfType: "csv", inDirectory: "Resources/Names")
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for file in files.sorted() {
            let name = URL(fileURLWithPath: file).lastPathComponent
            let content = FileManager.default.contents(atPath: file) ?? Data()
            for byte in Array(name.utf8) + content { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        return hash
    }()
}
