import Foundation

@testable import Server

extension SamplePages {
    /// Sign-in, checks and reports.
    static func checks(_ language: Language) -> [any Page] {
        var pages: [any Page] = []

        let br = BureauName(countryCode: "BR", name: "NCB Brasília"),
            ar = BureauName(countryCode: "AR", name: "NCB Buenos Aires"),
            py = BureauName(countryCode: "PY", name: "NCB Asunción")
        pages.append(
            SignInPage(
                name: "r.benitez", error: language.text("error.wrong-credentials.detail"),
                demonstrationAccounts: [
                    .init(
                        name: "py.officer", password: "cartouche-demo", role: language.label("role", "officer"),
                        bureau: py),
                    .init(
                        name: "br.desk", password: "cartouche-demo", role: language.label("role", "bureau-desk"),
                        bureau: br),
                ]))
        var check = CheckPage()
        check.purpose = ChoiceField(
            choices: language.choices(
                "purpose", ["locate-wanted", "identify-objects", "border-control"], selected: "identify-objects",
                blank: language.text("check.choose-purpose")))
        check.operation = ChoiceField(choices: [
            Choice(value: "1", label: "Frontera Norte 2026"),
            Choice(value: "", label: language.text("check.no-operation")),
        ])
        check.type = ChoiceField(
            choices: language.choices("type", ["pistol", "revolver"], blank: language.text("check.any")))
        check.country = ChoiceField(
            choices: language.countryChoices(["AR", "BR", "CL"], blank: language.text("check.any")))
        check.recent = [
            .init(
                path: "/checks/1", query: "THX4?921 Taurus", outcome: language.text("check.outcome-found", count: 3),
                outcomeCode: "found", time: TimeStamp("2026-11-23T10:15:00.123Z")),
            .init(
                path: "/checks/2", query: "A98811", outcome: language.text("check.outcome-nothing"),
                outcomeCode: "nothing", time: TimeStamp("2026-11-23T09:02:00Z")),
        ]
        pages.append(check)
        check.isExpanded = true
        check.query.value = "<script>"
        check.purpose.error = language.failure("required")
        check.errors = [
            FieldError(field: "purpose", text: language.text("field.purpose") + ": " + language.failure("required"))
        ]
        pages.append(check)

        for line in ["TAURUS PT 92 cal 38 serie TKR?2345 preta", "rossi NSR445 (Camara) e NSK346 (Ferrolho)", ""] {
            var fields = FormFields()
            fields.append("text", line)
            let input = DescriptionInput(fields)
            var describe = DescribePage(input, in: language)
            if !input.isBlank {
                describe.description = DescriptionView(input.description(), mayRecord: true, in: language)
            }
            pages.append(describe)
        }

        func candidate(
            _ number: String, _ score: Int, _ serial: String, _ owner: BureauName, _ cls: String,
            _ reasons: [(String, [String])], handling: Badge? = nil, firearm: String
        ) -> CandidateRow {
            CandidateRow(
                number: number, path: "/checks/1/records/\(number)", score: score,
                serial: SerialStrip(serial, comparedWith: "THX4?921", in: language),
                part: language.label("number-part", "frame"), firearm: firearm,
                recordClass: language.badge("class", cls), status: language.badge("status", "active"),
                handling: handling, owner: owner, date: "2024-03-18", place: "Foz do Iguaçu",
                reasons: reasons.map {
                    ReasonChip(code: $0.0, weight: $0.0.hasSuffix("differs") ? -2 : 2, arguments: $0.1, in: language)
                })
        }
        let pistol = "\(language.label("type", "pistol")) · Taurus PT 92 · 9 mm Luger"
        pages.append(
            CheckResultPage(
                identifier: "0198f2", time: TimeStamp("2026-11-23T10:15:00Z"),
                purpose: language.label("purpose", "identify-objects"), operation: "Frontera Norte 2026",
                terms: [
                    .init(label: language.text("field.make"), value: "Taurus"),
                    .init(label: language.text("field.calibre"), value: "9 mm"),
                ], serial: SerialStrip("THX4?921", in: language), outcome: .found, count: 3,
                candidates: [
                    candidate(
                        "BR-2026-000123", 94, "THX47921", br, "stolen",
                        [
                            ("serial.unreadable", ["7", "8", "5"]), ("make.equal", ["Taurus"]),
                            ("calibre.equal", ["9 mm Luger"]),
                        ], firearm: pistol),
                    candidate(
                        "AR-2025-004410", 71, "THX4I92I", ar, "lost",
                        [
                            ("serial.confusable", ["I", "1", "8"]), ("make.equal", ["Taurus"]),
                            ("calibre.compatible", ["9 mm Makarov", "9 mm Luger"]),
                            ("model.differs", ["PT 99", "PT 92"]),
                        ], handling: language.badge("handling", "restricted"), firearm: pistol),
                    candidate(
                        "PY-2023-000871", 38, "THX4B921", py, "trafficked",
                        [
                            ("serial.embedded", ["THX4B921", "THX4921"]),
                            ("make.differs", ["Smith & Wesson", "Taurus"]), ("type.differs", ["revolver", "pistol"]),
                        ], firearm: "\(language.label("type", "revolver")) · Smith & Wesson 10 · .38 Special"),
                ], changePath: "/?from=0198", in: language))
        pages.append(
            CheckResultPage(
                identifier: "0198f2c0-7777-7aaa-8bbb-0123456789ab", time: TimeStamp("2026-11-23T10:15:00Z"),
                purpose: language.label("purpose", "border-control"), terms: [],
                serial: SerialStrip("QQ1?", in: language), outcome: .nothing, count: 0, candidates: [],
                suggestions: [language.text("result.add-make")], changePath: "/?from=0198", in: language))

        let firearm = FirearmDescription(
            heading: "Taurus PT 92", type: language.label("type", "pistol"),
            action: language.label("action", "semi-automatic"), make: "Taurus", model: "PT 92", calibre: "9 mm Luger",
            countryOfManufacture: language.countryName("BR"), yearMade: "2009",
            countryOfImport: language.countryName("PY"), importer: "Armería Ysyry S.A.", importYear: "2011",
            barrelLength: "127 mm", finish: nil, conversion: language.label("conversion", "none"),
            numbers: [
                .init(
                    part: language.label("number-part", "frame"), state: language.badge("number-state", "partial"),
                    serial: SerialStrip("THX4?921", in: language)),
                .init(
                    part: language.label("number-part", "slide"), state: language.badge("number-state", "legible"),
                    serial: SerialStrip("THX47921", in: language)),
                .init(
                    part: language.label("number-part", "barrel"), state: language.badge("number-state", "removed"),
                    serial: nil, remark: "raspado <b>"),
            ],
            marks: [
                .init(kind: language.label("mark-kind", "importer"), text: "YSYRY ASUNCION PY", place: "left side"),
                .init(kind: language.label("mark-kind", "crest"), text: "PN", place: nil),
            ])
        var record = RecordReport(
            number: "BR-2026-000123", version: 3, heading: firearm.heading, firearm: firearm,
            recordClass: language.badge("class", "stolen"),
            status: language.badge("status", "active"), handling: language.badge("handling", "restricted"), owner: br,
            nationalReference: "BO 2291/2024", purpose: language.label("purpose", "identify-objects"),
            date: "2024-03-18", place: "Foz do Iguaçu", country: language.countryName("BR"),
            circumstances:
                "Taken from a parked vehicle with two magazines.\nThe owner noticed the loss the next morning.",
            created: TimeStamp("2024-03-19T08:00:00Z"), retention: TimeStamp("2029-03-19"))
        record.match = .init(
            check: "0198", path: "/checks/0198", score: 94,
            reasons: [
                ReasonChip(code: "serial.unreadable", weight: 3, arguments: ["7", "8", "5"], in: language),
                ReasonChip(code: "make.equal", weight: 1, arguments: ["Taurus"], in: language),
            ], mayDeclareHit: true)
        pages.append(record)
        record.match = nil
        record.hiddenFrom = [language.countryName("VE")]
        record.versions = [
            .init(
                number: 3, time: TimeStamp("2026-02-01T10:00:00Z"), actor: "a.moraes",
                action: language.text("journal-action.record.change"), changes: ["calibre", "numbers"]),
            .init(
                number: 1, time: TimeStamp("2024-03-19T08:00:00Z"), actor: "a.moraes",
                action: language.text("journal-action.record.create")),
        ]
        record.actions = .init(editPath: "/records/x/edit", mayLocate: true, mayClear: true, mayCancel: true)
        record.attachments = [.init(name: "report.pdf", path: "/records/x/attachments/1", size: "240 kB")]
        record.hits = [
            .init(
                number: "H-2026-000017", path: "/hits/H-2026-000017", state: language.badge("hit-state", "acknowledged")
            )
        ]
        pages.append(record)

        return pages
    }
}
