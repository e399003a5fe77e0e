import DelimitedText
import Registry
import Storage

extension ImportMappingPage {
    /// - Parameters:
    ///   - mapping: the columns as stored or as chosen.
    ///   - isSuggested: whether nobody has confirmed them yet.
    init(
        _ job: ImportJob, _ mapping: ImportMapping, isSuggested: Bool = false, remembers: Bool = false,
        failures: [FieldFailure] = [], in language: Language
    ) {
        let fields = ImportField.allCases.map(\.rawValue)
        let leaveOut = language.text("import.leave-out")
        self.init(
            identifier: job.id.description, fileName: job.fileName,
            format: language.importFormat(job),
            columns: job.headings.enumerated().map { index, heading in
                let field = index < mapping.columns.count ? mapping.columns[index] : nil
                return Column(
                    index: index, heading: heading.isEmpty ? "\(index + 1)" : heading,
                    samples: job.shownSamples(index),
                    field: ChoiceField(
                        choices: language.choices("import-field", fields, selected: field?.rawValue, blank: leaveOut),
                        error: language.message(for: "columns[\(index)]", in: failures)
                    ),
                    isSuggested: isSuggested && field != nil
                )
            },
            defaultClass: ChoiceField(
                choices: language.choices(
                    "class", RecordClass.allCases.map(\.rawValue), selected: mapping.defaultClass.rawValue
                ),
                error: language.message(for: "defaultClass", in: failures)
            ),
            defaultPurpose: language.defaultPurpose(mapping, failures),
            defaultHandling: language.defaultHandling(mapping, failures),
            dayComesFirst: language.dateOrder(mapping, failures),
            remembers: remembers,
            errors: language.fieldErrors(failures)
        )
    }
}

extension ImportProgressPage {
    init(_ job: ImportJob, in language: Language) {
        let done = job.size > 0 ? Double(job.progress.offset) / Double(job.size) : 0
        self.init(
            identifier: job.id.description, fileName: job.fileName, isDryRun: job.state != .running,
            percent: max(0, min(100, Int(done * 100))),
            text: job.progress.rows == 0
                ? language.text("import.waiting") : language.text("import.rows-read", count: job.progress.rows)
        )
    }
}

extension ImportVerdictPage {
    /// Rows with a verdict that are shown; the refused ones are all in the file.
    static let mostRows = 200

    init(_ job: ImportJob, _ verdicts: [ImportVerdict], in language: Language) {
        let total = job.progress.refused + job.progress.warned
        self.init(
            identifier: job.id.description, fileName: job.fileName, counts: language.importCounts(job.progress),
            rows: verdicts.flatMap { verdict in
                verdict.failures.map { failure in
                    Row(
                        number: "\(verdict.row)",
                        verdict: language.badge("verdict-word", verdict.isRefused ? "refused" : "warned"),
                        field: language.importFieldLabel(failure.field), value: failure.value,
                        reason: language.failure(failure.code, failure.arguments)
                    )
                }
            },
            more: total > verdicts.count
                ? language.text(
                    "import.more", ["shown": language.number(verdicts.count), "total": language.number(total)]
                ) : nil,
            refusedPath: job.progress.refused > 0 ? "/imports/\(job.id)/refused.csv" : nil,
            mappingPath: "/imports/\(job.id)?step=columns", mayStart: job.progress.accepted > 0
        )
    }
}

extension ImportDonePage {
    init(_ job: ImportJob, in language: Language) {
        let failure: String? =
            switch job.state {
            case .failed: job.failure ?? language.text("import.failed-title")
            case .cancelled: language.text("import.cancelled")
            default: nil
            }
        self.init(
            identifier: job.id.description, fileName: job.fileName, counts: language.importCounts(job.progress),
            failure: failure,
            text: TimeStamp(job.createdAt.description).text,
            refusedPath: job.progress.refused > 0 ? "/imports/\(job.id)/refused.csv" : nil,
            recordsPath:
                "/\(job.mapping.objectKind.map { "\($0.rawValue)s" } ?? "records")?bureau=\(HTTPQuery.escaped(job.bureau))"
        )
    }
}
