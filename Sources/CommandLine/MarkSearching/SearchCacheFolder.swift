import Foundation

/// Where searches keep what they need not make again.
enum SearchCacheFolder {
    /// `$XDG_CACHE_HOME/cartouche/search`, or the same below the user's `.cache`.
    static var standard: URL {
        let environment = ProcessInfo.processInfo.environment
        let base =
            environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? URL(filePath: $0) : nil }
            ?? FileManager.default.homeDirectoryForCurrentUser.appending(path: ".cache")
        return base.appending(path: "cartouche/search")
    }
}
