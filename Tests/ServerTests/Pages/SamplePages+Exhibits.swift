@testable import Server

extension SamplePages {
    private static let time = TimeStamp("2026-11-23T10:15:00.000Z")
    private static let brazil = BureauName(countryCode: "BR", name: "NCB Brasília")

    static func exhibits(_ language: Language) -> [any Page] {
        [
            CaseListPage(
                text: "12",
                rows: [
                    CaseListPage.Row(
                        number: "BR-C-2026-000012", path: "/cases/BR-C-2026-000012", title: "Shots <at> the harbour",
                        reference: "IPL 12/2026", events: "Shooting · 2026-03-02", exhibits: "3 exhibits", changed: time
                    )
                ], pager: Pager(next: "/cases?after=3"), newPath: "/cases/new", isFiltered: true
            ), CaseListPage(rows: []),
            CasePage(
                number: "BR-C-2026-000012", version: 2, title: "Shots at the harbour", laboratory: "IC Curitiba",
                reference: "IPL 12/2026", summary: "Two shooters\nfled.", created: time,
                events: [
                    CasePage.Event(
                        place: 1, kind: "Shooting", date: "2026-03-02", location: "Foz do Iguaçu, Brazil",
                        coordinates: "-25.5, -54.6", border: "4 km"
                    )
                ], exhibits: [row],
                candidates: .init(
                    rows: [], summary: "0", note: "", pending: language.text("case-correlation.pending", count: 2),
                    listPath: "/cases/BR-C-2026-000012/correlation"
                ),
                editPath: "/cases/1/edit", newExhibitPath: "/exhibits/new?case=1",
                eventForm: eventForm
            ),
            CasePage(
                number: "BR-C-2026-000013", version: 1, title: "Found", laboratory: "IC", created: time, events: [],
                exhibits: []
            ),
            CaseFormPage(
                action: "/cases", cancelPath: "/cases", errors: [FieldError(field: "title", text: "Title: is needed")],
                title: TextField(error: "is needed"), laboratory: TextField(value: "IC"), reference: TextField(),
                summary: TextField(), reason: TextField(), event: eventForm
            ),
            CaseFormPage(
                action: "/cases/1", cancelPath: "/cases/1", number: "BR-C-2026-000012", version: 2,
                title: TextField(value: "Shots"), laboratory: TextField(value: "IC"), reference: TextField(),
                summary: TextField(), reason: TextField()
            ),
            ExhibitListPage(
                text: "BR-E", kind: choice, calibre: choice, submission: choice, bureau: choice, from: "2026-01-01",
                rows: [row, bareRow], pager: Pager(previous: "/exhibits", next: "/exhibits?after=9"),
                casesPath: "/cases", newPath: "/cases/new", isFiltered: true
            ), ExhibitListPage(rows: []), exhibit(isOwner: true, language), exhibit(isOwner: false, language),
            exhibitForm, mark(isReady: true), mark(isReady: false),
            RegionPage(
                number: "BR-E-2026-000123.1", label: "Primer", markPath: "/marks/1", action: "/marks/1/scans/1/x",
                picture: "/marks/1/scans/1/picture.png", width: "4600", height: "4500", insetX: "3", insetY: "3",
                shape: choice, x: TextField(value: "2300"), y: TextField(value: "2300"),
                radius: TextField(value: "1500", error: "is needed"), innerX: TextField(), innerY: TextField(),
                innerRadius: TextField(), drawn: "",
                errors: [FieldError(field: "radius", text: "Radius: is needed")]
            ),
        ]
    }

    private static let choice = ChoiceField(choices: [Choice(value: "a", label: "A", isSelected: true)])

    private static var eventForm: EventForm {
        EventForm(
            kind: choice, from: TextField(value: "2026-03-02"), until: TextField(), country: choice,
            locality: TextField(), latitude: TextField(error: "is no place on the earth"), longitude: TextField(),
            distanceToBorderKilometres: TextField(), isOpen: true
        )
    }

    private static let row = ExhibitListPage.Row(
        number: "BR-E-2026-000123", path: "/exhibits/BR-E-2026-000123",
        thumbnail: "/marks/BR-E-2026-000123.1/preparations/current/thumbnail.png", heading: "Cartridge case, 9 mm",
        kind: Badge(code: "cartridge-case", label: "Cartridge case"),
        submission: Badge(code: "submitted", label: "Submitted"),
        handling: Badge(code: "restricted", label: "Restricted"), event: "Shooting · 2026-03-02",
        caseNumber: "BR-C-2026-000012", owner: brazil, marks: "2 marks"
    )

    private static let bareRow = ExhibitListPage.Row(
        number: "BR-E-2026-000124", path: "/exhibits/BR-E-2026-000124", heading: "Bullet",
        kind: Badge(code: "bullet", label: "Bullet"), event: "", caseNumber: "BR-C-2026-000012", owner: brazil,
        marks: "0 marks"
    )

