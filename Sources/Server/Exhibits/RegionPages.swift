import Foundation
import Hummingbird
import Registry
import Storage
import Surfaces

/// Drawing the region of a mark on its scan, after which the scan is prepared again.
struct RegionPages {
    let site: Site

    func add(to router: Router<WebContext>) {
        router.post("/marks/:number/scans/:scan/preparations", use: prepare)
    }

    /// The page that `MarkPages` shows under `/marks/{number}/scans/{scan}/region`.
    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let (detail, scan) = try await found(context)
        let record = try detail.preparations.first { $0.scan == scan.sequence }.map { try $0.record }
        return try await page(detail, scan, Self.fields(record), [], .ok, request, context)
    }

    private func found(_ context: WebContext) async throws -> (detail: MarkDetail, scan: Scan) {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        let detail = try await site.registry.marks.look(at: context.markNumber(), actor)
        let text = context.part("scan")
        guard let scan = Int64(text).flatMap(detail.scan), scan.picture != nil, scan.description != nil else {
            throw RegistryError(.notFound, subject: text)
        }
        return (detail, scan)
    }

    private func prepare(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let (detail, scan) = try await found(context)
        let number = detail.mark.number
        do {
            let region = context.form["search"] == nil ? try Self.region(context.form) : nil
            try await site.registry.marks.prepareAgain(scan: scan.sequence, of: number, region: region, actor)
            return Site.seeOther("/marks/\(number)?done=preparation-asked")
        } catch let error as RegistryError where !error.failures.isEmpty {
            return try await page(
                detail, scan, context.form, error.failures, Problem(error).status, request, context
            )
        }
    }

    /// The region of a form: numbers for circles and rings, JSON for what was drawn.
    private static func region(_ form: FormFields) throws(RegistryError) -> MaskShape {
        let shape = form["shape"] ?? ""
        if shape == "polygon" || shape == "bitmap" {
            guard let text = form["drawn"],
                let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
            else { throw RegistryError(.invalid, failures: [FieldFailure("region", "required")]) }
            var body = JSONBody(object: object, path: "region.")
            let region = ExhibitInput.region(&body)
            try body.refuseFailures()
            guard let region else { throw RegistryError(.invalid, failures: [FieldFailure("region", "required")]) }
            return region
        }
        var input = CaseFormInput(form)
        let names = shape == "ring" ? ["x", "y", "radius", "innerRadius"] : ["x", "y", "radius"]
        let numbers = names.compactMap { input.number($0) }
        let (innerX, innerY) = (input.number("innerX"), input.number("innerY"))
        let missing = names.filter { form[$0] == nil }.map { FieldFailure($0, "required") }
        guard input.failures.isEmpty, missing.isEmpty, numbers.count == names.count else {
            throw RegistryError(.invalid, failures: input.failures + missing)
        }
        let centre = PlanePoint(x: numbers[0], y: numbers[1])
        let outer = PlaneCircle(centre: centre, radius: numbers[2])
        guard shape == "ring" else { return .circle(outer) }
        let hole = PlanePoint(x: innerX ?? centre.x, y: innerY ?? centre.y)
        return .ring(outer: outer, inner: PlaneCircle(centre: hole, radius: numbers[3]))
    }

    /// The region in use as the fields of the form: the one that was drawn, else what the search found.
    private static func fields(_ record: PreparationRecord?) -> FormFields {
        var fields = FormFields()
        func put(_ outer: PlaneCircle, _ inner: PlaneCircle?) {
            fields.append("shape", inner == nil ? "circle" : "ring")
            fields.append("x", whole(outer.centre.x))
            fields.append("y", whole(outer.centre.y))
            fields.append("radius", whole(outer.radius))
            guard let inner else { return }
            fields.append("innerX", whole(inner.centre.x))
            fields.append("innerY", whole(inner.centre.y))
            fields.append("innerRadius", whole(inner.radius))
        }
        switch record?.region {
        case .circle(let circle): put(circle, nil)
        case .ring(let outer, let inner): put(outer, inner)
        case .polygon(let corners):
            fields.append("shape", "polygon")
            let points = corners.map { ["x": $0.x, "y": $0.y] }
            fields.append("drawn", json(["shape": "polygon", "corners": points]))
        case .bitmap(let bitmap):
            fields.append("shape", "bitmap")
            let grid: [String: Any] = ["columns": bitmap.columns, "rows": bitmap.rows, "runs": bitmap.runs]
            fields.append("drawn", json(["shape": "bitmap", "bitmap": grid]))
        case .rectangle, nil:
            if let edge = record?.edge { put(edge, record?.hole) }
        }
        return fields
    }

    private static func json(_ object: [String: Any]) -> String {
        (try? JSONSerialization.data(withJSONObject: object)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static func whole(_ value: Double) -> String { "\(Int(value.rounded()))" }

    private func page(
        _ detail: MarkDetail, _ scan: Scan, _ fields: FormFields, _ failures: [FieldFailure],
        _ status: HTTPResponse.Status, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let language = site.language(context)
        let number = detail.mark.number
        guard let file = scan.description else { throw RegistryError(.notFound, subject: "\(scan.sequence)") }
        let errors = language.errorsByField(failures)
        func text(_ name: String) -> TextField { TextField(value: fields[name] ?? "", error: errors[name]) }
        let page = RegionPage(
            number: "\(number)", label: detail.mark.label, markPath: "/marks/\(number)",
            action: "/marks/\(number)/scans/\(scan.sequence)/preparations",
            picture: "/marks/\(number)/scans/\(scan.sequence)/picture.png", width: "\(file.width)",
            height: "\(file.height)", insetX: "\(file.pitchX / 2)", insetY: "\(file.pitchY / 2)",
            shape: ChoiceField(
                choices: language.choices(
                    "region-shape", ["circle", "ring", "polygon", "bitmap"], selected: fields["shape"] ?? "circle"
                ), error: errors["region"]
            ),
            x: text("x"), y: text("y"), radius: text("radius"), innerX: text("innerX"), innerY: text("innerY"),
            innerRadius: text("innerRadius"),
            drawn: fields["drawn"] ?? "", errors: language.fieldErrors(failures)
        )
        return try await site.page(page, request, context, section: .exhibits, status: status)
    }
}
