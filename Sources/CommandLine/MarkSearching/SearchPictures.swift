import Foundation
import Surfaces
import Toolmarks

/// Draws the query beside the marks that were found, each turned and moved to lie as the query does.
struct SearchPictures {
    private let folder: URL
    private let query: SurfaceMap
    private let queryCentre: Place
    private let search: CellSearch

    init(folder: String, query: SurfaceMap, mark: PreparedMark) throws {
        self.folder = URL(filePath: folder)
        self.query = query
        queryCentre = mark.centre
        search = mark.search
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
    }

    /// Draws one result and gives the picture's path.
    func draw(rank: Int, name: String, surface: SurfaceMap, registration: Registration?) throws -> String {
        let shown: SurfaceMap
        if let registration {
            let centre = try PreparedMark(surface, search: search).centre
            shown = registration.laying(surface, centre: centre, on: query, centre: queryCentre)
        } else {
            shown = surface
        }
        let pictures = try [(query, "query"), (shown, "\(rank). \(name)")].map { map, title in
            try SurfaceRendering(.natural, longestSide: 700, title: title).draw(map).picture
        }
        let file = folder.appending(path: SearchPictures.fileName(rank: rank, name: name))
        try Data(Picture.beside(pictures).png()).write(to: file, options: .atomic)
        return file.path
    }

    /// The rank and the name without its ending, in letters that every file system takes.
    static func fileName(rank: Int, name: String) -> String {
        let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
        let plain = (stem.isEmpty ? name[...] : stem).map { $0.isLetter || $0.isNumber || "._".contains($0) ? $0 : "-" }
        return String(repeating: "0", count: max(0, 3 - String(rank).count)) + "\(rank)-\(String(plain)).png"
    }
}
