import Firearms
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite("How much of an import was understood")
struct UnderstandingTests {
    static let mixed = """
        serie,marca,modelo,calibre,tipo,país,data
        ABC12345,TAURUS,PT 92,9mm,PISTOLA,Brasil,2026-01-31
        RASPADO,Zzyx Werke,,9 MM,ARMA RARÍSSIMA,BR,2026-02-31
        12345678,Zzyx Werke,X1,calibre do diabo,revólver,Atlântida,
        KQT346907 ver laudo,TAURUS/ROSSI,,.38,pistola,,
        bla bla bla,zzyx werke,,7.62,,,

        """

    private func columns(_ world: World, _ job: ImportJob) async throws -> [ImportField: ColumnUnderstanding] {
        let columns = try await world.registry.imports.understanding(job.id, texts: 50, try await world.desk("BR"))
        return Dictionary(uniqueKeysWithValues: columns.map { ($0.field, $0) })
    }

    @Test("each column that holds more than free text tells how much of it was understood, and what was not")
    func told() async throws {
        let world = try await World()
        let job = try await world.open(Self.mixed)
        _ = try await world.registry.imports.tryOut(job.id, try await world.desk("BR"))
        let columns = try await columns(world, job)
        func counts(_ field: ImportField) -> [Int] {
            columns[field].map { [$0.sure, $0.doubtful, $0.unknown] } ?? []
        }
        #expect(counts(.serial) == [2, 2, 1])
        #expect(counts(.make) == [1, 1, 3])
        #expect(counts(.type) == [3, 0, 1])
        #expect(counts(.countryOfManufacture) == [2, 0, 1])
        #expect(counts(.eventDate) == [1, 0, 1])
        #expect(columns[.calibre]?.unknown == 1)
        let makes = columns[.make]?.texts ?? []
        #expect(makes.map(\.text) == ["Zzyx Werke", "TAURUS/ROSSI", "zzyx werke"])
        #expect(makes.map(\.count) == [2, 1, 1])
        #expect(makes.map(\.firstRow) == [3, 5, 6])
        #expect(makes.map(\.understanding) == [.unknown, .doubtful, .unknown])
        #expect(makes.map(\.meaning) == [nil, "taurus", nil])
    }

