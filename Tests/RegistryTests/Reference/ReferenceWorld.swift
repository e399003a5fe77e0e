import Firearms
import Foundation
import Storage
import TestSupport

@testable import Registry

extension World {
    /// Decides for a bureau's desk what a spelling means.
    @discardableResult
    func correct(
        _ field: SpellingCorrection.Field, _ written: String, _ meaning: String, _ bureau: String = "BR"
    ) async throws -> Correction {
        try await registry.reference.correct(field, written: written, meaning: meaning, try await desk(bureau))
    }

    /// Brings records in line until nothing is left to do.
    func describeAnew() async throws {
        while try await registry.reference.advance() > 0 {}
    }

    /// Reads a file of own rows as the command line does.
    func referenceFile(_ text: String, _ name: String = "own.csv") throws -> ReferenceFile {
        let path = folder.path(of: name)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return try ReferenceFile(name: name, contentsOf: path)
    }

    /// Imports files of own rows for a bureau's desk.
    func addRows(_ texts: String..., to bureau: String = "BR") async throws -> ReferenceImport {
        let files = try texts.enumerated().map { try referenceFile($1, "own-\($0).csv") }
        return try await registry.reference.importEntries(files, try await desk(bureau))
    }

    /// The record of a number as its bureau sees it.
    func record(_ number: String, _ bureau: String = "BR") async throws -> FirearmRecord {
        try await registry.records.record(number, try await desk(bureau))
    }
}
