import Foundation
import TestSupport
import Testing

/// The laboratory's tour of the readme: from a new scan to a hit that links two cases in two countries, by two examiners
/// in browsers of their own, the second of them blind, while the other country's desk looks on.
@Suite("The laboratory's tour in a browser", .enabled(if: Browser.isInstalled), .serialized)
struct LaboratoryTourTests {
    @Test(
        "a scan of Brazil finds the pistol that was fired in Argentina, and two examiners make a hit of it",
        arguments: [LaboratoryTour.Manner.english, .spanishPhone]
    )
    func fromScanToHit(_ manner: LaboratoryTour.Manner) async throws {
        let demo = try await DemoServer.start()
        let folder = try TemporaryFolder()
        let tour = LaboratoryTour(demo: demo, manner: manner)
        try await tour.window("examiner.br") { first in
            let hitsBefore = try await tour.countedHits(first)
            let exhibit = try await tour.enterExhibit(first)
            let mark = try await tour.upload(demo.file("tour/EC-4.x3p"), to: exhibit, first)
            try await tour.submit(exhibit, first)
            let mate = try await tour.bestOfArgentina(for: mark, first)
            let number = try await tour.align(mark, with: mate, first)

            try await tour.window("desk.ar") { party in
                try await tour.window("examiner2.br") { second in
                    let silent = try await tour.bell(party)
                    try await party.open(demo.address("/links"))
                    try await tour.conclude(number, because: "Parallel lines agree across the face.", first)
                    try await tour.expectNews(of: number, standing: "lead", bell: silent + 1, party)
                    try await tour.expectBlind(
                        to: ["Parallel lines agree across the face."], in: number, of: mark, mate: mate, second)
                    try await tour.conclude(number, because: "Widths and heights agree, too.", second)
                    let both = try await second.find("main").text()
                    #expect(both.contains("Parallel lines agree across the face."), "once signed, both are seen")
                    #expect(try await !second.findAll("main .badge--lead").isEmpty)

                    // The other country takes note, and lends its cartridge case.
                    try await tour.step("acknowledge", on: number, party)
                    #expect(try await tour.bell(party) == silent)
                    try await tour.step("request-exhibit", on: number, first)
                    try await tour.step("send-exhibit", on: number, party)
                    try await tour.step("receive-exhibit", on: number, first)

                    // On the exhibits themselves.
                    try await tour.examineExhibits(number, first)
                    try await party.open(demo.address("/links"))
                    try await tour.conclude(number, because: "Nothing unexplained under the microscope.", first)
                    try await tour.expectBlind(
                        to: ["Nothing unexplained under the microscope."], in: number, of: mark, mate: mate, second)
                    try await tour.conclude(number, because: "The same under mine.", second)
                    try await tour.look("conclusions", second)
                    try await tour.expectNews(of: number, standing: "hit", bell: silent + 1, party)
                    let hit = try await tour.hit(number, party)
                    #expect(hit.hasPrefix("BR-BH-"), "\(hit)")
                    #expect(try await tour.countedHits(first) == hitsBefore + 1, "counted once")
                    try await tour.report(number, in: folder, second)
                }
            }
        }
        let errors = demo.log.split(separator: "\n").filter { $0.contains("\"level\":\"error\"") }
        #expect(errors.isEmpty, "\(errors)")
        try await demo.stop()
    }
}
