import Firearms
import Foundation

@testable import Registry
@testable import Server

extension SamplePages {
    /// Imports, journal, administration and the rest.
    static func desk(_ language: Language) -> [any Page] {
        var pages: [any Page] = []

        let br = BureauName(countryCode: "BR", name: "NCB Brasília"),
            py = BureauName(countryCode: "PY", name: "NCB Asunción")
        let counts = [
            ImportCount("total", 1635, in: language), ImportCount("accepted", 1521, in: language),
            ImportCount("warned", 102, in: language), ImportCount("refused", 12, in: language),
        ]
        pages.append(
            ImportUploadPage(
                kind: .init(
                    choices: ["firearm", "document"].map {
                        .init(value: $0, label: language.text("records.tab-\($0)"), isSelected: $0 == "document")
                    }),
                largestFile: "100 MB",
                earlier: [
                    .init(
                        path: "/imports/1", file: "extraviadas_2026.csv", time: TimeStamp("2026-11-23T10:15:00Z"),
                        state: language.badge("import-state", "finished"),
                        summary: language.text("import.summary", ["accepted": "630", "refused": "5"]))
                ]))
        let fields = language.choices(
            "import-field", ["serial", "make", "model", "calibre", "event-date"], selected: "serial",
            blank: language.text("import.leave-out"))
        pages.append(
            ImportMappingPage(
                identifier: "1", fileName: "extraviadas_2026.csv",
                format: language.text(
                    "import.format",
                    ["encoding": "UTF-8", "delimiter": language.label("delimiter", "semicolon"), "columns": "6"]),
                columns: ["Nro. serie", "Marca", "Modelo", "Calibre", "Fecha", "Observaciones"].enumerated().map {
                    .init(
                        index: $0.offset, heading: $0.element,
                        samples: ["THX47921", "A-98811 <b>", "raspado", "una descripción bastante larga del hecho"],
                        field: .init(choices: fields, error: $0.offset == 3 ? language.failure("mapped-twice") : nil),
                        isSuggested: $0.offset < 2)
                }, defaultClass: .init(choices: language.choices("class", ["stolen", "lost"])),
                defaultPurpose: .init(choices: language.choices("purpose", ["identify-objects"])),
                defaultHandling: .init(choices: language.choices("handling", ["official-use-only"])),
                dayComesFirst: .init(choices: [.init(value: "", label: language.text("import.date-order-auto"))])))
        pages.append(
            ImportObjectsPage(
                identifier: "1", fileName: "pasaportes.csv",
                format: language.text(
                    "import.format",
                    ["encoding": "UTF-8", "delimiter": language.label("delimiter", "semicolon"), "columns": "3"]),
                columns: [
                    .init(
                        heading: "Número", samples: ["FK123456", "A-98811 <b>"],
                        field: language.importFieldLabel("number")),
                    .init(heading: "Observaciones internas", samples: [], field: nil),
                ],
                defaultClass: .init(
                    choices: language.choices(
                        "document-class", ["lost", "stolen"], selected: "lost", blank: language.text("import.refuse"))),
                defaultPurpose: .init(choices: language.choices("purpose", ["identify-objects"])),
                defaultHandling: .init(choices: language.choices("handling", ["official-use-only"])),
                dayComesFirst: .init(choices: [.init(value: "", label: language.text("import.date-order-auto"))])))
        pages.append(
            ImportVerdictPage(
                identifier: "1", fileName: "extraviadas_2026.csv", counts: counts,
                rows: (1...6).map {
                    .init(
                        number: "\($0 * 13)",
                        verdict: language.badge("verdict-word", $0 % 2 == 0 ? "warned" : "refused"),
                        field: language.label("import-field", "serial"), value: "THX47921",
                        reason: $0 % 2 == 0
                            ? language.failure("text-kept-aside")
                            : language.failure("duplicate", ["number": "BR-2026-000123"]))
                }, more: language.text("import.more", ["shown": "6", "total": "114"]),
                refusedPath: "/imports/1/refused.csv", mappingPath: "/imports/1?step=mapping", mayStart: true,
                understanding: understanding(language)))
        var table = BureauTablePage()
        table.corrections = [
            .init(
                identifier: "1", field: language.label("import-field", "make"), written: "Zzyx <Werke>",
                meaning: "Taurus", user: "a.moraes", time: TimeStamp("2026-11-23T10:15:00Z"))
        ]
        table.rows = [
            .init(
                kind: language.label("import-field", "make"), kindCode: "make", key: "acme", name: "Acme Arms",
                aliases: "Acme, Acme SA")
        ]
        table.exports = [.init(path: "/reference-table/rows/make", label: language.label("reference-file", "make"))]
        table.isAtWork = true
        pages.append(table)
        pages.append(BureauTablePage())
        pages.append(
            ImportProgressPage(
                identifier: "1", fileName: "extraviadas_2026.csv", isDryRun: false, percent: 42,
                text: language.text("import.rows-read", count: 210_000)))
        pages.append(
            ImportDonePage(
                identifier: "1", fileName: "extraviadas_2026.csv", counts: counts,
                text: "2026-11-23 10:15 UTC",
                refusedPath: "/imports/1/refused.csv", recordsPath: "/records"))
        pages.append(
            JournalListPage(
                verification: .init(
                    state: language.badge("verification", "verified"),
                    text: language.text("journal.verified-text", ["entries": language.number(1_204_331)]),
                    time: TimeStamp("2026-11-23T10:00:00Z")),
                action: .init(choices: [.init(value: "", label: language.text("list.all"))]), isFiltered: true,
                rows: (1...8).map {
                    .init(
                        sequence: language.number(1_204_331 - $0), time: TimeStamp("2026-11-23T10:15:00Z"),
                        user: $0 % 2 == 0 ? "r.benitez" : "a.moraes", bureau: $0 % 2 == 0 ? py : br,
                        action: language.label("journal-action", $0 % 2 == 0 ? "check.create" : "record.change"),
                        actionCode: $0 % 2 == 0 ? "check.create" : "record.change",
                        object: $0 % 2 == 0 ? "check:0198f2c0-7777-7aaa-8bbb-0123456789ab" : "record:BR-2026-000123",
                        objectPath: $0 % 2 == 0 ? nil : "/records/BR-2026-000123",
                        details: [
                            .init(name: "purpose", value: "identify-objects"), .init(name: "candidates", value: "3"),
                        ])
                }, pager: .init(next: "/journal?before=3")))
        pages.append(
            UsersPage(
                rows: [
                    .init(
                        name: "r.benitez", displayName: "Rocío Benítez", role: language.badge("role", "officer"),
                        bureau: py, state: language.badge("user-state", "active"),
                        created: TimeStamp("2026-01-23T10:15:00Z"), mayDisable: true, mayReset: true),
                    .init(
                        name: "language.gauto", displayName: "Luis Gauto", role: language.badge("role", "bureau-desk"),
                        bureau: py, state: language.badge("user-state", "disabled"),
                        created: TimeStamp("2026-01-23T10:15:00Z"), mayEnable: true),
                ], issued: .init(name: "language.gauto", secret: "tuna-orbit-lemon-92"),
                role: .init(choices: language.choices("role", ["officer", "bureau-desk"])), isExpanded: true))
        pages.append(
            AccountPage(
                name: "r.benitez", displayName: "Rocío Benítez", role: language.label("role", "officer"), bureau: py,
                currentPassword: .init(error: language.failure("wrong")),
                issued: .init(name: "Patrol tablet", secret: "cartouche_7f3k2m9q1x8w5z"),
                tokens: [
                    .init(
                        identifier: "1", name: "Patrol tablet", scopes: [language.label("scope", "check")],
                        created: TimeStamp("2026-01-01T00:00:00Z"), expires: TimeStamp("2026-12-31T00:00:00Z"),
                        state: language.badge("token-state", "active"), mayRevoke: true)
                ], scopes: language.choices("scope", ["check", "records:read", "hits"]),
                days: .init(choices: [.init(value: "90", label: language.text("account.days", count: 90))]),
                errors: [language.fieldError("currentPassword", "wrong")]))
        pages.append(
            ReferencePage(
                title: "Cartouche API", version: "1.0.0", description: "JSON over HTTPS.",
                groups: [
                    .init(
                        identifier: "checks", name: "Checks", description: "Two steps: candidates, then a full report.",
                        operations: [
                            .init(
                                identifier: "create-check", method: "POST", path: "/api/v1/checks",
                                summary: "Check a firearm", description: "Logged before the answer leaves.",
                                scope: "check",
                                parameters: [
                                    .init(
                                        name: "Idempotency-Key", place: "header", type: .init(text: "string"),
                                        description: "At most 64 characters.")
                                ],
                                requestBody: .init(
                                    mediaType: "application/json",
                                    type: .init(text: "CheckRequest", path: "#schema-check")),
                                responses: [
                                    .init(
                                        status: "201", description: "The candidates.",
                                        type: .init(text: "Check", path: "#schema-check")),
                                    .init(status: "422", description: "Every wrong field."),
                                ]),
                            .init(
                                identifier: "get-check", method: "GET", path: "/api/v1/checks/{id}",
                                summary: "Read a check again",
                                parameters: [
                                    .init(name: "id", place: "path", type: .init(text: "string"), isRequired: true)
                                ]),
                        ])
                ],
                schemas: [
                    .init(
                        identifier: "schema-check", name: "CheckRequest",
                        properties: [
                            .init(
                                name: "serial", type: .init(text: "string"), isRequired: true,
                                description: "? for an unreadable place")
                        ]), .init(identifier: "schema-class", name: "RecordClass", values: ["lost", "stolen"]),
                ]))
        pages.append(ErrorPage(status: 404, code: "not-found", requestIdentifier: "0198f2c0-7777", in: language))
        pages.append(ErrorPage(status: 500, code: "nonsense", requestIdentifier: "0198f2c0-7777", in: language))

        return pages
    }

    private static func understanding(_ language: Language) -> UnderstandingView {
        UnderstandingView(
            [
                ColumnUnderstanding(
                    column: 1, field: .make, sure: 1_204, doubtful: 31, unknown: 12,
                    texts: [
                        ColumnText(
                            text: "Zzyx <Werke>", understanding: .unknown, meaning: nil, rule: nil, count: 12,
                            firstRow: 3),
                        ColumnText(
                            text: "TAURUS/ROSSI", understanding: .doubtful, meaning: "taurus", rule: "first-of-several",
                            count: 31, firstRow: 7),
                    ])
            ], headings: ["Serie", "Marca"], table: .standard, in: language)
    }
}
