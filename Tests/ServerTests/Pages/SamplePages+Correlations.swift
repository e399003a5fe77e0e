@testable import Server

extension SamplePages {
    /// Ranked lists and their queue.
    static func correlations(_ language: Language) -> [any Page] {
        let br = BureauName(countryCode: "BR", name: "NCB Brasília")
        let ar = BureauName(countryCode: "AR", name: "NCB Buenos Aires")
        let list = CorrelationListPage(
            number: "BR-E-2026-000123.1", markPath: "/marks/BR-E-2026-000123.1", exhibit: "BR-E-2026-000123",
            exhibitPath: "/exhibits/BR-E-2026-000123",
            facts: "Cartridge case · 9 mm Luger · Breech face", owner: br,
            event: "Shooting · 2026-05-11 · Foz do Iguaçu, Brazil",
            thumbnailPath: "/marks/BR-E-2026-000123.1/thumbnail",
            job: .init(
                state: language.badge("correlation-state", "running"), isOpen: true, percent: 64,
                text: language.text("correlation-stage.comparing"), canCancel: true
            ),
            filter: .init(
                countries: "AR, BR", withinKilometres: "80", from: "2026-01-01",
                owners: ChoiceField(choices: language.choices("correlation-owners", ["true"], blank: "-")),
                isFiltered: true, clearPath: "/marks/BR-E-2026-000123.1/correlation"
            ),
            rows: [
                .init(
                    rank: "1", number: "AR-E-2026-000007.1", listPath: "/marks/AR-E-2026-000007.1/correlation",
                    exhibitPath: "/exhibits/AR-E-2026-000007",
                    comparePath: "/comparisons/BR-E-2026-000123.1/AR-E-2026-000007.1",
                    thumbnailPath: "/marks/AR-E-2026-000007.1/thumbnail",
                    thumbnailText: language.text("correlation.thumbnail", ["number": "AR-E-2026-000007.1"]),
                    facts: "Cartridge case · 9 mm Luger · Breech face", owner: ar,
                    event: "Robbery · 2026-05-01 · Puerto Iguazú, Argentina", score: 83,
                    agreement: language.text("correlation.cells", ["agreeing": "41", "usable": "60"]),
                    bullet: language.text("correlation.bullet", count: 6, ["score": "81"]),
                    ratio: language.text("correlation.ratio", ["value": "1,600", "lower": "310", "upper": "8,200"]),
                    words: language.text("correlation.for-one-tool", ["words": "strong support"]),
                    apart: [
                        language.text("correlation.kilometres", count: 9), language.text("correlation.days", count: 10),
                    ],
                    badges: [
                        language.badge("link-standing", "lead"), language.badge("correlation-flag", "same-firearm"),
                    ]
                )
            ],
            isPending: true, summary: language.text("correlation.count", count: 1),
            note: language.text("correlation.candidates-only"),
            gaps: [
                .init(number: "AR-E-2026-000009.1", reason: "The content of the blob <x> is not what its name says.")
            ],
            pager: Pager(next: "/marks/BR-E-2026-000123.1/correlation?after=25"),
            eventsPath: "/correlations/events?mark=BR-E-2026-000123.1"
        )
        var caseRow = list.rows[0]
        caseRow.own = .init(
            number: "BR-E-2026-000123.1", listPath: "/marks/BR-E-2026-000123.1/correlation",
            facts: "Cartridge case · 9 mm Luger · Breech face <1>"
        )
        let caseList = CaseCorrelationPage(
            number: "BR-C-2026-000012", casePath: "/cases/BR-C-2026-000012", title: "Shots <at> the harbour",
            compared: language.text("case-correlation.compared", count: 3),
            pending: language.text("case-correlation.pending", count: 1),
            filter: .init(
                owners: ChoiceField(choices: language.choices("correlation-owners", ["true"], blank: "-")),
                clearPath: "/cases/BR-C-2026-000012/correlation"
            ),
            rows: [caseRow], summary: language.text("case-correlation.count", count: 1),
            note: language.text("case-correlation.several-kinds"),
            pager: Pager(next: "/cases/BR-C-2026-000012/correlation?after=25")
        )
        let emptyCaseList = CaseCorrelationPage(
            number: "BR-C-2026-000013", casePath: "/cases/BR-C-2026-000013", title: "Found",
            compared: language.text("case-correlation.compared", count: 0), filter: .init(), rows: [],
            summary: language.text("case-correlation.count", count: 0), note: ""
        )
        func row(_ number: String, _ state: String, _ percent: Int, detail: String? = nil) -> CorrelationQueuePage.Row {
            .init(
                number: number, path: "/marks/\(number)/correlation",
                state: language.badge("correlation-state", state), isOpen: state == "running" || state == "waiting",
                percent: percent, text: language.text("correlation.done"), detail: detail,
                queued: TimeStamp("2026-11-23T10:15:00Z"), owner: br,
                priorities: state == "waiting"
                    ? language.choices("correlation-priority", ["low", "normal", "high"], selected: "normal") : [],
                priority: language.label("correlation-priority", "normal"),
                canCancel: state == "running" || state == "waiting", canRetry: state == "failed"
            )
        }
        let queue = CorrelationQueuePage(
            tabs: [.init(label: language.text("correlations.tab-own"), path: "/correlations", isCurrent: true)],
            rows: [
                row("BR-E-2026-000123.1", "running", 64), row("BR-E-2026-000124.1", "waiting", 0),
                row("BR-E-2026-000125.1", "failed", 0, detail: "no cell has a share of valid points of at least 0.15"),
                row("BR-E-2026-000126.1", "done", 100),
            ],
            eventsPath: "/correlations/events"
        )
        let empty = CorrelationQueuePage(tabs: [], rows: [], eventsPath: "/correlations/events")
        return [list, caseList, emptyCaseList, queue, empty]
    }
}
