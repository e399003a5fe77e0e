import Registry
import Toolmarks

/// The cases of the demo world: four bureaus, and tools that were fired in more than one of them.
///
/// Links to be found: the pistol of Foz do Iguaçu (seed 11) fired in Puerto Iguazú and Ciudad del Este, too; that of
/// Asunción (seed 12) in Ponta Porã; the rifle barrel (seed 31) in Arica and Posadas. All others are strangers.
enum DemoCaseList {
    static let all: [DemoCase] = brazil + argentina + paraguay + chile

    private static func breechFace(
        _ label: String, _ toolClass: ToolClass, _ seed: UInt64, _ firing: Int = 0, calibre: String = "9 mm Luger",
        ammunition: String = "CBC 124 gr"
    ) -> DemoExhibit {
        DemoExhibit(
            label: label, calibre: calibre, ammunition: ammunition,
            tool: .breechFace(toolClass, seed: seed, firing: firing)
        )
    }

    private static func bullet(
        _ label: String, barrel: UInt64, bullet: UInt64, calibre: String = "9 mm Luger"
    ) -> DemoExhibit {
        DemoExhibit(
            label: label, calibre: calibre, ammunition: "FMJ 115 gr",
            tool: .lands(barrel: barrel, bullet: bullet, count: 6)
        )
    }

    private static let brazil = [
        DemoCase(
            bureau: "BR", reference: "IPL 0412/2026", title: "Shots at the bus terminal",
            laboratory: "SETEC Foz do Iguaçu",
            kind: .homicide, from: "2026-08-14", locality: "Foz do Iguaçu", latitude: -25.540, longitude: -54.584,
            exhibits: [
                breechFace("EC-1", .parallel, 11), breechFace("EC-2", .parallel, 11, 1),
                breechFace("EC-3", .granular, 21),
            ]
        ),
        DemoCase(
            bureau: "BR", reference: "IPL 0533/2026", title: "Armed robbery of a lorry", laboratory: "SETEC Dourados",
            kind: .robbery, from: "2026-09-30", locality: "Ponta Porã", latitude: -22.536, longitude: -55.726,
            exhibits: [
                breechFace("V-01", .arched, 12, 2, calibre: ".40 S&W"), breechFace("V-02", .smooth, 22),
                bullet("P-01", barrel: 32, bullet: 1),
            ]
        ),
        DemoCase(
            bureau: "BR", reference: "IPL 0610/2026", title: "Test fires of a seized pistol",
            laboratory: "INC Brasília", kind: .seizure, from: "2026-10-20", locality: "Brasília", latitude: -15.794,
            longitude: -47.882,
            exhibits: [
                testFire(breechFace("TF-1", .granular, 23)), testFire(breechFace("TF-2", .granular, 23, 1)),
                kept(breechFace("EC-9", .circular, 24)),
            ]
        ),
    ]

    private static let argentina = [
        DemoCase(
            bureau: "AR", reference: "CPE 1187/2026", title: "Shots at a customs patrol",
            laboratory: "Gabinete Balístico Posadas", kind: .borderControl, from: "2026-09-02",
            locality: "Puerto Iguazú", latitude: -25.597, longitude: -54.578,
            exhibits: [
                byOfficers(breechFace("V1", .parallel, 11, 3)), byOfficers(breechFace("V2", .parallel, 25)),
                bullet("P1", barrel: 31, bullet: 2),
            ]
        ),
        DemoCase(
            bureau: "AR", reference: "CPE 1302/2026", title: "Robbery of a money transport",
            laboratory: "Gabinete Balístico Rosario", kind: .robbery, from: "2026-10-11", until: "2026-10-12",
            locality: "Rosario", latitude: -32.947, longitude: -60.639,
            exhibits: [
                breechFace("V1", .granular, 26), breechFace("V2", .granular, 27), breechFace("V3", .arched, 28),
                hidden(breechFace("V4", .smooth, 29)),
            ]
        ),
    ]

    private static let paraguay = [
        DemoCase(
            bureau: "PY", reference: "MP 77/2026", title: "Attack on a warehouse",
            laboratory: "Criminalística Asunción",
            kind: .shooting, from: "2026-07-19", locality: "Asunción", latitude: -25.264, longitude: -57.576,
            exhibits: [
                breechFace("A1", .arched, 12, calibre: ".40 S&W"), breechFace("A2", .arched, 12, 1, calibre: ".40 S&W"),
                breechFace("A3", .parallel, 41), bullet("B1", barrel: 33, bullet: 1),
            ]
        ),
        DemoCase(
            bureau: "PY", reference: "MP 90/2026", title: "Weapons depot", laboratory: "Criminalística Ciudad del Este",
            kind: .seizure, from: "2026-10-05", locality: "Ciudad del Este", latitude: -25.510, longitude: -54.611,
            exhibits: [
                depot(breechFace("D1", .parallel, 11, 5)), depot(breechFace("D2", .granular, 42)),
                depot(breechFace("D3", .circular, 43)),
            ]
        ),
    ]

    private static let chile = [
        DemoCase(
            bureau: "CL", reference: "RUC 2600112-3", title: "Shots in the port", laboratory: "LACRIM Arica",
            kind: .attemptedHomicide, from: "2026-06-23", locality: "Arica", latitude: -18.479, longitude: -70.322,
            exhibits: [
                bullet("NUE-1", barrel: 31, bullet: 1), breechFace("NUE-2", .smooth, 51),
                breechFace("NUE-3", .granular, 52),
            ]
        ),
        DemoCase(
            bureau: "CL", reference: "RUC 2600340-9", title: "Found on the beach", laboratory: "LACRIM Santiago",
            kind: .found, from: "2026-09-09", locality: "Valparaíso", latitude: -33.047, longitude: -71.613,
            exhibits: [
                undecided(breechFace("NUE-7", .parallel, 53)), undecided(breechFace("NUE-8", .arched, 54)),
                breechFace("NUE-9", .circular, 55),
            ]
        ),
    ]

    private static func testFire(_ exhibit: DemoExhibit) -> DemoExhibit { changed(exhibit) { $0.isTestFire = true } }

    private static func kept(_ exhibit: DemoExhibit) -> DemoExhibit { changed(exhibit) { $0.submission = .kept } }

    private static func undecided(_ exhibit: DemoExhibit) -> DemoExhibit {
        changed(exhibit) { $0.submission = .undecided }
    }

    private static func byOfficers(_ exhibit: DemoExhibit) -> DemoExhibit {
        changed(exhibit) { $0.circumstances.isFromBorderOfficers = true }
    }

    private static func depot(_ exhibit: DemoExhibit) -> DemoExhibit {
        changed(exhibit) {
            $0.circumstances.firearmsTogether = 14
            $0.circumstances.isFromSuspectedTrafficker = true
        }
    }

    /// Paraguay is not to know.
    private static func hidden(_ exhibit: DemoExhibit) -> DemoExhibit {
        changed(exhibit) {
            $0.handling = .restricted
            $0.hiddenFrom = ["PY"]
        }
    }

    private static func changed(_ exhibit: DemoExhibit, _ body: (inout DemoExhibit) -> Void) -> DemoExhibit {
        var exhibit = exhibit
        body(&exhibit)
        return exhibit
    }
}
