import Foundation

/// What the program knows about the terminal it runs in, and how it writes there.
enum Terminal {
    /// Whether standard error is read by a person, so that a progress bar may be drawn over itself.
    static var errorIsInteractive: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether a person can be asked.
    static var inputIsInteractive: Bool { isatty(STDIN_FILENO) == 1 }

    /// The language of the terminal, as the first of `LC_ALL`, `LC_MESSAGES` and `LANG` states it.
    static var language: String {
        let environment = ProcessInfo.processInfo.environment
        return ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? "en"
    }

    /// Writes a line of the result to standard output.
    static func print(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    /// Writes a line that is not part of the result to standard error.
    static func report(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// Draws over the present line of standard error.
    static func redraw(_ line: String) {
        FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
    }

    /// Asks a question that is answered by yes or no; anything but yes is no.
    static func confirms(_ question: String) -> Bool {
        FileHandle.standardError.write(Data("\(question) [y/N] ".utf8))
        return ["y", "yes", "s", "sí", "si", "sim"].contains((readLine() ?? "").lowercased())
    }

    /// Asks for a line without showing what is typed.
    static func secret(_ question: String) -> String {
        FileHandle.standardError.write(Data("\(question): ".utf8))
        var shown = termios()
        let isTerminal = tcgetattr(STDIN_FILENO, &shown) == 0
        if isTerminal {
            var hidden = shown
            hidden.c_lflag &= ~tcflag_t(ECHO)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        }
        let line = readLine() ?? ""
        if isTerminal {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
            report("")
        }
        return line
    }
}
