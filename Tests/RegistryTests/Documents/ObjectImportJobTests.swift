import Storage
import Testing

@testable import Registry

@Suite("Uploaded files of documents and vehicles")
struct ObjectImportJobTests {
    private static let documents = """
        Número de documento;País;Situación;Notas
        FK123456;BR;robado;x
        FK123456;BR;robado;y
        1;Atlántida;;z
        GK123457;AR;;w

        """

    private func open(_ text: String, _ kind: ObjectKind?, _ world: World) async throws -> ImportJob {
        let blob = try world.registry.blobs.put(text.utf8)
        return try await world.registry.imports.open(
            fileName: "file.csv", blob: blob, objectKind: kind, try await world.desk("BR"))
    }

    @Test("a file is tried, then entered, with a verdict for every row that is refused")
    func life() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let imports = world.registry.imports
        let job = try await open(Self.documents, .document, world)
        #expect(job.mapping.objectKind == .document && job.mapping.defaultObjectClass == "lost")
        let tried = try await imports.tryOut(job.id, desk)
        #expect(tried.state == .tried && tried.progress.accepted == 3 && tried.progress.refused == 1)
        #expect(try await world.registry.documents.list(ObjectFilter(), desk).records.isEmpty)
        var mapping = job.mapping
        mapping.defaultObjectClass = nil
        try await imports.setMapping(mapping, remember: true, job.id, desk)
        let done = try await imports.run(job.id, desk)
        #expect(done.state == .finished && done.progress.accepted == 1 && done.progress.refused == 3)
        let verdicts = try await imports.verdicts(job.id, refusedOnly: true, desk)
        #expect(verdicts.map(\.line) == [3, 4, 5])
        #expect(verdicts[0].failures.map(\.code) == ["duplicate"])
        #expect(verdicts[1].failures.count == 3, "every reason at once: \(verdicts[1].failures)")
        #expect(verdicts[2].failures == [FieldFailure("class", "required")])
        #expect(verdicts[2].fields == ["GK123457", "AR", "", "w"])
        #expect(try await world.registry.documents.list(ObjectFilter(), desk).records.count == 1)
        #expect(await world.refusal { try await imports.run(job.id, desk) }?.code == .illegalState)
    }

    @Test("an import that was stopped goes on with the row after the last one entered")
    func resumed() async throws {
        var settings = RegistrySettings()
        settings.importRowsPerTransaction = 100
        let world = try await World(settings)
        let rows = (0..<2_500).map { "FK\(100_000 + $0),BR,stolen\n" }.joined()
        let job = try await open("number,country,class\n\(rows)", .document, world)
        let desk = try await world.desk("BR")
        let stopped = await Task {
            try await world.registry.imports.run(job.id, desk) { _ in
                withUnsafeCurrentTask { $0?.cancel() }
            }
        }.result
        #expect(throws: CancellationError.self) { try stopped.get() }
        let half = try await world.registry.imports.job(job.id, desk)
        #expect(half.state == .running && half.progress.accepted > 0 && half.progress.accepted < 2_500)
        try await world.registry.imports.resumeInterrupted()
        let done = try await world.registry.imports.job(job.id, desk)
        #expect(done.state == .finished && done.progress.accepted == 2_500 && done.progress.refused == 0)
        #expect(try await world.actions().count { $0 == "document.create" } == 2_500)
    }

    @Test("vehicles come by the same way, and a file that names no number of theirs is refused and leaves nothing")
    func vehicles() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let job = try await open("placa,pais\nBRA2E19,BR\n,\n", .vehicle, world)
        let done = try await world.registry.imports.run(job.id, desk)
        #expect(done.progress.accepted == 1 && done.progress.refused == 1)
        #expect(try await world.registry.vehicles.list(ObjectFilter(), desk).records.count == 1)
        let refusal = await world.refusal { try await open("serial,notes\n1,2\n", .vehicle, world) }
        #expect(refusal?.failures.map(\.field) == ["columns"])
        #expect(try await world.registry.imports.latest(desk).count == 1)
    }

    @Test("what the rows are cannot be changed afterwards, and a class of another kind is none")
    func kinds() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let imports = world.registry.imports
        let job = try await open(Self.documents, .document, world)
        var mapping = job.mapping
        mapping.objectKind = .vehicle
        #expect(
            await world.refusal { try await imports.setMapping(mapping, remember: false, job.id, desk) }?.code
                == .invalid)
        mapping = job.mapping
        mapping.defaultObjectClass = "sought"
        let refusal = await world.refusal { try await imports.setMapping(mapping, remember: false, job.id, desk) }
        #expect(refusal?.failures.map(\.field) == ["defaultClass"])
        let guns = try await open("serial,make\nABC12345,TAURUS\n", nil, world)
        #expect(guns.mapping.objectKind == nil)
        #expect(await world.refusal { try await imports.job(job.id, try await world.desk("AR")) }?.code == .notFound)
    }
}
