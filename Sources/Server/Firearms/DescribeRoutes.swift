import Firearms
import Hummingbird
import Registry

/// Describing a firearm in the terms of the reference table: `/api/v1/firearms/describe`.
///
/// Nothing is stored or looked for, so nothing is journalled.
struct DescribeRoutes {
    let site: Site

    /// Most characters of one field.
    private static let longest = 400

    func add(to api: RouterGroup<WebContext>) {
        api.post("/firearms/describe", use: describe)
    }

    private func describe(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.check, actor)
        var body = try await JSONBody.read(request)
        let names = ["text", "type", "make", "model", "calibre", "serial"]
        let values = Dictionary(uniqueKeysWithValues: names.map { ($0, body.string($0) ?? "") })
        for name in names where (values[name] ?? "").unicodeScalars.count > Self.longest {
            body.note(name, "too-long", values[name], arguments: ["maximum": "\(Self.longest)"])
        }
        if values.values.allSatisfy(\.isEmpty) { body.note("text", "required") }
        try body.refuseFailures()
        let line = values["text"].map { $0.isEmpty ? WrittenDescription() : NormalisedDescription(line: $0).written }
        func value(_ name: String, _ ofLine: String?) -> String? {
            values[name].flatMap { $0.isEmpty ? nil : $0 } ?? ofLine
        }
        let written = WrittenDescription(
            type: value("type", line?.type), make: value("make", line?.make), model: value("model", line?.model),
            calibre: value("calibre", line?.calibre), serial: value("serial", line?.serial)
        )
        let language = context.language ?? site.renderer.catalogue.language(accepting: nil)
        return JSONAnswer.response(DescriptionAnswer(NormalisedDescription(written), in: language))
    }
}
