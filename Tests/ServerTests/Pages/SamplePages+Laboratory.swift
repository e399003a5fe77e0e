@testable import Server

extension SamplePages {
    /// What a laboratory works on.
    static func laboratory(_ language: Language) -> [any Page] {
        func side(_ number: String) -> MicroscopePage.Side {
            MicroscopePage.Side(
                number: number, kind: language.label("toolmark-kind", "breech-face"), label: "Primer <1>", bureau: "BR",
                path: "/exhibits/BR-E-2026-000123", picturePath: "/microscope/\(number)/picture",
                size: language.text("microscope.size", ["columns": "545", "rows": "545", "pitch": "6.25"])
            )
        }
        return [
            MicroscopePage(
                first: side("BR-E-2026-000123.1"), second: side("AR-E-2026-000007.2"),
                path: "/comparisons/BR-E-2026-000123.1/AR-E-2026-000007.2",
                swappedPath: "/comparisons/AR-E-2026-000007.2/BR-E-2026-000123.1", data: #"{"path": "<\"&"}"#,
                mayExamine: true,
                annotations: [.init(id: "1", text: "BR-E-2026-000123.1: Ridge <b>", picturePath: nil)],
                snapshots: [.init(id: "2", text: "Both marks", picturePath: "/comparisons/a/b/snapshots/2")],
                keys: [.init(caps: ["A"], label: language.text("microscope.key.align"))],
                examine: .init(first: "BR-E-2026-000123", second: "AR-E-2026-000007"),
                errors: [.init(field: "text", text: language.failure("required"))]
            )
        ]
    }
}
