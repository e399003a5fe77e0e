import DelimitedText
import Firearms
import Storage
import Testing

@testable import Registry

@Suite("Imports")
struct ImportTests {
    @Test(
        "columns are suggested from headings in three languages",
        arguments: [
            (
                ["Serial Number", "Make", "Model", "Caliber", "Date Stolen", "City"],
                [ImportField.serial, .make, .model, .calibre, .eventDate, .place]
            ),
            (
                ["N° de serie", "Marca", "Modelo", "Calibre", "Fecha del hecho", "Lugar del hecho"],
                [.serial, .make, .model, .calibre, .eventDate, .place]
            ),
            (
                ["Número de Série", "Marca", "Espécie", "Calibre", "Data do Fato", "Município"],
                [.serial, .make, .type, .calibre, .eventDate, .place]
            ),
            (
                ["source_dataset", "source_row", "manufacturer_name", "firearm_serial", "firearm_caliber"],
                [nil, .nationalReference, .make, .serial, .calibre]
            ),
            (["", "Colour", "SERIAL NO.", "Weapon type (code)"], [nil, nil, .serial, .type]),
        ] as [([String], [ImportField?])]
    )
    func suggestions(headings: [String], expected: [ImportField?]) {
        #expect(ImportMapping.suggested(headings: headings).columns == expected)
    }

