import Hummingbird
import Registry
import Storage
import Surfaces
import Toolmarks

/// The pages of a mark: its scans and preparations, and uploading further scans.
struct MarkPages {
    let site: Site

    private static let notices: Set<String> = ["scan-added", "preparation-asked", "preparation-chosen"]

    func add(to router: Router<WebContext>) {
        router.get("/marks/:number", use: show)
        router.post("/marks/:number/scans", use: addScan)
        router.post("/marks/:number/preparation", use: choose)
        router.get("/marks/:number/scans/:scan") { _, context in try await MarkRoutes.download(site, context) }
        router.get("/marks/:number/scans/:scan/:file") { request, context in
            context.part("file") == "region"
                ? try await RegionPages(site: site).show(request, context) : try await MarkPictures.scan(site, context)
        }
        router.get("/marks/:number/preparations/:version/:file") { _, context in
            try await MarkPictures.preparation(site, context)
        }
        RegionPages(site: site).add(to: router)
        UploadRoutes(site: site, prefix: "").add(to: router)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try await page(refusing: [], request, context)
    }

    private func page(
        refusing failures: [FieldFailure], _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.requireActor()
        let language = site.language(context)
        let number = try context.markNumber()
        let detail = try await site.registry.marks.mark(number, actor)
        let exhibit = try await site.registry.exhibits.exhibit(number.exhibit, actor)
        let page = MarkPage(
            detail, of: exhibit, largest: site.registry.settings.largestScanBytes, for: actor, in: language
        )
        guard failures.isEmpty else {
            let text = language.fieldErrors(failures).map(\.text).joined(separator: " · ")
            return try await site.page(
                page, request, context, section: .exhibits, status: .unprocessableContent,
                notice: PageMessage(kind: "error", text: text)
            )
        }
        let notice = PageMessage.done(request, Self.notices, ["number": "\(number)"], in: language)
        return try await site.page(page, request, context, section: .exhibits, notice: notice)
    }

    private func addScan(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        let number = try context.markNumber()
        let form = try await MultipartForm.read(
            request, context, site, limit: site.registry.settings.largestScanBytes
        )
        do {
            guard let blob = form.blob else {
                throw RegistryError(.invalid, failures: [FieldFailure("file", "required")])
            }
            try await site.registry.marks.addScan(
                blob, name: form.fileName, reading: form.fields.scanReading(), to: .mark(number), actor
            )
            return Site.seeOther("/marks/\(number)?done=scan-added")
        } catch let error as RegistryError where !error.failures.isEmpty {
            return try await page(refusing: error.failures, request, context)
        }
    }

    private func choose(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let number = try context.markNumber()
        try await site.registry.marks.choose(
            preparation: context.form["version"].flatMap { Int($0) } ?? 0, of: number, actor
        )
        return Site.seeOther("/marks/\(number)?done=preparation-chosen")
    }
}

extension MarkPage {
    init(_ detail: MarkDetail, of exhibit: Exhibit, largest: Int, for actor: Actor, in language: Language) {
        let mark = detail.mark
        let path = "/marks/\(mark.number)"
        let mayChange = Access.mayChange(exhibitOf: exhibit.bureau, actor)
        self.init(
            number: mark.number.description, label: mark.label,
            kind: language.label("toolmark-kind", mark.kind.rawValue),
            exhibit: exhibit.number, exhibitPath: "/exhibits/\(exhibit.number)", isWaiting: detail.isWaiting,
            state: language.state(
                mark, isWaiting: detail.isWaiting, hasRefused: detail.scans.first?.state == .refused
            ),
            current: detail.current.map { current in
                let files = "\(path)/preparations/\(current.version)"
                let hasRegion = (try? current.record.regionPicture) != nil
                return Current(
                    version: current.version, picture: "\(files)/picture.png",
                    regionPicture: hasRegion ? "\(files)/region.png" : nil, surfacePath: "\(files)/surface.x3p"
                )
            },
            scans: detail.scans.map { scan in
                Scan(scan, of: detail, mayDraw: mayChange && !detail.isWaiting, in: language)
            },
            preparations: detail.preparations.map { preparation in
                let isCurrent = preparation.sequence == mark.currentPreparation
                let record = try? preparation.record
                return Preparation(
                    version: preparation.version, isCurrent: isCurrent,
                    thumbnail: "\(path)/preparations/\(preparation.version)/thumbnail.png",
                    time: TimeStamp(preparation.madeAt.description), madeBy: preparation.madeBy,
                    region: language.text("mark.region-\(Self.region(record))"),
                    steps: (record?.steps ?? []).map { language.label("preparation-step", $0.step.name) }
                        .joined(separator: " › "),
                    mayChoose: mayChange && !isCurrent
                )
            },
            upload: mayChange ? ExhibitPage.Upload([], largest: largest, in: language) : nil,
            correlationPath: "\(path)/correlation"
        )
    }
}

extension MarkPage {
    /// How the region of a preparation was found.
    private static func region(_ record: PreparationRecord?) -> String {
        if record?.region != nil { return "drawn" }
        return record?.edge != nil || record?.hole != nil ? "searched" : "whole"
    }
}

extension MarkPage.Scan {
    fileprivate init(_ scan: Scan, of detail: MarkDetail, mayDraw: Bool, in language: Language) {
        let path = "/marks/\(detail.mark.number)/scans/\(scan.sequence)"
        self.init(
            id: "\(scan.sequence)", fileName: scan.fileName, path: path,
            state: language.badge("mark-state", scan.state.rawValue),
            findings: scan.findings.map {
                MarkPage.Finding(tone: $0.isFatal ? "fatal" : "remark", text: language.sentence($0))
            },
            picture: scan.picture == nil ? nil : "\(path)/picture.png",
            markedPicture: scan.markedPicture == nil ? nil : "\(path)/marked.png", facts: language.facts(scan),
            time: TimeStamp(scan.uploadedAt.description), uploadedBy: scan.uploadedBy,
            sameFile: (detail.sameFile[scan.sequence] ?? []).map { .init(text: "\($0)", path: "/marks/\($0)") },
            // A region is drawn on heights that can be seen, and not on a profile.
            regionPath: mayDraw && scan.picture != nil && scan.description?.values == "height"
                && (scan.description?.rows ?? 0) > 1 ? "\(path)/region" : nil
        )
    }
}
