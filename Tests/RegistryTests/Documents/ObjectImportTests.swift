import DelimitedText
import Storage
import Testing

@testable import Registry

@Suite("Files of documents and vehicles")
struct ObjectImportTests {
    private func run<Object>(
        _ importer: ObjectImport<Object>, _ text: String, defaults: ObjectImportDefaults<Object> = .init(),
        isDryRun: Bool = false, _ actor: Actor
    ) async throws -> (progress: ImportProgress, refused: [String]) {
        var refused: [String] = []
        let reader = try DelimitedReader(bytes: Array(text.utf8), name: "file.csv")
        let progress = try await importer.run(reader, defaults, isDryRun: isDryRun, actor) { verdict in
            refused.append(
                "\(verdict.line): " + verdict.failures.map { "\($0.field) \($0.code)" }.joined(separator: ", "))
        }
        return (progress, refused)
    }

    @Test(
        "each row of documents becomes a record or is refused with every reason, and a second run enters nothing twice")
    func documents() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let text = """
            Número de documento;Tipo;País;Situación;hasta;Vencimiento
            FK123456;Pasaporte;BR;robado;;2030-01-31
            GK230000;P;BRA;robado en blanco;GK239999;
            FK123456;Pasaporte;BR;perdido;;
            1;DNI;Atlántida;;;31/31/2030
            """
        let trial = try await run(world.registry.documentImport, text, isDryRun: true, desk)
        #expect(trial.progress.accepted == 3)
        #expect(try await world.registry.documents.list(ObjectFilter(), desk).records.isEmpty)
        let first = try await run(world.registry.documentImport, text, desk)
        #expect(first.progress.accepted == 2 && first.progress.refused == 2)
        #expect(
            first.refused == [
                "4: document.number duplicate",
                "5: valid-until not-a-date, class required, document.number not-a-document-number, "
                    + "document.issuer unknown-code",
            ])
        let records = try await world.registry.documents.list(ObjectFilter(), desk).records
        #expect(records.map(\.content.recordClass) == [.stolenBlank, .stolen])
        #expect(records.last?.content.object.validUntil?.description == "2030-01-31")
        let again = try await run(world.registry.documentImport, text, desk)
        #expect(again.progress.accepted == 0)
        #expect(try await world.actions().count { $0 == "document.create" } == 2)
    }

    @Test("vehicles take the class of the import where the file has none")
    func vehicles() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let text = "placa,pais,chassi,cor,ano\nBRA2E19,BR,9BWZZZ377VT004251,prata,1997\n,,,azul,\nXYZ1234,XX,,,\n"
        let result = try await run(
            world.registry.vehicleImport, text, defaults: ObjectImportDefaults(recordClass: .sought), desk)
        #expect(result.progress.accepted == 1)
        #expect(result.refused == ["3: vehicle.vin nothing-to-find-it-by", "4: plate-country unknown-code"])
        let record = try #require(try await world.registry.vehicles.list(ObjectFilter(), desk).records.first)
        #expect(record.content.recordClass == .sought && record.content.object.colour == "prata")
    }

    @Test("a file without a column for a number, and an officer, are refused")
    func refused() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let officer = try await world.officer("BR")
        let wrong = await world.refusal { try await run(world.registry.vehicleImport, "a,b\n1,2\n", desk) }
        #expect(wrong?.failures.map(\.field) == ["columns"])
        let forbidden = await world.refusal { try await run(world.registry.vehicleImport, "vin\nA1234567\n", officer) }
        #expect(forbidden?.code == .forbidden)
    }
}
