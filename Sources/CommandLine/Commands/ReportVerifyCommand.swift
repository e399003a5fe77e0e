import ArgumentParser
import Foundation
import Registry
import Storage

/// `cartouche report verify FILE`
struct ReportVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Hold the file of a report, its statement or its pages, against the reports that were issued.",
        discussion: """
            A file is found by its SHA-256: one changed byte gives another one. With --sha256 the file is held against a \
            hash printed on paper instead, without any data folder.

            EXAMPLES
              cartouche report verify BR-X-2026-000012-R1.json
              cartouche report verify BR-X-2026-000012-R1-es.pdf --json
              cartouche report verify BR-X-2026-000012-R1.json --sha256 9f86d081...

            Exit status 0 when the file is unaltered, 1 when it is not or belongs to no report.
            """
    )

    @Argument(help: ArgumentHelp("The statement (JSON) or the pages (PDF) as they were downloaded.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("A hash to hold the file against, instead of the reports.", valueName: "hash"))
    var sha256: String?

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @Flag(help: "Print JSON.")
    var json = false

    /// The result as JSON.
    private struct Answer: Encodable {
        var isUnaltered: Bool
        var sha256: String
        var report: String?
        var bureau: String?
        var issuedAt: String?
        var form: String?
        var supersededBy: String?
    }

    func validate() throws {
        if let sha256, BlobHash(sha256.lowercased()) == nil {
            throw ValidationError("--sha256 \(sha256): write the 64 characters of the hash, from 0-9 and a-f.")
        }
    }

    func run() async throws {
        guard let content = FileManager.default.contents(atPath: file) else {
            throw CommandFailure("The file \(file) cannot be read. Check its name and whether you may read it.")
        }
        let hash = BlobHash(of: content)
        let answer =
            if let sha256 {
                Answer(isUnaltered: hash.description == sha256.lowercased(), sha256: hash.description)
            } else {
                try await held(hash)
            }
        Terminal.print(json ? try JSONText.text(answer) : Self.text(answer))
        if !answer.isUnaltered { throw ExitCode(1) }
    }

    private func held(_ hash: BlobHash) async throws -> Answer {
        let found = try await Installation.with(try await options.settings()) { installation in
            try await installation.registry.examinations.verification(onThisMachine: hash)
        }
        return Answer(
            isUnaltered: found != nil, sha256: hash.description, report: found?.number, bureau: found?.bureau,
            issuedAt: found?.issuedAt.description, form: found?.form.rawValue, supersededBy: found?.supersededBy
        )
    }

    private static func text(_ answer: Answer) -> String {
        guard answer.isUnaltered else {
            return """
                Altered, or not a report: no hash agrees with that of the file.
                SHA-256 \(answer.sha256)
                """
        }
        guard let report = answer.report, let bureau = answer.bureau, let time = answer.issuedAt else {
            return "Unaltered: the file has this hash.\nSHA-256 \(answer.sha256)"
        }
        let later = answer.supersededBy.map { "\nSuperseded by \($0)." } ?? ""
        let form = answer.form == ReportVerification.Form.pages.rawValue ? "pages" : "statement"
        return
            "Unaltered: \(form) of report \(report), issued by \(bureau) on \(time).\(later)\nSHA-256 \(answer.sha256)"
    }
}