    private static func exhibit(isOwner: Bool, _ language: Language) -> ExhibitPage {
        ExhibitPage(
            number: "BR-E-2026-000123", version: 3, heading: "Cartridge case, 9 mm Luger",
            badges: [Badge(code: "submitted", label: "Submitted")],
            marks: [
                ExhibitPage.Mark(
                    number: "BR-E-2026-000123.1", path: "/marks/BR-E-2026-000123.1", label: "Primer",
                    kind: "Breech face", thumbnail: "/t.png", state: Badge(code: "ready", label: "Ready"),
                    finding: "62 % of the points are missing."
                ),
                ExhibitPage.Mark(
                    number: "BR-E-2026-000123.2", path: "/marks/BR-E-2026-000123.2", label: "Pin", kind: "Firing pin",
                    state: Badge(code: "waiting", label: "Being prepared")
                ),
            ], isWaiting: true,
            facts: isOwner
                ? [
                    ExhibitPage.Fact(name: "Calibre", value: "9 mm Luger"),
                    ExhibitPage.Fact(name: "Record", value: "BR-2026-000001", path: "/records/BR-2026-000001"),
                ] : [], remarks: isOwner ? "Found under\nthe bench." : nil,
            event: isOwner ? [ExhibitPage.Fact(name: "Date", value: "2026-03-02")] : [],
            custody: isOwner
                ? [
                    ExhibitPage.Step(
                        kind: "Secured", person: "Ana Prado", place: "Foz", note: "seal 12", time: time, entered: time,
                        enteredBy: "examiner.br"
                    )
                ] : [], custodyKinds: choice.choices,
            versions: isOwner
                ? [
                    ExhibitPage.Version(
                        number: 2, time: time, actor: "examiner.br", submission: "Not decided", reason: "border"
                    )
                ] : [], owner: brazil, caseNumber: "BR-C-2026-000012",
            casePath: isOwner ? "/cases/BR-C-2026-000012" : nil, purpose: "Forensic examination", created: time,
            retention: TimeStamp("2031-01-01"), hiddenFrom: isOwner ? [language.countryName("AR")] : [],
            submission: ExhibitPage.Submission(
                state: Badge(code: "submitted", label: "Submitted"), reasons: isOwner ? ["An act of terrorism"] : [],
                notStated: isOwner ? ["Three or more firearms together"] : [], mayDecide: isOwner, maySubmit: true,
                mayKeep: true
            ), editPath: isOwner ? "/exhibits/1/edit" : nil,
            upload: isOwner ? ExhibitPage.Upload(kinds: choice.choices, largest: "256 MiB") : nil,
            mayEnterCustody: isOwner
        )
    }

    private static var exhibitForm: ExhibitFormPage {
        ExhibitFormPage(
            action: "/exhibits/1", cancelPath: "/exhibits/1", number: "BR-E-2026-000123", version: 2,
            caseNumber: "BR-C-2026-000012",
            errors: [FieldError(field: "characteristics-lands", text: "Lands: does not belong to this kind")],
            event: choice, kind: choice, isTestFire: true, calibre: TextField(value: "9 mm"), calibres: ["9 mm Luger"],
            label: TextField(), ammunition: TextField(), firearmRecord: TextField(), remarks: TextField(error: "long"),
            lands: TextField(error: "does not belong to this kind"), twist: choice, landWidth: TextField(),
            grooveWidth: TextField(), firingPinShape: choice, breechFaceClass: choice, ejectorPosition: TextField(),
            extractorPosition: TextField(), isFromBorderOfficers: true, isFromSuspectedTrafficker: false,
            firearmsTogether: TextField(value: "3"), isPossessorResidentElsewhere: true, purpose: choice,
            handling: choice, hiddenFrom: choice.choices, hidesFromAny: true, retentionUntil: TextField(),
            reason: TextField()
        )
    }

    private static func mark(isReady: Bool) -> MarkPage {
        MarkPage(
            number: "BR-E-2026-000123.1", label: "Primer", kind: "Breech face", exhibit: "BR-E-2026-000123",
            exhibitPath: "/exhibits/BR-E-2026-000123", isWaiting: !isReady,
            state: Badge(code: isReady ? "ready" : "waiting", label: "State"),
            current: isReady
                ? MarkPage.Current(
                    version: 2, picture: "/p.png", regionPicture: "/r.png", surfacePath: "/s.x3p"
                ) : nil,
            scans: isReady
                ? [
                    MarkPage.Scan(
                        id: "7", fileName: "a<b>.x3p", path: "/marks/1/scans/7",
                        state: Badge(code: "ready", label: "Ready"),
                        findings: [
                            MarkPage.Finding(tone: "fatal", text: "No."), MarkPage.Finding(tone: "remark", text: "Hm."),
                        ], picture: "/a.png", markedPicture: "/b.png",
                        facts: [ExhibitPage.Fact(name: "Points", value: "700 × 700")], time: time,
                        uploadedBy: "examiner.br",
                        sameFile: [MarkPage.Link(text: "BR-E-2026-000001.1", path: "/marks/BR-E-2026-000001.1")],
                        regionPath: "/marks/1/scans/7/region"
                    )
                ] : [],
            preparations: isReady
                ? [
                    MarkPage.Preparation(
                        version: 2, isCurrent: true, thumbnail: "/t.png", time: time, madeBy: "examiner.br",
                        region: "drawn", steps: "levelled › filtered", mayChoose: false
                    ),
                    MarkPage.Preparation(
                        version: 1, isCurrent: false, thumbnail: "/t1.png", time: time, madeBy: "examiner.br",
                        region: "searched", steps: "", mayChoose: true
                    ),
                ] : [], upload: isReady ? ExhibitPage.Upload(kinds: [], largest: "256 MiB") : nil,
            correlationPath: "/marks/BR-E-2026-000123.1/correlation"
        )
    }
}
