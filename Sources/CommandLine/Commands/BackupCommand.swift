import ArgumentParser
import Foundation
import Storage

/// `cartouche backup`
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy database and attached files into a new folder while the server works.",
        discussion: """
            The copy has the layout of a data folder: to restore it, stop the server and put it in the place of the data \
            folder. It is whole or not there: it grows beside its place as FOLDER.partial.

            EXAMPLE
              cartouche backup --data /var/lib/cartouche /backup/cartouche-2026-11-23
            """
    )

    @OptionGroup(title: "Data and configuration")
    var options: DataOptions

    @Argument(help: "The folder to make; it must not exist yet.", completion: .directory)
    var folder: String

    func run() async throws {
        let settings = try await options.settings()
        let folder = URL(fileURLWithPath: folder).standardizedFileURL.path
        let files = FileManager.default
        guard !files.fileExists(atPath: folder) else {
            throw CommandFailure("\(folder) exists already. Name a folder that does not exist yet.")
        }
        let database = try Installation.openDatabase(settings)
        let draft = folder + ".partial"
        if files.fileExists(atPath: draft) { try files.removeItem(atPath: draft) }
        try await database.backup(to: Installation.databasePath(in: draft))
        // After the database: every file that the copy refers to was there before, and files are never changed.
        let count = try copyBlobs(from: Installation.blobFolder(in: settings.dataFolder), to: draft)
        try await database.close()
        try files.moveItem(atPath: draft, toPath: folder)
        Terminal.print("The database and \(NumberText.grouped(count)) attached files were copied to \(folder).")
    }

    /// Copies every file that is named by the hash of its content, and compares the two.
    private func copyBlobs(from source: String, to draft: String) throws -> Int {
        let store = try BlobStore(folder: Installation.blobFolder(in: draft))
        var count = 0
        for path in FileManager.default.enumerator(atPath: source).map({ Array($0) }) ?? [] {
            guard let path = path as? String, !path.hasPrefix("uploads"),
                let hash = BlobHash(URL(fileURLWithPath: path).lastPathComponent)
            else { continue }
            let stored = try store.put(contentsOfFile: source + "/" + path, limit: .max)
            guard stored == hash else {
                throw CommandFailure(
                    "\(source)/\(path) is damaged: its content is not what its name says. Restore it from a backup."
                )
            }
            count += 1
        }
        return count
    }
}