    @Test("a mapping that was saved is used for the bureau's next file with the same headings, not for another's")
    func savedMapping() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let text = "A;B;C\nABC12345;TAURUS;9mm\n"
        let first = try await world.open(text)
        #expect(first.mapping.columns == [nil, nil, nil])
        let mapping = ImportMapping(columns: [.serial, .make, .calibre], defaultClass: .lost)
        try await world.registry.imports.setMapping(mapping, remember: true, first.id, desk)
        #expect(try await world.open(text).mapping == mapping)
        #expect(try await world.open(text, "AR").mapping.columns == [nil, nil, nil])
        let twice = await world.refusal {
            try await world.registry.imports.setMapping(
                ImportMapping(columns: [.make, .make]), remember: false, first.id, desk
            )
        }
        #expect(twice?.failures.map(\.code) == ["wrong-count", "mapped-twice"])
        let nothing = await world.refusal {
            try await world.registry.imports.setMapping(
                ImportMapping(columns: [.place, nil, nil]), remember: false, first.id, desk
            )
        }
        #expect(nothing?.failures.map(\.code) == ["nothing-to-find-it-by"])
    }

    static let mixed = """
        serial,make,calibre,class,date,hidden from,barrel length
        ABC12345,TAURUS,9mm,stolen,2026-01-31,AR CL,"108,5"
        DEF67890,Nobody & Sons,9mm,robo,31/01/2026,,
        ABC-12345,taurus,9mm,stolen,,,
        GHI11111,TAURUS,9mm,borrowed,,,
        JKL22222,TAURUS,9mm,lost,2027-01-01,,
        MNO33333,TAURUS,9mm,lost,someday,,
        PQR44444,TAURUS,9mm,lost,,XX,
        STU55555,TAURUS,9mm,lost,,,,,extra
        ,,,,,,

        """

    @Test("a dry run gives the verdicts of a run and changes nothing")
    func dryRun() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let job = try await world.open(Self.mixed)
        let tried = try await world.registry.imports.tryOut(job.id, desk)
        #expect(tried.state == .tried)
        #expect(try await world.records() == 0)
        #expect(try await world.count("SELECT COUNT(*) FROM record_counters") == 0)
        let dry = try await world.verdicts(job)
        let run = try await world.registry.imports.run(job.id, desk)
        let real = try await world.verdicts(job)
        #expect(run.state == .finished)
        #expect(run.progress == tried.progress)
        #expect(dry.map(\.row) == real.map(\.row))
        #expect(dry.map(\.isRefused) == real.map(\.isRefused))
        #expect(try await world.records() == run.progress.accepted)
    }

    @Test("each row gets a verdict with field, value and reason")
    func verdicts() async throws {
        let world = try await World()
        let job = try await world.enter(file: Self.mixed)
        let verdicts = try await world.verdicts(job)
        func codes(_ row: Int) -> [String] {
            verdicts.first { $0.row == row }?.failures.map { "\($0.field) \($0.code) \($0.value ?? "")" } ?? []
        }
        #expect(job.progress.accepted == 2)
        #expect(codes(2) == [])
        #expect(codes(3) == ["make not-in-reference-table Nobody & Sons"])
        #expect(codes(4) == ["serial duplicate ABC-12345"])
        #expect(verdicts.first { $0.row == 4 }?.failures.first?.arguments == ["number": "BR-2026-000001"])
        #expect(codes(5) == ["class unknown-code borrowed"])
        #expect(codes(6) == ["eventDate in-future 2027-01-01"])
        #expect(codes(7) == ["event-date not-a-date someday"])
        #expect(codes(8) == ["hidden-from unknown-code XX"])
        #expect(codes(9) == ["row too-many-columns "] || codes(9).first?.hasPrefix("row too-many-columns") == true)
        #expect(verdicts.filter(\.isRefused).allSatisfy { !$0.fields.isEmpty })
        let first = try await world.registry.records.record("BR-2026-000001", try await world.desk("BR"))
        #expect(first.content.hiddenFrom?.map(\.code) == ["AR", "CL"])
        #expect(first.content.firearm.barrelLengthMillimetres == 108.5)
        #expect(
            try await world.registry.records.record("BR-2026-000002", try await world.desk("BR")).content.recordClass
                == .stolen)
    }

    @Test("a duplicate inside the file is found by the same rule in the dry run as in the run")
    func duplicatesInFile() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        try await world.enter(gun("OLD99999"), "BR")
        let job = try await world.open(
            """
            serial,make,model,calibre
            ABC12345,TAURUS,PT 92,9mm
            ABC12345,TAURUS,,
            ABC12345,TAURUS,PT 58,9mm
            ABC12345,GLOCK,17,9mm
            abc 12345,Forjas Taurus,pt92,
            OLD99999,TAURUS,,

            """
        )
        let tried = try await world.registry.imports.tryOut(job.id, desk)
        let dry = try await world.verdicts(job).filter(\.isRefused)
        #expect(dry.map(\.row) == [3, 6, 7])
        #expect(dry.flatMap(\.failures).map(\.code) == ["duplicate-in-file", "duplicate-in-file", "duplicate"])
        let run = try await world.registry.imports.run(job.id, desk)
        #expect(run.progress == tried.progress)
        #expect(try await world.verdicts(job).filter(\.isRefused).map(\.row) == [3, 6, 7])
    }

    @Test("a cancelled import keeps its rows, and does not start again")
    func cancel() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let job = try await world.open(Self.numbered(2_500))
        let interruption = Interruption(afterReports: 1)
        await #expect(throws: CancellationError.self) {
            try await Task { try await world.registry.imports.run(job.id, desk) { interruption.report($0) } }.value
        }
        try await world.registry.imports.cancel(job.id, desk)
        #expect(try await world.registry.imports.job(job.id, desk).state == .cancelled)
        #expect(try await world.records() == 900)
        #expect(await world.refusal { try await world.registry.imports.run(job.id, desk) }?.code == .illegalState)
        let finished = try await world.enter(file: "serial\nZZZ11111\n")
        #expect(
            await world.refusal { try await world.registry.imports.cancel(finished.id, desk) }?.code == .illegalState)
    }

    /// A file of so many different guns; each tenth row is refused.
    static func numbered(_ count: Int) -> String {
        var text = "serial,make,class\n"
        for index in 0..<count { text += "N\(100_000 + index),TAURUS,\(index % 10 == 9 ? "borrowed" : "stolen")\n" }
        return text
    }

    @Test("an import that is stopped after any batch goes on without losing or repeating a row", arguments: 1...4)
    func resumes(batches: Int) async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let job = try await world.open(Self.numbered(3_500))
        let interruption = Interruption(afterReports: batches)
        let result = await Task { try await world.registry.imports.run(job.id, desk) { interruption.report($0) } }
            .result
        #expect(throws: CancellationError.self) { try result.get() }
        let stopped = try await world.registry.imports.job(job.id, desk)
        #expect(stopped.state == .running)
        #expect(stopped.progress.rows == min(batches * 1_000, 3_500))
        #expect(try await world.registry.imports.interrupted(blob: job.blob, desk)?.id == job.id)
        try await world.registry.imports.resumeInterrupted()
        let finished = try await world.registry.imports.job(job.id, desk)
        #expect(finished.state == .finished)
        #expect(finished.progress.accepted == 3_150)
        #expect(finished.progress.refused == 350)
        #expect(try await world.records() == 3_150)
        #expect(try await world.count("SELECT COUNT(DISTINCT serial) FROM firearm_records") == 3_150)
        #expect(try await world.count("SELECT COUNT(*) FROM import_verdicts") == 350)
        #expect(try await world.actions().count { $0 == "record.create" } == 3_150)
        let places = try await world.verdicts(job).map(\.row)
        #expect(places == (0..<350).map { 11 + $0 * 10 })
    }

    @Test("two runs of the same import side by side enter each row once")
    func sideBySide() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        // Without numbers, so that no duplicate rule would save it.
        let job = try await world.open("make,place\n" + (0..<3_000).map { "TAURUS,\($0)\n" }.joined())
        await withTaskGroup { group in
            for _ in 0..<2 { group.addTask { _ = try? await world.registry.imports.run(job.id, desk) } }
        }
        #expect(try await world.records() == 3_000)
        #expect(try await world.registry.imports.job(job.id, desk).progress.accepted == 3_000)
        #expect(try await world.registry.imports.job(job.id, desk).state == .finished)
    }

    @Test("dates whose order the file does not show are refused until somebody says which it is")
    func ambiguousDates() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let job = try await world.open("serial,date\nABC12345,03/04/2023\n")
        _ = try await world.registry.imports.tryOut(job.id, desk)
        #expect(try await world.verdicts(job).flatMap(\.failures).map(\.code) == ["ambiguous-date"])
        var mapping = job.mapping
        mapping.dayComesFirst = true
        try await world.registry.imports.setMapping(mapping, remember: false, job.id, desk)
        _ = try await world.registry.imports.run(job.id, desk)
        let record = try await world.registry.records.record("BR-2026-000001", desk)
        #expect(record.content.eventDate?.description == "2023-04-03")
    }
}
