/// What `cartouche demo` prints when it is ready: address, sign-ins, tour.
enum DemoGuide {
    static func text(address: String, _ folder: String) -> String {
        var accounts = TextTable(headings: ["sign-in", "role", "bureau"])
        accounts.add(["officer.xx", "officer", "xx is one of " + DemoBureau.all.map(\.suffix).joined(separator: " ")])
        accounts.add(["desk.xx", "bureau desk", "keeps the bureau's records, answers hits"])
        accounts.add(["admin.xx", "administrator", "manages the bureau's users, reads its journal"])
        let laboratories = DemoExhibits.bureaus.map { $0.lowercased() }.joined(separator: " ")
        accounts.add(["examiner.xx", "examiner", "enters and compares exhibits; xx is one of " + laboratories])
        accounts.add(["examiner2.xx", "examiner", "verifies blind"])
        accounts.add(["quality.xx", "quality manager", "plants test pairs, reads error rates"])
        accounts.add(["coordinator.hub", "coordinator", DemoBureau.centreName + ", reads notices"])
        accounts.add(["reader.hub", "coordinator", DemoBureau.centreName + ", the second reader"])
        accounts.add(["admin.hub", "administrator", DemoBureau.centreName])
        var tour = TextTable(headings: ["check", "as", "and see"])
        for stop in DemoTour.stops {
            tour.add([stop.serial + (stop.make.map { " \($0)" } ?? ""), stop.user, stop.sees])
        }
        var objectTour = TextTable(headings: ["check", "as", "and see"])
        for stop in DemoObjectTour.stops { objectTour.add([stop.entry, stop.user, stop.sees]) }
        return """
            Cartouche serves the demo world on \(address)

            Everything in it is invented. The password of every sign-in is \(DemoWorld.password)

            \(accounts.lines.map { "  " + $0 }.joined(separator: "\n"))

            Guided tour: open Check, type the number and the make.

            \(tour.lines.map { "  " + $0 }.joined(separator: "\n"))

            The same field takes documents, vehicles and persons.

            \(objectTour.lines.map { "  " + $0 }.joined(separator: "\n"))

            From a scan to a hit: as examiner.br enter a case and a cartridge case (Exhibits), upload
            \(DemoScans.folder(in: folder))/EC-4.x3p, and go on as docs/laboratory.md tells.

            The data are in \(folder); stop with Ctrl-C.
            """
    }
}
