import Foundation

/// Real data that some machines have in a folder named `shared` beside the repository, and others do not.
///
/// Tests that use it are enabled by ``isPresent`` and must not be the only ones that cover a behaviour.
public enum SharedData {
    /// Whether there is such a folder.
    public static var isPresent: Bool { folder() != nil }

    /// The path of the folder, nil where there is none.
    ///
    /// - Parameter source: a file of the repository, three folders deep; this one unless told otherwise.
    public static func folder(besideRepositoryOf source: String = #filePath) -> String? {
        var root = URL(fileURLWithPath: source)
        // The file, TestSupport, Tests, and the repository itself.
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let folder = root.appendingPathComponent("shared", isDirectory: true).path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            return nil
        }
        return folder
    }

    /// The path of a file below the folder's `data`, nil where there is no such file.
    ///
    /// - Parameter name: for example "firearms/crime_guns.csv".
    public static func file(_ name: String) -> String? {
        guard let folder = folder() else { return nil }
        let path = "\(folder)/data/\(name)"
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }
}
