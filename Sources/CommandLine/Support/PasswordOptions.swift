import ArgumentParser
import Foundation

/// Where a new password comes from. Never an argument: those are seen by everybody on the machine.
struct PasswordOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "File whose first line is the new password; '-' reads standard input. Without it the terminal asks.",
            valueName: "file"
        )
    )
    var passwordFile: String?

    /// The password from the file, from standard input, or asked for twice.
    /// - Throws: ``CommandFailure`` for an unreadable file, two different answers, or nobody to ask.
    func read(for user: String) throws -> String {
        if let passwordFile, passwordFile != "-" {
            guard let text = try? String(contentsOfFile: passwordFile, encoding: .utf8) else {
                throw CommandFailure("\(passwordFile) cannot be read. Name a text file with --password-file.")
            }
            return String(text.prefix { !$0.isNewline })
        }
        if passwordFile == "-" { return readLine() ?? "" }
        guard Terminal.inputIsInteractive else {
            throw CommandFailure("There is no terminal to ask for a password. Give --password-file FILE, or '-'.")
        }
        let password = Terminal.secret("New password for \(user)")
        guard Terminal.secret("The same again") == password else {
            throw CommandFailure("The two passwords differ. Nothing was changed.")
        }
        return password
    }
}
