@testable import Server

extension SamplePages {
    /// Examinations, links, reports and what comes of them.
    static func examinations(_ language: Language) -> [any Page] {
        let time = TimeStamp("2026-11-23T10:15:00Z")
        let tabs = [
            FilterTab(
                label: language.text("examination-list.to-verify"), path: "/examinations?show=to-verify",
                isCurrent: true, count: "2")
        ]
        let ages = [
            StepAge(label: language.text("age.entered"), time: time, age: "3 d 4 h", after: nil),
            StepAge(
                label: language.text("age.lead"), time: time, age: "2 h",
                after: language.text("age.after", ["time": "3 d"])),
        ]
        let (first, second) = (exhibit("BR", "1", language), exhibit("AR", "2", language))
        let state = language.badge("examination-state", "awaiting-verification")
        let row = ExaminationListPage.Row(
            number: "BR-X-2026-000001", path: "/examinations/BR-X-2026-000001", state: state,
            basis: language.label("examination-basis", "screen"), first: first, second: second, ages: ages,
            next: language.text("examination-next.verify.you"), isReaders: true
        )
        var list = ExaminationListPage(
            tabs: tabs, rows: [row], explanation: language.text("examination-list.all.explained"),
            managesQuality: true, mayOpen: true
        )
        list.isOpening = true
        list.second = TextField(value: "AR-E-<b>", error: language.failure("unknown-exhibit"))
        list.errors = [language.fieldError("second", "unknown-exhibit")]
        let empty = ExaminationListPage(tabs: tabs, rows: [], explanation: "", managesQuality: false, mayOpen: false)
        let link = ExhibitLinkListPage.Row(
            number: "BR-X-2026-000001", path: "/links/BR-X-2026-000001",
            standing: language.badge("link-standing", "hit"), hit: "BR-BH-2026-000001", first: first, second: second,
            laboratory: first.bureau, ages: ages, isNew: true
        )
        return [
            list, empty, examination(first, second, ages, language),
            ExhibitLinkListPage(tabs: tabs, rows: [link]), ExhibitLinkListPage(tabs: tabs, rows: []),
            ExhibitLinkPage(
                number: "BR-X-2026-000001", standing: language.badge("link-standing", "lead"), hit: nil,
                laboratory: first.bureau, first: first, second: second, ages: ages,
                steps: [
                    .init(
                        label: language.label("link-step", "lead"), time: time, actor: "rita.br · NCB Brasília",
                        note: "bag <12>")
                ],
                actions: [
                    .init(
                        code: "acknowledge", label: language.label("link-action", "acknowledge"),
                        explanation: language.text("link-action.acknowledge.explained"), weight: "main")
                ], examinationPath: "/examinations/BR-X-2026-000001"
            ),
            report(time, language), ReportCheckPage(),
            ReportCheckPage(
                hash: TextField(value: "x", error: language.failure("not-a-hash")),
                finding: .init(isGenuine: true, text: language.text("report-check.unknown"), path: "/reports/1"),
                errors: [language.fieldError("sha256", "not-a-hash")]
            ), quality(time, language),
            LaboratoryStatisticsPage(
                rows: [
                    .init(
                        bureau: first.bureau, entries: "120", leads: "14", hits: "3", refuted: "1",
                        entryToCorrelation: "2 min", entryToLead: "3 d 4 h", leadToHit: "—",
                        recall: ["1 of 3", "3 of 3", "3 of 3"])
                ]
            ),
        ]
    }

    private static func exhibit(_ country: String, _ number: String, _ language: Language) -> PairedExhibit {
        PairedExhibit(
            number: "\(country)-E-2026-00000\(number)", path: "/exhibits/\(country)-E-2026-00000\(number)",
            bureau: BureauName(countryCode: country, name: "NCB <\(country)>"),
            caseNumber: "\(country)-C-2026-000001", kind: language.label("exhibit-kind", "cartridge-case"),
            event: language.label("event-kind", "shooting"), entered: TimeStamp("2026-11-20T06:00:00Z"),
            marks: [
                .init(number: "\(country)-E-2026-00000\(number).1", label: "Breech face", picturePath: "/picture"),
                .init(number: "\(country)-E-2026-00000\(number).2", label: "Firing pin", picturePath: nil),
            ]
        )
    }

