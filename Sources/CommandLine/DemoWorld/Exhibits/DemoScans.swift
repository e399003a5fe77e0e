import Foundation
import Surfaces
import Toolmarks

/// Scans of the laboratory's tour that nobody has entered yet: files beside the data of the demo world.
///
/// `EC-4.x3p` is a further firing of the pistol of Foz do Iguaçu, to be uploaded on a page. The folder `scans` has a manifest
/// and is imported: a further firing of the pistol of Asunción, a stranger, and a row whose file is missing.
enum DemoScans {
    /// The folder of the tour in a data folder.
    static func folder(in dataFolder: String) -> String { "\(dataFolder)/tour" }

    private static let manifest = """
        case,case title,laboratory,event,event from,country,place,latitude,longitude,border km,\
        exhibit,kind,calibre,mark,file
        MP 104/2026,Shots in the market,Criminalística Asunción,shooting,2026-11-18,PY,Asunción,-25.284,-57.631,4,A4,\
        cartridge-case,.40 S&W,Culote,A4.x3p
        MP 104/2026,,,,,,,,,,A5,cartridge-case,.40 S&W,Culote,A5.x3p
        MP 104/2026,,,,,,,,,,A6,cartridge-case,.40 S&W,Culote,A6.x3p

        """

    /// Writes them.
    @concurrent
    static func write(to dataFolder: String) async throws {
        let tour = URL(filePath: folder(in: dataFolder))
        let scans = tour.appending(path: "scans")
        try FileManager.default.createDirectory(at: scans, withIntermediateDirectories: true)
        try Data(DemoExhibits.scan(.parallel, seed: 11, firing: 7)).write(to: tour.appending(path: "EC-4.x3p"))
        try Data(DemoExhibits.scan(.arched, seed: 12, firing: 6)).write(to: scans.appending(path: "A4.x3p"))
        try Data(DemoExhibits.scan(.granular, seed: 61, firing: 0)).write(to: scans.appending(path: "A5.x3p"))
        try Data(manifest.utf8).write(to: scans.appending(path: "manifest.csv"))
    }
}
