import ArgumentParser
import DelimitedText
import Foundation
import Registry
import Server
import Storage

/// Turns every error into a readable message on standard error and an exit status.
enum ErrorReport {
    /// Ends the program: 0 for help that was asked for, 2 for a command given wrongly, otherwise 1.
    static func exit(with error: any Error) -> Never {
        let code = Cartouche.exitCode(for: error)
        if code == .validationFailure {
            Terminal.report(Cartouche.fullMessage(for: error))
            Foundation.exit(2)
        }
        if code == .success || error is ExitCode { Cartouche.exit(withError: error) }
        Terminal.report("Error: \(text(error))")
        Foundation.exit(1)
    }

    /// The message of an error, in the language of the terminal where it comes from the catalogues.
    static func text(_ error: any Error) -> String {
        switch error {
        case let error as RegistryError: text(error)
        case is CancellationError: "Stopped before the end."
        case let error as CocoaError: error.localizedDescription
        case let error as any CustomStringConvertible: error.description
        default: "\(error)"
        }
    }

    private static func text(_ error: RegistryError) -> String {
        let words = try? PublicCatalogue(language: Terminal.language)
        let lines = error.failures.map { failure in
            let text =
                words?.failure(field: failure.field, code: failure.code, arguments: failure.arguments)
                ?? "\(failure.field): \(failure.code)"
            return failure.value.map { "\(text) (\"\($0)\")" } ?? text
        }
        switch error.code {
        case .notFound:
            return "There is no \"\(error.subject)\", or you may not know of it."
        case .forbidden:
            return "The user's role does not allow this (right \"\(error.subject)\"). Name another user with --as."
        default:
            let summary = words?.error(error.code.rawValue) ?? error.code.rawValue
            let subject = error.subject.isEmpty ? "" : " (\(error.subject))"
            return ([summary + subject] + lines.map { "  " + $0 }).joined(separator: "\n")
        }
    }
}
