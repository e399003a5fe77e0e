import Foundation
import TestSupport
import Testing

@Suite struct SmallPartsTests {
    @Test("the generator gives the published sequence of SplitMix64")
    func splitMix() {
        // The first outputs for seed 1234567 of the reference program by Vigna.
        var generator = SeededGenerator(seed: 1_234_567)
        let expected: [UInt64] = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        #expect((0..<3).map { _ in generator.next() } == expected)
    }

    @Test("a temporary folder goes away with what is in it")
    func temporaryFolder() throws {
        let path: String
        do {
            let folder = try TemporaryFolder()
            path = folder.path
            try folder.write("text", to: "file")
            #expect(FileManager.default.fileExists(atPath: folder.path(of: "file")))
            withExtendedLifetime(folder) {}
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("shared data are looked for beside the repository and may be missing")
    func sharedData() throws {
        let folder = try TemporaryFolder()
        let source = folder.path(of: "repository/Tests/Some/File.swift")
        #expect(SharedData.folder(besideRepositoryOf: source) == nil)
        let shared = folder.path(of: "shared")
        try FileManager.default.createDirectory(atPath: shared, withIntermediateDirectories: false)
        #expect(SharedData.folder(besideRepositoryOf: source) == shared)
    }

    @Test("JSON survives reading and writing, whole numbers without a fraction")
    func json() throws {
        let text = #"{"a":[1,2.5,true,null,"é/\n"],"b":{}}"#
        let value = try JSONValue(parsing: text.utf8)
        #expect(String(decoding: value.bytes, as: UTF8.self) == text)
        #expect(value["a"][0].integer == 1)
        #expect(value["a"][2].boolean == true)
        #expect(value["a"][9].isNull)
        #expect(value["missing"]["deeper"].isNull)
    }

    @Test("JSON that is not JSON is an error", arguments: ["", "{", "nul", "[1 2]", "\u{0}"])
    func brokenJSON(text: String) {
        #expect(throws: (any Error).self) { try JSONValue(parsing: text.utf8) }
    }

    @Test("waiting ends with an error that says what did not happen")
    func deadline() async {
        let missed = await #expect(throws: DeadlineMissed.self) {
            try await eventually("the moon turns blue", within: .milliseconds(30)) { false }
        }
        #expect(missed?.description.contains("the moon turns blue") == true)
    }

    @Test("a free port can be found again and again")
    func ports() throws {
        for _ in 0..<20 { #expect((15_000..<32_000).contains(try FreePort.find())) }
    }
}
