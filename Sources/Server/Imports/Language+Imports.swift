import DelimitedText
import Registry

/// Words for imports.
extension Language {
    func importCounts(_ progress: ImportProgress) -> [ImportCount] {
        [
            ImportCount("total", progress.rows, in: self), ImportCount("accepted", progress.accepted, in: self),
            ImportCount("warned", progress.warned, in: self), ImportCount("refused", progress.refused, in: self),
        ]
    }

    func importSummary(_ progress: ImportProgress) -> String {
        text("import.summary", ["accepted": number(progress.accepted), "refused": number(progress.refused)])
    }

    /// What the pages call the field of a verdict: a field of the import, or one of the record.
    func importFieldLabel(_ field: String) -> String {
        contains("import-field.\(field)") ? text("import-field.\(field)") : fieldLabel(field)
    }

    func delimiter(_ delimiter: DelimitedFormat.Delimiter) -> String {
        switch delimiter {
        case .comma: label("delimiter", "comma")
        case .semicolon: label("delimiter", "semicolon")
        case .tab: label("delimiter", "tab")
        default: label("delimiter", "pipe")
        }
    }

    /// Why a file was refused: its name, the line, and what to do.
    func importFailure(_ error: DelimitedTextError) -> String {
        let place = error.line.map { ", \(text("import.line", ["line": "\($0)"]))" } ?? ""
        return "\(error.file)\(place): \(failure(error.code.rawValue))"
    }
}
