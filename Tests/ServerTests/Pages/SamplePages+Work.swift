import Foundation

@testable import Server

extension SamplePages {
    /// Hits, lists and forms.
    static func work(_ language: Language) -> [any Page] {
        var pages: [any Page] = []

        let br = BureauName(countryCode: "BR", name: "NCB Brasília"),
            ar = BureauName(countryCode: "AR", name: "NCB Buenos Aires"),
            py = BureauName(countryCode: "PY", name: "NCB Asunción"),
            cc = BureauName(countryCode: "XX", name: language.text("party.coordination-centre"))
        let reasons = [
            ReasonChip(code: "serial.unreadable", weight: 3, arguments: ["7", "8", "5"], in: language),
            ReasonChip(code: "make.equal", weight: 1, arguments: ["Taurus"], in: language),
            ReasonChip(code: "model.differs", weight: -1, arguments: ["PT 92", "PT 99"], in: language),
        ]
        let due = TimeStamp("2026-11-23T23:50:00Z")
        let hit = HitPage(
            number: "BR-H-2026-000012", version: 2, state: language.badge("hit-state", "acknowledged"),
            urgency: language.badge("urgency", "urgent"), origin: language.label("hit-origin", "check"),
            clock: ClockView(due: due, secondsLeft: 480, isUrgent: true, in: language), isUnconfirmed: true,
            parties: [
                .init(role: language.label("party", "searcher"), bureau: py, isReader: false),
                .init(role: language.label("party", "owner"), bureau: br, isReader: true),
                .init(role: language.label("party", "coordination-centre"), bureau: cc, isReader: false),
            ],
            steps: [
                .init(
                    label: language.text("hit-step.create"), phase: "done", time: TimeStamp("2026-11-23T10:16:00Z"),
                    actor: "r.benitez · NCB Asunción", note: "Held at the bridge post with the driver."),
                .init(
                    label: language.text("hit-step.acknowledge"), phase: "done",
                    time: TimeStamp("2026-11-23T10:17:00Z"), actor: "a.moraes · NCB Brasília"),
                .init(label: language.text("hit-step.awaiting-owner"), phase: "current"),
                .init(label: language.text("hit-step.awaiting-action"), phase: "open"),
                .init(label: language.text("hit-step.awaiting-outcome"), phase: "open"),
            ],
            score: 94, reasons: reasons, numberLabel: "Serial number",
            readSerial: SerialStrip("THX4?921", comparedWith: "THX47921", in: language),
            recordedSerial: SerialStrip("THX47921", comparedWith: "THX4?921", in: language),
            hasNumbers: true,
            lines: [
                .init(language.text("field.make"), read: "Taurus", recorded: "Taurus", in: language),
                .init(language.text("field.model"), read: "PT 99", recorded: "PT 92", in: language),
                .init(
                    language.text("field.calibre"), read: "9 mm",
                    recorded: "9 mm Luger", isSimilar: true, in: language),
                .init(language.text("field.type"), read: nil, recorded: language.label("type", "pistol"), in: language),
            ],
            readHeading: language.text("hit.checked-by", ["bureau": py.name]),
            recordedHeading: language.text("hit.record-of", ["bureau": br.name]),
            links: [
                .init(path: "/checks/1", label: language.text("hit.open-check")),
                .init(
                    path: "/records/BR-2026-000123",
                    label: language.text("hit.open-record", ["number": "BR-2026-000123"])),
            ],
            actions: ["confirm", "refute", "ask-more-time", "record-outcome"].map {
                HitPage.Action(
                    $0,
                    outcomes: $0 == "record-outcome"
                        ? language.choices("hit-outcome", ["firearm-seized", "other"]) : [], in: language)
            })
        pages.append(hit)
        func row(_ n: String, _ left: Int?, _ state: String, _ yours: Bool, _ next: String, _ serial: String)
            -> WorklistPage.Row
        {
            .init(
                number: n, path: "/hits/\(n)", state: language.badge("hit-state", state),
                clock: left.map {
                    ClockView(
                        due: TimeStamp("2026-11-2\($0 < 0 ? 2 : 9)T23:50:00Z"), secondsLeft: $0, isUrgent: false,
                        in: language)
                }, object: "Taurus PT 92 · 9 mm Luger", serial: SerialStrip(serial, in: language),
                recordClass: language.badge("class", "stolen"), searcher: py, owner: br, next: language.text(next),
                isReaders: yours, changed: TimeStamp("2026-11-23T10:15:00Z"))
        }
        pages.append(
            WorklistPage(
                tabs: [
                    .init(label: language.text("worklist.tab-open"), path: "/worklist", isCurrent: true, count: "4"),
                    .init(
                        label: language.text("worklist.tab-yours"), path: "/worklist?show=yours", isCurrent: false,
                        count: "1"),
                    .init(label: language.text("worklist.tab-all"), path: "/worklist?show=all", isCurrent: false),
                ],
                rows: [
                    row("BR-H-2026-000009", -4000, "sent", true, "next.owner.you", "KL?2231"),
                    row("BR-H-2026-000012", 420, "acknowledged", true, "next.owner.you", "THX4?921"),
                    row("AR-H-2026-000101", 3200, "sent", false, "next.owner", "A98811"),
                    row("AR-H-2026-000090", nil, "confirmed", false, "next.searcher", "GHB20441"),
                ],
                summary: language.text("worklist.overdue", count: 1) + " · "
                    + language.text("worklist.open", count: 4))
        )
        pages.append(WorklistPage(tabs: [], rows: [], summary: language.text("worklist.open", count: 0)))
        let any = language.text("list.all")
        pages.append(
            RecordListPage(
                kind: "firearm", in: language,
                recordClass: .init(choices: language.choices("class", ["lost", "stolen"], blank: any)),
                status: .init(choices: language.choices("status", ["active"], blank: any)),
                bureau: .init(choices: [.init(value: "", label: any)]),
                rows: (1...14).map { i in
                    .init(
                        number: "BR-2026-00012\(i)", path: "/records/x",
                        recordClass: language.badge("class", i % 3 == 0 ? "lost" : "stolen"),
                        status: language.badge("status", i % 4 == 0 ? "located" : "active"),
                        handling: i % 5 == 0 ? language.badge("handling", "confidential") : nil,
                        firearm: "\(language.label("type", "pistol")) · Taurus PT 92 · 9 mm Luger",
                        serial: SerialStrip("THX4?92\(i % 10)", in: language), owner: i % 2 == 0 ? br : ar,
                        changed: TimeStamp("2026-11-23T10:15:00Z"))
                }, pager: .init(previous: "/records?before=1", next: "/records?after=3"),
                summary: language.text("records.count", count: 50210), newPath: "/records/new",
                exportPath: "/records.csv", isFiltered: true))
        func numberRow(_ i: Int) -> RecordFormPage.NumberRow {
            .init(
                index: i,
                text: TextField(
                    value: i == 0 ? "THX4?921" : "",
                    error: i == 0 ? language.failure("duplicate", ["number": "BR-2026-000001"]) : nil),
                part: .init(choices: language.choices("number-part", ["frame", "slide"])),
                state: .init(choices: language.choices("number-state", ["legible", "partial"])))
        }
        var form = RecordFormPage(
            action: "/records", cancelPath: "/records", numbers: (0..<3).map(numberRow),
            marks: (0..<2).map {
                .init(index: $0, kind: .init(choices: language.choices("mark-kind", ["proof", "crest"])))
            })
        form.errors = [
            .init(field: "numbers-0-text", text: language.failure("duplicate", ["number": "BR-2026-000001"]))
        ]
        form.purpose = .init(choices: language.choices("purpose", ["identify-objects"]))
        form.handling = .init(choices: language.choices("handling", ["official-use-only", "restricted"]))
        form.recordClass = .init(choices: language.choices("class", ["stolen", "lost"]))
        form.type = .init(choices: language.choices("type", ["pistol"], blank: "—"))
        form.hiddenFrom = language.countryChoices(["AR", "BO", "CL", "VE"], selected: "VE")
        form.hidesFromAny = true
        pages.append(form)
        form.number = "BR-2026-000123"; form.version = 2
        pages.append(form)

        return pages
    }
}
