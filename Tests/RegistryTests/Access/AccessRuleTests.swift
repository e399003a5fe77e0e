import Firearms
import Storage
import Testing

@testable import Registry

@Suite("Who may know of a record")
struct AccessRuleTests {
    /// One line of the table of who may know: the actor, then whether it knows of a record of BR that is for official
    /// use, restricted, confidential, and the same three hidden from Argentina.
    static let table: [(role: Role, bureau: String, open: [Bool], hiddenFromArgentina: [Bool])] = [
        (.officer, "BR", [true, true, false], [true, true, false]),
        (.bureauDesk, "BR", [true, true, true], [true, true, true]),
        (.coordinator, "BR", [true, true, true], [true, true, true]),
        (.examiner, "BR", [true, true, true], [true, true, true]),
        (.qualityManager, "BR", [true, true, true], [true, true, true]),
        (.administrator, "BR", [false, false, false], [false, false, false]),
        (.officer, "AR", [true, false, false], [false, false, false]),
        (.bureauDesk, "AR", [true, true, false], [false, false, false]),
        (.coordinator, "AR", [true, true, false], [false, false, false]),
        (.examiner, "AR", [true, true, false], [false, false, false]),
        (.qualityManager, "AR", [true, true, false], [false, false, false]),
        (.administrator, "AR", [false, false, false], [false, false, false]),
        (.officer, "CL", [true, false, false], [true, false, false]),
        (.bureauDesk, "CL", [true, true, false], [true, true, false]),
        (.coordinator, "CL", [true, true, false], [true, true, false]),
        (.administrator, "CL", [false, false, false], [false, false, false]),
        (.officer, "HUB", [true, false, false], [true, false, false]),
        (.bureauDesk, "HUB", [true, true, false], [true, true, false]),
        (.coordinator, "HUB", [true, true, true], [true, true, true]),
        (.administrator, "HUB", [false, false, false], [false, false, false]),
    ]

    @Test("the rule is the one in the table, for each role, bureau, handling level and exclusion")
    func table() async throws {
        let world = try await World()
        for line in Self.table {
            let actor = try await world.actor(line.role, line.bureau)
            for level in HandlingLevel.allCases {
                let open = Access.RecordFacts(bureau: "BR", handling: level, hiddenFrom: [])
                let hidden = Access.RecordFacts(
                    bureau: "BR", handling: level, hiddenFrom: Set([Country("AR")].compactMap { $0 })
                )
                #expect(Access.mayKnow(open, actor) == line.open[level.rank], "\(actor.name) \(level)")
                #expect(Access.mayKnow(hidden, actor) == line.hiddenFromArgentina[level.rank], "\(actor.name) \(level)")
            }
        }
    }

    @Test("the rule in SQL agrees with the rule in code for every actor and every record")
    func agreement() async throws {
        let world = try await World()
        var facts: [Int64: Access.RecordFacts] = [:]
        var serial = 1000
        for owner in ["BR", "AR", "CL", "HUB"] {
            for level in HandlingLevel.allCases {
                for excluded in [[], ["AR"], ["BR", "CL"], ["AR", "BR", "CL"], ["UY"]] {
                    serial += 1
                    let record = try await world.enter(gun("S\(serial)", handling: level, hiddenFrom: excluded), owner)
                    facts[record.sequence] = Access.RecordFacts(
                        bureau: owner, handling: level, hiddenFrom: Set(excluded.compactMap { Country($0) })
                    )
                }
            }
        }
        let statuses = RecordStatus.allCases
        @Sendable func status(of sequence: Int64) -> RecordStatus { statuses[Int(sequence) % statuses.count] }
        let sequences = Array(facts.keys)
        try await world.database.write { connection in
            for sequence in sequences {
                try connection.execute(
                    "UPDATE firearm_records SET status = ? WHERE sequence = ?",
                    [.text(status(of: sequence).rawValue), .integer(sequence)]
                )
            }
        }
        for bureau in World.bureaus {
            for role in Role.allCases {
                let actor = try await world.actor(role, bureau.code)
                let known = facts.filter { Access.mayKnow($0.value, actor) }
                #expect(try await world.sequences(AccessStore.mayKnowRecord("r", actor)) == Set(known.keys))
                let readable = facts.filter { Access.mayRead($0.value, status: status(of: $0.key), actor) }
                #expect(try await world.sequences(AccessStore.mayReadRecord("r", actor)) == Set(readable.keys))
            }
        }
    }

    @Test("a record that no longer stands is read by its owner alone")
    func ended() async throws {
        let world = try await World()
        let record = try await world.enter(gun("ABC12345"), "BR")
        let desk = try await world.desk("BR")
        let other = try await world.desk("AR")
        _ = try await world.registry.records.record(record.number, other)
        _ = try await world.registry.records.setStatus(
            .cleared, of: record.number, version: record.version, reason: "", desk
        )
        _ = try await world.registry.records.record(record.number, desk)
        await #expect(throws: RegistryError.self) { try await world.registry.records.record(record.number, other) }
        #expect(try await world.registry.records.list(RecordFilter(), other).records.isEmpty)
    }