    @Test("the dry run and the run tell the same, and an interrupted run counts no row twice")
    func sums() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let text = "serial,make\n" + (0..<3_500).map { "N\(100_000 + $0),Zzyx \($0 % 7)\n" }.joined()
        let job = try await world.open(text)
        _ = try await world.registry.imports.tryOut(job.id, desk)
        let dry = try await columns(world, job)
        let interruption = Interruption(afterReports: 2)
        _ = await Task { try await world.registry.imports.run(job.id, desk) { interruption.report($0) } }.result
        #expect(try await columns(world, job)[.make]?.unknown == 2_000)
        _ = try await world.registry.imports.run(job.id, desk)
        let real = try await columns(world, job)
        #expect(dry == real)
        #expect(real[.make]?.unknown == 3_500)
        #expect(real[.make]?.texts.map(\.count) == Array(repeating: 500, count: 7))
    }

    @Test("what was not understood in any field stays with the record as it was written")
    func kept() async throws {
        let world = try await World()
        _ = try await world.enter(file: Self.mixed.replacing("2026-02-31", with: ""))
        let second = try await world.record("BR-2026-000002").content
        #expect(second.firearm.make == "Zzyx Werke" && second.firearm.makeCode == nil)
        #expect(second.firearm.type == nil && second.firearm.typeWritten == "ARMA RARÍSSIMA")
        #expect(second.firearm.numbers.map(\.state) == [.removed])
        let third = try await world.record("BR-2026-000003").content
        #expect(third.firearm.type == .revolver && third.firearm.typeWritten == "revólver")
        #expect(third.circumstances?.contains("Atlântida") == true)
        #expect(third.firearm.calibre == "calibre do diabo")
        let fourth = try await world.record("BR-2026-000004").content
        #expect(fourth.firearm.numbers.first?.pattern.normalised == "KQT346907")
        #expect(fourth.circumstances?.contains("laudo") == true)
    }

    @Test("numbers of a field come with their parts and states; make and model in one field come apart")
    func normalised() async throws {
        let world = try await World()
        _ = try await world.enter(
            file: """
                serial,make,type
                NSR445812 (Camara) e NSK346907 (Ferrolho),TAURUS PT 92,escopeta de bombeo
                TKR?2345,Taurus,
                S/N,Rossi,artesanal

                """
        )
        let first = try await world.record("BR-2026-000001").content.firearm
        #expect(first.numbers.map(\.pattern.normalised) == ["NSR445812", "NSK346907"])
        #expect(Set(first.numbers.map(\.part)).count == 2)
        #expect(first.make == "TAURUS PT 92" && first.makeCode == "taurus" && first.model == "PT 92")
        #expect(first.type == .shotgun && first.action == .pumpAction)
        #expect(try await world.record("BR-2026-000002").content.firearm.numbers.map(\.state) == [.partial])
        let third = try await world.record("BR-2026-000003").content.firearm
        #expect(third.numbers.map(\.state) == [.none])
        #expect(third.conversion == .privatelyMade)
    }

    @Test("a correction made after the dry run is used by the run; one made after the run reaches its rows")
    func corrected() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let job = try await world.open(Self.mixed.replacing("2026-02-31", with: ""))
        _ = try await world.registry.imports.tryOut(job.id, desk)
        try await world.correct(.make, "Zzyx Werke", "Imbel")
        _ = try await world.registry.imports.tryOut(job.id, desk)
        #expect(try await columns(world, job)[.make]?.unknown == 0)
        _ = try await world.registry.imports.run(job.id, desk)
        #expect(try await world.count("SELECT COUNT(*) FROM firearm_records WHERE make_code = 'imbel'") == 3)
        #expect(try await world.count("SELECT COUNT(*) FROM firearm_records WHERE type IS NULL") == 2)
        try await world.correct(.type, "arma raríssima", "rifle")
        try await world.correct(.calibre, "Calibre do Diabo", "7.62x39")
        try await world.describeAnew()
        #expect(try await world.record("BR-2026-000003").content.firearm.calibreCode == "7.62x39")
        #expect(try await world.record("BR-2026-000002").content.firearm.type == .rifle)
        let record = try await world.enter(gun("ZZZ99999", make: "ZZYX WERKE"), "BR")
        #expect(record.content.firearm.makeCode == "imbel")
    }

    @Test("a correction made while an import is at work reaches every row of it")
    func whileAtWork() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let text = "serial,make\n" + (0..<4_000).map { "N\(100_000 + $0),Zzyx Werke\n" }.joined()
        let job = try await world.open(text)
        let begun = AsyncStream.makeStream(of: Void.self)
        async let run = world.registry.imports.run(job.id, desk) { _ in begun.continuation.yield() }
        for await _ in begun.stream { break }
        try await world.correct(.make, "Zzyx Werke", "Imbel")
        _ = try await run
        try await world.describeAnew()
        #expect(try await world.count("SELECT COUNT(*) FROM firearm_records WHERE make_code = 'imbel'") == 4_000)
    }

    @Test(
        "what is written in the field for the number is understood as far as every word of it is",
        arguments: [
            ("ABC12345", Understanding.sure), ("NSR445 (Camara) e NSK346 (Ferrolho)", .sure), ("RASPADO", .sure),
            ("J 81825 (revelado no cano)", .sure), ("primeiro digito nao identificado 2345", .sure), ("S/N", .sure),
            ("TKR?2345", .sure), ("123456", .doubtful),
            ("KQT346907 ver amigo", .doubtful), ("bla bla bla", .unknown),
        ]
    )
    func serials(text: String, understanding: Understanding) {
        #expect(ColumnReading(0, text, SerialText(text)).understanding == understanding)
    }

    @Test(
        "words for kinds of firearm that files hold are understood surely",
        arguments: [
            ("pistola semiautomatica", FirearmType.pistol), ("revolveres", .revolver), ("fuzil", .rifle),
            ("fusil", .rifle), ("carabina", .carbine), ("escopeta", .shotgun), ("espingarda", .shotgun),
            ("subametralladora", .submachineGun), ("submetralhadora", .submachineGun),
            ("ametralladora", .machineGun), ("metralhadora", .machineGun), ("fusil de asalto", .assaultRifle),
            ("fuzil de assalto", .assaultRifle), ("garrucha", .singleShotPistol), ("pistola de fogueo", .blankGun),
            ("combinada", .combinationGun), ("lanzagranadas", .launcher), ("pistola ametralladora", .submachineGun),
            ("aire comprimido", .airGun), ("shot gun", .shotgun), ("handgun", .pistol), ("smg", .submachineGun),
        ]
    )
    func typeWords(text: String, type: FirearmType) async throws {
        let found = ReferenceTable.standard.type(text)
        #expect(found?.value == type && (found?.confidence ?? 0) >= ColumnReading.sureFrom)
    }
}
