import Surfaces

@testable import Toolmarks

/// Marks for the tests of searching: one firing each of many tools, and second firings of some.
struct GeneratedMarks {
    let tools: [GeneratedTool]

    init(count: Int, seed: UInt64 = 900) {
        var conditions = FiringConditions()
        conditions.missingProbability = 0
        tools = (0..<count).map { number in
            let toolClass = ToolClass.all[number % 4]
            return GeneratedTool(
                toolClass,
                seed: GeneratedTool.seed(seed, toolClass, number),
                conditions: conditions
            )
        }
    }

    func map(_ tool: Int, firing: Int = 0) -> SurfaceMap { tools[tool].firing(firing).prepared(pitch: 15) }

    func forms() throws -> [ScreeningForm] { try tools.indices.map { try ScreeningForm(map($0)) } }
}
