import Testing

@testable import Server

@Suite("Preparations in reports")
struct PreparationTextTests {
    @Test("each step stands in a line with its settings and what it found")
    func lines() {
        let document = """
            {"steps":[{"step":{"step":"level","settings":{"robust":true,"form":{"plane":{}}}},
              "findings":[{"name":"tilt-x","value":-10.6461,"unit":"um/mm"},{"name":"coverage","value":1,"unit":""}]},
             {"step":{"step":"trim"}},{"step":{"step":"resample","settings":{"pitch":6.25,"method":"smooth"}}}]}
            """
        #expect(
            PreparationText.lines(document) == [
                "level: form.plane, robust true → tilt-x -10.646 um/mm, coverage 1", "trim",
                "resample: method smooth, pitch 6.25",
            ]
        )
    }

    @Test("a text of another form gives no lines", arguments: ["", "{}", "[]", "{\"steps\":3}", "{\"steps\":[{}]}"])
    func otherForms(document: String) {
        #expect(PreparationText.lines(document).isEmpty)
    }
}
