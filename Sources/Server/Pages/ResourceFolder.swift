import Foundation

/// A flat folder of text files that the program carries with it.
struct ResourceFolder {
    /// One file, read.
    struct File {
        /// The file's name without its extension.
        let name: String
        /// Where it was read, for messages.
        let path: String
        let text: String
    }

    private let url: URL

    init(_ url: URL) {
        self.url = url
    }

    /// The files with an extension, by name.
    /// - Throws: ``PagesError`` with code `unreadable`, naming the path.
    func files(withExtension suffix: String) throws(PagesError) -> [File] {
        do {
            return try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
                .filter { $0.pathExtension == suffix }
                .sorted { $0.lastPathComponent < $1.lastPathComponent }
                .map { file in
                    File(
                        name: file.deletingPathExtension().lastPathComponent,
                        path: file.path,
                        text: try String(contentsOf: file, encoding: .utf8)
                    )
                }
        } catch {
            throw PagesError(.unreadable, "\(url.path) cannot be read (\(error)); reinstall the program's resources")
        }
    }
}