    @Test("each role holds the rights of its work and no others", arguments: Role.allCases)
    func rights(role: Role) {
        let rights = Access.rights(of: role, atCoordinationCentre: false)
        let expected: Set<Right> =
            switch role {
            case .officer: [.check, .readRecords, .readHits, .declareHits, .readNotices, .manageOwnTokens]
            case .bureauDesk:
                [
                    .check, .readRecords, .writeRecords, .importRecords, .exportRecords, .manageReference, .readHits,
                    .declareHits, .answerHits, .readNotices, .writeNotices, .readExhibits, .writeExhibits,
                    .manageOwnTokens,
                ]
            case .examiner: [.check, .readRecords, .readExhibits, .writeExhibits, .examine, .manageOwnTokens]
            case .qualityManager: [.readExhibits, .manageQuality, .manageOwnTokens]
            case .coordinator:
                [
                    .check, .readRecords, .exportRecords, .readHits, .declareHits, .readNotices, .readExhibits,
                    .manageOwnTokens,
                ]
            case .administrator: [.manageUsers, .readJournal, .manageOwnTokens]
            }
        #expect(rights == expected)
        #expect(rights.contains(.manageBureaus) == false)
    }

    @Test("what a role may not do is refused by every service")
    func refusedServices() async throws {
        let world = try await World()
        let registry = world.registry
        let record = try await world.enter(gun("ABC12345"), "BR")
        for role in Role.allCases {
            let actor = try await world.actor(role, "BR")
            func expect(_ right: Right, _ body: () async throws -> some Any) async {
                let isAllowed = Access.allows(right, actor)
                let refused = await world.refusal(body)?.code == .forbidden
                #expect(refused == !isAllowed, "\(role) \(right)")
            }
            await expect(.check) { try await registry.checks.check(reading("ABC12345"), actor) }
            await expect(.check) { try await registry.checks.latest(actor) }
            await expect(.readRecords) { try await registry.records.list(RecordFilter(), actor) }
            await expect(.readRecords) { try await registry.records.record(record.number, actor) }
            await expect(.readRecords) { try await registry.attachments.attachments(of: record.number, actor) }
            await expect(.manageReference) { try await registry.reference.corrections(actor) }
            await expect(.manageReference) { try await registry.reference.entries(actor) }
            await expect(.manageReference) { try await registry.reference.importEntries([], actor) }
            await expect(.writeRecords) { try await registry.records.create(gun("NEW\(role.rawValue.count)00"), actor) }
            await expect(.exportRecords) { try await registry.export.start(RecordFilter(), actor) }
            await expect(.exportRecords) { try await registry.export.piece(RecordFilter(), from: 0, actor) }
            await expect(.importRecords) { try await registry.imports.latest(actor) }
            await expect(.readHits) { try await registry.hits.worklist(actor) }
            await expect(.readJournal) { try await registry.audit.journal(JournalFilter(), actor) }
            await expect(.readExhibits) { try await registry.examinations.list(.all, actor) }
            await expect(.readExhibits) { try await registry.examinations.counts(actor) }
            await expect(.readExhibits) { try await registry.examinations.detail("BR-X-2026-000009", actor) }
            await expect(.readExhibits) { try await registry.examinations.links(actor) }
            await expect(.readExhibits) { try await registry.examinations.link("BR-X-2026-000009", actor) }
            await expect(.readExhibits) { try await registry.examinations.report("BR-X-2026-000009-R1", actor) }
            await expect(.readExhibits) { try await registry.examinations.statistics(StatisticsSpan(), actor) }
            await expect(.writeExhibits) { try await registry.examinations.open("a", "b", actor) }
            await expect(.writeExhibits) {
                try await registry.examinations.act(.acknowledge, onLink: "BR-X-2026-000009", actor)
            }
            await expect(.examine) { try await registry.examinations.issueReport(of: "BR-X-2026-000009", actor) }
            await expect(.examine) {
                try await registry.examinations.proceed("BR-X-2026-000009", on: .exhibits, actor)
            }
            await expect(.manageQuality) { try await registry.examinations.proficiency(actor) }
            await expect(.manageUsers) { try await registry.users.users(actor) }
            await expect(.manageBureaus) {
                try await registry.bureaus.create(
                    Bureau(code: "UY", name: "NCB Montevideo", country: Country("UY")), actor
                )
            }
        }
    }

    @Test("nobody changes a record of another bureau")
    func otherBureausRecords() async throws {
        let world = try await World()
        let record = try await world.enter(gun("ABC12345"), "BR")
        for bureau in ["AR", "HUB"] {
            let desk = try await world.desk(bureau)
            let change = await world.refusal {
                try await world.registry.records.change(
                    record.number, to: gun("ABC12345"), version: 1, reason: "", desk
                )
            }
            #expect(change?.code == .forbidden)
            let move = await world.refusal {
                try await world.registry.records.setStatus(
                    .cancelled, of: record.number, version: 1, reason: "", desk
                )
            }
            #expect(move?.code == .forbidden)
        }
    }
}
