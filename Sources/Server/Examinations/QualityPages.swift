import Foundation
import Hummingbird
import Registry
import Storage

/// Quality and statistics on pages: planted tests with the error rates they give, and what laboratories did.
struct QualityPages {
    let site: Site

    func add(to router: Router<WebContext>) {
        router.get("/quality", use: show)
        router.post("/quality", use: plant)
        router.get("/laboratory-statistics", use: statistics)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try await page(request, context)
    }

    private func plant(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let form = context.form
        do {
            guard let truth = try form.code("truth", { PlantedTest.Truth(rawValue: $0) }) else {
                throw RegistryError(.invalid, failures: [FieldFailure("truth", "required")])
            }
            _ = try await site.registry.examinations.plant(
                form["first"] ?? "", form["second"] ?? "", truth: truth, note: HitStep.note(form), actor
            )
            return Site.seeOther("/quality?done=test-planted")
        } catch let error as RegistryError where error.code == .invalid || error.code == .duplicate {
            return try await page(request, context, refused: error)
        }
    }

    private func page(
        _ request: Request, _ context: WebContext, refused: RegistryError? = nil
    ) async throws -> Response {
        let actor = try context.requireActor()
        let language = site.language(context)
        let report = try await site.registry.examinations.proficiency(actor)
        var page = QualityPage(report, in: language)
        if let refused {
            let form = context.form
            page.isPlanting = true
            page.errors = language.fieldErrors(refused.failures)
            if refused.code == .duplicate {
                page.errors = [FieldError(field: "first", text: language.text("quality.duplicate"))]
            }
            func message(_ field: String) -> String? { language.message(for: field, in: refused.failures) }
            page.first = TextField(value: form["first"] ?? "", error: message("first"))
            page.second = TextField(value: form["second"] ?? "", error: message("second"))
            page.note = TextField(value: HitStep.note(form), error: message("note"))
            for index in page.truths.indices {
                page.truths[index].isSelected = page.truths[index].value == form["truth"]
            }
        }
        return try await site.page(
            page, request, context, section: .examinations, status: refused.map { Problem($0).status } ?? .ok,
            notice: refused == nil ? PageMessage.done(request, ["test-planted"], in: language) : nil
        )
    }

    private func statistics(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let language = site.language(context)
        var page = LaboratoryStatisticsPage(rows: [])
        page.from.value = request.query["from"] ?? ""
        page.until.value = request.query["until"] ?? ""
        var status = HTTPResponse.Status.ok
        do {
            let span = try StatisticsSpan(request.query)
            let bureaus = try await site.bureauNames(actor)
            page.rows = try await site.registry.examinations.statistics(span, actor).map {
                LaboratoryStatisticsPage.Row($0, bureaus: bureaus, in: language)
            }
        } catch let error as RegistryError where error.code == .invalid {
            page.errors = language.fieldErrors(error.failures)
            page.from.error = language.message(for: "from", in: error.failures)
            page.until.error = language.message(for: "until", in: error.failures)
            status = Problem(error).status
        }
        return try await site.page(page, request, context, section: .examinations, status: status)
    }
}

extension StatisticsSpan {
    /// Reads the days of a query, both of which count.
    /// - Throws: `RegistryError` `invalid` for what is no day.
    init(_ query: FormFields) throws(RegistryError) {
        var failures: [FieldFailure] = []
        func moment(_ name: String) -> Moment? {
            guard let text = query[name] else { return nil }
            let moment = CalendarDate(text).flatMap { Moment("\($0)T00:00:00Z") }
            if moment == nil { failures.append(FieldFailure(name, "not-a-date", value: text)) }
            return moment
        }
        let (from, until) = (moment("from"), moment("until"))
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        self.init(from: from, until: until?.adding(days: 1))
    }
}

extension QualityPage {
    fileprivate init(_ report: ProficiencyReport, in language: Language) {
        self.init(
            byConclusion: Self.rates(report.byConclusion, language), byOutcome: Self.rates(report.byOutcome, language),
            tests: report.tests.map { test in
                Test(
                    number: test.examination.number, path: "/examinations/\(test.examination.number)",
                    truth: language.badge("test-truth", test.truth.rawValue),
                    state: language.badge("examination-state", test.examination.state.rawValue),
                    planted: TimeStamp(test.plantedAt.description), plantedBy: test.plantedBy,
                    note: test.note.isEmpty ? nil : test.note,
                    conclusions: test.conclusions.map { language.badge("conclusion", $0.conclusion.rawValue) }
                )
            },
            truths: language.choices("test-truth", PlantedTest.Truth.allCases.map(\.rawValue))
        )
    }

    private static func rates(_ rates: ErrorRates, _ language: Language) -> [Rate] {
        [
            ("quality.false-identification", rates.falseIdentification),
            ("quality.false-elimination", rates.falseElimination),
            ("quality.inconclusive-same", rates.inconclusiveSameSource),
            ("quality.inconclusive-different", rates.inconclusiveDifferentSources),
        ].map { key, proportion in
            Rate(
                label: language.text(key), count: language.share(proportion),
                share: proportion.share.map(Self.percent) ?? "—",
                interval: proportion.interval.map {
                    "\(Self.percent($0.lowerBound)) – \(Self.percent($0.upperBound))"
                } ?? "—"
            )
        }
    }

    private static func percent(_ share: Double) -> String {
        "\((share * 1_000).rounded() / 10) %"
    }
}

extension Language {
    /// So many of so many.
    fileprivate func share(_ proportion: Proportion) -> String {
        text("quality.of", ["count": number(proportion.count), "total": number(proportion.total)])
    }
}

extension LaboratoryStatisticsPage.Row {
    fileprivate init(_ statistics: LaboratoryStatistics, bureaus: BureauNames, in language: Language) {
        func span(_ seconds: Double?) -> String { seconds.map { language.duration(seconds: Int($0)) } ?? "—" }
        self.init(
            bureau: bureaus[statistics.bureau], entries: language.number(statistics.entries),
            leads: language.number(statistics.leads), hits: language.number(statistics.hits),
            refuted: language.number(statistics.refuted), entryToCorrelation: span(statistics.entryToCorrelation),
            entryToLead: span(statistics.entryToLead), leadToHit: span(statistics.leadToHit),
            recall: statistics.recall.map { recall in
                language.text(
                    "statistics.recall-at", ["rank": "\(recall.rank)", "share": language.share(recall.found)])
            }
        )
    }
}
