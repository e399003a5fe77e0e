import Foundation
import Testing

@testable import Firearms

/// A labelled file of the folder `Labelled`: texts as examiners would write them, and what they mean. The files were
/// written before anybody looked at what the rules make of them.
enum LabelledFile {
    static func texts(_ name: String) throws -> [LabelledText] {
        try rows(name, columns: 2).map { LabelledText(line: $0.line, raw: $0.fields[0], expected: $0.fields[1]) }
    }

    static func rows(_ name: String, columns: Int) throws -> [ResourceText.Row] {
        let url = Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Labelled")
        return try ResourceText(file: name, bytes: Data(contentsOf: #require(url))).rows(columns: columns)
    }
}