    private static func examination(
        _ first: PairedExhibit, _ second: PairedExhibit, _ ages: [StepAge], _ language: Language
    ) -> ExaminationPage {
        let conclusions = language.choices("conclusion", ["identification", "elimination"], selected: "elimination")
        var page = ExaminationPage(
            number: "BR-X-2026-000001", version: 2, state: language.badge("examination-state", "disagreed"),
            basis: language.label("examination-basis", "screen"),
            round: language.text("examination.round", ["number": "1"]),
            outcome: language.badge("conclusion", "identification"), isBlind: true, isVerification: true, first: first,
            second: second,
            pairs: [
                .init(value: "a b", label: "Breech face – Breech face", path: "/comparisons/a/b", isSelected: true)
            ],
            ages: ages,
            history: [
                .init(
                    label: language.text("examination.signed", ["number": "1"]),
                    time: TimeStamp("2026-11-23T10:15:00Z"), actor: "Rita Prado (rita.br)",
                    conclusion: language.badge("conclusion", "identification"), text: "Striae <agree>.",
                    detail: "a – b")
            ], linkPath: "/links/BR-X-2026-000001", linkStanding: language.badge("link-standing", "lead")
        )
        page.conclude = .init(
            conclusions: conclusions, reasons: TextField(value: "<b>", error: language.failure("required")),
            isFirst: true, conclusionError: language.failure("required"), marksError: language.failure("required"),
            likelyError: language.failure("not-allowed")
        )
        page.discuss = .init(
            conclusions: conclusions, record: TextField(value: "", error: language.failure("required")))
        page.proceed = [
            .init(
                basis: "exhibits", label: language.text("examination.proceed-exhibits"),
                explanation: language.text("examination.proceed-exhibits-explained"))
        ]
        page.mayWithdraw = true
        page.mayReport = true
        page.reports = [
            .init(
                number: "BR-X-2026-000001-R1", path: "/reports/BR-X-2026-000001-R1",
                time: TimeStamp("2026-11-23T10:15:00Z"), issuer: "Rita Prado", isSuperseded: true)
        ]
        page.errors = [language.fieldError("reasons", "required")]
        return page
    }

    private static func report(_ time: TimeStamp, _ language: Language) -> ReportPage {
        let facts = [ReportPage.Fact(label: language.text("report.outcome"), text: "Identification <b>")]
        return ReportPage(
            number: "BR-X-2026-000001-R1", examination: "BR-X-2026-000001", laboratory: "NCB Brasília (BR)",
            issued: time, issuer: "Rita Prado (rita.br)", hash: String(repeating: "0f", count: 32),
            supersededBy: "BR-X-2026-000001-R2", facts: facts,
            exhibits: [
                .init(
                    number: "BR-E-2026-000001", facts: facts,
                    marks: [
                        .init(
                            number: "BR-E-2026-000001.1", label: "Breech face", picture: "00", picturePath: "/picture",
                            facts: facts, steps: ["filter: longCutoff 500 → scatter 1.2 um"])
                    ])
            ],
            comparisons: [
                .init(marks: "a – b", score: "0.412", agreeing: "37/60", evidence: "log₁₀ LR 2.10", detail: "cells")
            ],
            conclusions: [
                .init(
                    conclusion: language.badge("conclusion", "identification"), heading: "1",
                    signature: "Rita Prado (rita.br)", time: time, reasons: "Striae <agree>.", facts: facts)
            ],
            steps: [
                .init(label: language.label("examination-step", "opened"), time: time, user: "—", note: "<b>")
            ], notes: facts, snapshots: [.init(picture: "00", path: "/picture", caption: "a – b")]
        )
    }

    private static func quality(_ time: TimeStamp, _ language: Language) -> QualityPage {
        let rate = QualityPage.Rate(
            label: language.text("quality.false-identification"), count: "1 of 12", share: "8.3 %",
            interval: "1.5 % – 35.4 %"
        )
        var page = QualityPage(
            byConclusion: [rate], byOutcome: [rate],
            tests: [
                .init(
                    number: "BR-X-2026-000002", path: "/examinations/BR-X-2026-000002",
                    truth: language.badge("test-truth", "same-source"),
                    state: language.badge("examination-state", "verified"), planted: time,
                    plantedBy: "quality.br", note: "set <3>",
                    conclusions: [language.badge("conclusion", "identification")])
            ], truths: language.choices("test-truth", ["same-source", "different-sources"])
        )
        page.isPlanting = true
        page.first.error = language.failure("seen-by-others")
        page.errors = [language.fieldError("first", "seen-by-others")]
        return page
    }
}
