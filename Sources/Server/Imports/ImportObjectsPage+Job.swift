import DelimitedText
import Registry
import Storage

extension ImportObjectsPage {
    /// - Parameter mapping: what is stored or was chosen.
    init(
        _ job: ImportJob, _ kind: ObjectKind, _ mapping: ImportMapping, failures: [FieldFailure] = [],
        in language: Language
    ) {
        self.init(
            identifier: job.id.description, fileName: job.fileName, format: language.importFormat(job),
            columns: zip(job.headings, kind.importFields(of: job.headings)).enumerated().map { index, column in
                Column(
                    heading: column.0.isEmpty ? "\(index + 1)" : column.0, samples: job.shownSamples(index),
                    field: column.1.map(language.importFieldLabel))
            },
            defaultClass: ChoiceField(
                choices: language.choices(
                    "\(kind.rawValue)-class", kind.classes, selected: mapping.defaultObjectClass,
                    blank: language.text("import.refuse")),
                error: language.message(for: "defaultClass", in: failures)),
            defaultPurpose: language.defaultPurpose(mapping, failures),
            defaultHandling: language.defaultHandling(mapping, failures),
            dayComesFirst: language.dateOrder(mapping, failures), errors: language.fieldErrors(failures)
        )
    }
}

extension ImportJob {
    /// Values of a column that are shown, each cut after so many characters.
    private static var longestSample: Int { 60 }

    /// The first values of a column.
    func shownSamples(_ column: Int) -> [String] {
        samples.compactMap { $0.count > column ? $0[column] : nil }.filter { !$0.isEmpty }
            .map { $0.count > Self.longestSample ? "\($0.prefix(Self.longestSample))…" : $0 }
    }
}

/// What is taken where a file is silent, to choose from.
extension Language {
    func importFormat(_ job: ImportJob) -> String {
        text(
            "import.format",
            [
                "encoding": job.format.encoding.rawValue.uppercased(),
                "delimiter": delimiter(job.format.delimiter), "columns": "\(job.headings.count)",
            ]
        )
    }

    func defaultPurpose(_ mapping: ImportMapping, _ failures: [FieldFailure]) -> ChoiceField {
        ChoiceField(
            choices: choices("purpose", Purpose.allCases.map(\.rawValue), selected: mapping.defaultPurpose.rawValue),
            error: message(for: "defaultPurpose", in: failures))
    }

    func defaultHandling(_ mapping: ImportMapping, _ failures: [FieldFailure]) -> ChoiceField {
        ChoiceField(
            choices: choices(
                "handling", HandlingLevel.allCases.map(\.rawValue), selected: mapping.defaultHandling.rawValue),
            error: message(for: "defaultHandling", in: failures))
    }

    func dateOrder(_ mapping: ImportMapping, _ failures: [FieldFailure]) -> ChoiceField {
        let order = mapping.dayComesFirst.map { $0 ? "day" : "month" } ?? ""
        return ChoiceField(
            choices: ["", "day", "month"].map { code in
                Choice(
                    value: code, label: text("import.date-order-\(code.isEmpty ? "auto" : code)"),
                    isSelected: code == order)
            },
            error: message(for: "dayComesFirst", in: failures))
    }
}
