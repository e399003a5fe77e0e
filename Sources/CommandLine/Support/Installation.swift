import Foundation
import Registry
import Storage

/// The registry in a data folder: `cartouche.sqlite` and `blobs`.
struct Installation: Sendable {
    let registry: Registry
    let database: SQLiteDatabase
    let settings: ProgramSettings

    /// The database file of a data folder.
    static func databasePath(in folder: String) -> String { folder + "/cartouche.sqlite" }

    /// The folder of attached files of a data folder.
    static func blobFolder(in folder: String) -> String { folder + "/blobs" }

    /// Opens the data folder.
    /// - Parameter creating: whether an empty data folder is made where there is none.
    /// - Throws: ``CommandFailure`` where there are no data and none may be made; `StorageError`.
    static func open(_ settings: ProgramSettings, creating: Bool = false) async throws -> Installation {
        let database = try openDatabase(settings, creating: creating)
        let blobs = try BlobStore(folder: blobFolder(in: settings.dataFolder))
        let registry = try await Registry.open(
            database: database, blobs: blobs, settings: settings.registry, cacheFolder: settings.dataFolder + "/cache")
        return Installation(registry: registry, database: database, settings: settings)
    }

    /// Opens only the database, as it is.
    static func openDatabase(_ settings: ProgramSettings, creating: Bool = false) throws -> SQLiteDatabase {
        let path = databasePath(in: settings.dataFolder)
        guard creating || FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure(
                """
                There are no data in the folder \(settings.dataFolder). Name another with --data or CARTOUCHE_DATA, or \
                begin with 'cartouche demo' or 'cartouche set-up'.
                """
            )
        }
        return try SQLiteDatabase.open(at: path, settings: settings.storage)
    }

    /// Opens the data folder, does the work, and closes it whatever happens.
    static func with<Value: Sendable>(
        _ settings: ProgramSettings, creating: Bool = false, _ work: (Installation) async throws -> Value
    ) async throws -> Value {
        let installation = try await open(settings, creating: creating)
        do {
            let value = try await work(installation)
            try await installation.database.close()
            return value
        } catch {
            try? await installation.database.close()
            throw error
        }
    }
}
