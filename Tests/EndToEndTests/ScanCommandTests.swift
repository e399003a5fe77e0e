import Foundation
import TestSupport
import Testing

/// `cartouche scan` as somebody at a terminal meets it: no server, no data folder.
@Suite("Scans at the command line")
struct ScanCommandTests {
    private func run(_ arguments: [String], in folder: TemporaryFolder) async throws -> ProgramRun.Result {
        let run = try ProgramRun(try ProductsFolder.program(), ["scan"] + arguments, in: folder.path)
        return try await run.end(within: .seconds(60))
    }

    @Test("A scan is told, shown, prepared and converted, and its steps are repeated to the byte")
    func wholeWay() async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let made = ["generate", "--tools", "1", "--firings", "1", "--raw", "--pitch", "12", "--output", "practice"]
        #expect(try await run(made, in: folder).status == 0)
        let raw = "practice/granular-01-1.x3p"

        let info = try await run(["info", "--json", raw], in: folder)
        #expect(info.status == 0)
        let facts = try JSONSerialization.jsonObject(with: Data(info.output.utf8)) as? [String: Any]
        #expect(facts?["checksums"] as? String == "fit")
        #expect(facts?["pitchX"] as? Double == 12)
        #expect(facts?["kind"] as? String == "height")

        let prepare = ["prepare", raw, "--output", "a.x3p", "--picture", "a.png"]
        let prepared = try await run(prepare, in: folder)
        #expect(prepared.status == 0, "\(prepared.errors)")
        for step in ["remove-outliers", "find-mark", "level", "filter", "resample"] {
            #expect(prepared.output.contains(step))
        }
        let steps = try await run(["prepare", "--print-steps"], in: folder)
        try folder.write(Array(steps.output.utf8), to: "steps.json")
        let again = try await run(["prepare", raw, "--steps", "steps.json", "--output", "b.x3p", "--json"], in: folder)
        #expect(again.status == 0 && again.output.contains("\"find-mark\""))
        let (one, other) = (
            FileManager.default.contents(atPath: folder.path(of: "a.x3p")),
            FileManager.default.contents(atPath: folder.path(of: "b.x3p"))
        )
        #expect(one != nil && one == other)

        #expect(try await run(["show", raw, "--find-mark", "--output", "shown.png"], in: folder).status == 0)
        for picture in ["a.png", "shown.png"] {
            let bytes = try #require(FileManager.default.contents(atPath: folder.path(of: picture)))
            #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        }

        for format in ["npy", "csv", "png"] {
            let converted = try await run(["convert", "a.x3p", "--output", "converted.\(format)"], in: folder)
            #expect(converted.status == 0 && converted.errors.contains("pitch"))
        }
        let back = ["convert", "converted.npy", "--pitch", "6.25", "--output", "back.x3p"]
        #expect(try await run(back, in: folder).status == 0)
        let (first, second) = (
            try await run(["info", "a.x3p"], in: folder), try await run(["info", "back.x3p"], in: folder)
        )
        func line(_ name: String, _ text: String) -> Substring? {
            text.split(separator: "\n").first { $0.hasPrefix(name) }
        }
        for name in ["points", "valid", "values"] {
            #expect(line(name, first.output) != nil)
            #expect(line(name, first.output)?.split(separator: " ") == line(name, second.output)?.split(separator: " "))
        }
    }

    @Test("What cannot be done is said with the file and the reason, and nothing is replaced unasked")
    func failures() async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        try folder.write(Array("1,2\n3,4\n5,6\n".utf8), to: "good.csv")
        try folder.write(Array("1,2\n3\n".utf8), to: "bad.csv")
        try folder.write(Array("{\"steps\":[{\"step\":\"polish\"}]}".utf8), to: "steps.json")
        try folder.write([0x50, 0x4B, 3, 4, 1, 2], to: "cut.x3p")

        let info = try await run(["info", "cut.x3p", "missing.x3p", "good.csv"], in: folder)
        #expect(info.status == 1)
        #expect(info.errors.contains("cut.x3p") && info.errors.contains("missing.x3p"))
        #expect(info.output.contains("good.csv"))

        let steps = ["prepare", "good.csv", "--pitch", "2", "--steps", "steps.json", "--output", "x.x3p"]
        let unknown = try await run(steps, in: folder)
        #expect(unknown.status == 1 && unknown.errors.contains("polish"))
        #expect(!FileManager.default.fileExists(atPath: folder.path(of: "x.x3p")))

        let replaced = try await run(["convert", "good.csv", "--pitch", "2", "--output", "bad.csv"], in: folder)
        #expect(replaced.status == 1 && replaced.errors.contains("--overwrite"))
        #expect(try await run(["convert", "good.csv", "--output", "good.unknown"], in: folder).status == 2)
        #expect(try await run(["show", "good.csv", "--range", "5:1", "--output", "a.png"], in: folder).status == 2)
        #expect(try await run(["prepare", "good.csv"], in: folder).status == 2)
        #expect(try await run(["show", "good.csv", "--file-mask", "--output", "a.png"], in: folder).status == 1)
    }
}
