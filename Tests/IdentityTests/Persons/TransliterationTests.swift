import Foundation
import Identity
import Testing

@Suite struct TransliterationTests {
    @Test(arguments: [
        ("Müller", ["MUELLER", "MUXXLLER", "MULLER"]), ("Núñez", ["NUNEZ", "NUNXXEZ"]),
        ("Bjørn Åse", ["BJOERN<AASE", "BJOERN<ASE"]),
        ("Strauß", ["STRAUSS"]), ("O\u{2019}Connor-Díaz", ["OCONNOR<DIAZ"]), ("Щербаков", ["SHCHERBAKOV"]), ("🙂", []),
    ])
    func namesAreWrittenAsInTheMachineReadableZone(_ name: String, _ expected: [String]) {
        #expect(DocumentTransliteration.machineReadable(name) == expected)
    }

    @Test func aWordIsReadByAllNationalSystemsAtOnce() throws {
        let words = Romanisation.words(of: "Сергей Юрьев")
        #expect(words.first == ["sergey", "sergei", "sergej", "serhei"])
        #expect(words.last?.contains("iurev") == true)
        #expect(words.last?.contains("jurev") == true)
        #expect(Romanisation.words(of: "정") == [["jong", "jeong", "chong"]])
        #expect(Romanisation.words(of: "蔣") == [["jiang", "chiang"]])
        #expect(Romanisation.words(of: "きょう シャルル ラッセル") == [["kyo"], ["sharuru"], ["rasseru"]])
    }

    struct Scheme: Decodable {
        var samples: [[String]]
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data/transliteration")

    /// Published samples, where they lie beside the checkout.
    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: folder.path)),
        arguments: [
            ("icao_doc_9303", CyrillicScheme.icao), ("scientific", .scholarly), ("ungegn_1987", .scholarly),
        ])
    func theSchemesAgreeWithPublishedSamples(_ file: String, _ scheme: CyrillicScheme) throws {
        let data = try Data(contentsOf: Self.folder.appending(path: file + ".json"))
        for sample in try JSONDecoder().decode(Scheme.self, from: data).samples {
            let expected = sample[1].lowercased().replacing("ё", with: "e").decomposedStringWithCanonicalMapping
                .unicodeScalars
                .filter { $0 == " " || ("a"..."z").contains($0) }
            // The two scholarly systems differ in kh alone.
            let wanted = String(String.UnicodeScalarView(expected)).replacing(
                file == "scientific" ? "x" : "\u{0}", with: "h")
            let ours = sample[0].split(separator: " ").map { scheme.latin(String($0)) }.joined(separator: " ")
            #expect(ours == wanted)
        }
    }

    /// Foreign names in Arabic, Russian and Chinese writing, each with the Latin one that it stands for.
    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: folder.path)),
        arguments: [
            ("wd_arabic_16", 0.8), ("wd_russian_16", 0.75),
        ])
    func namesOfOtherWritingsAreRecognised(_ file: String, _ share: Double) throws {
        let text = try String(contentsOf: Self.folder.appending(path: file + ".tsv"), encoding: .utf8)
        var comparer = NameComparer()
        var found = 0
        var total = 0
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: "\t")
            guard fields.count == 3, let count = Int(fields[2]), count >= 3 else { continue }
            total += 1
            let score = comparer.compare(
                PreparedName(String(fields[0])), PreparedName(String(fields[1]).replacing(" ", with: ""))
            )
            if score >= 0.7 { found += 1 }
        }
        #expect(Double(found) >= share * Double(total), "\(found) of \(total)")
    }
}
