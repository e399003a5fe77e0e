import DelimitedText
import Firearms
import Foundation
import Registry
import Storage

/// Fills an empty data folder with the demo world, through the same services that people use, so that rules, journal
/// and search keys are those of real data.
struct DemoWorld: Sendable {
    /// Published; the demo world holds nothing that is true.
    static let password = "trigger-demo-2026"

    /// One sign-in of the demo world.
    struct Account: Sendable {
        var name: String
        var role: Role
        /// Code of the bureau.
        var bureau: String
        var bureauName: String
        var displayName: String
    }

    /// Every sign-in, the coordination centre's first.
    static let accounts: [Account] = {
        let centre = [
            ("coordinator.hub", Role.coordinator, "Zoe Conjetura"), ("admin.hub", .administrator, "Max Hipótesis"),
            ("reader.hub", .coordinator, "Abel Premisa"),
        ]
        .map { name, role, person in
            Account(
                name: name, role: role, bureau: DemoBureau.centreCode, bureauName: DemoBureau.centreName,
                displayName: person
            )
        }
        // Two examiners, because the second verifies what the first concludes.
        let laboratories = DemoBureau.all.filter { DemoExhibits.bureaus.contains($0.code) }.flatMap { bureau in
            let roles: [(String, Role)] = [
                ("examiner", .examiner), ("examiner2", .examiner), ("quality", .qualityManager),
            ]
            return zip(roles, bureau.examiners).map { role, person in
                Account(
                    name: "\(role.0).\(bureau.suffix)", role: role.1, bureau: bureau.code, bureauName: bureau.name,
                    displayName: person
                )
            }
        }
        let roles: [(String, Role)] = [("officer", .officer), ("desk", .bureauDesk), ("admin", .administrator)]
        return centre + laboratories
            + DemoBureau.all.flatMap { bureau in
                zip(roles, bureau.people).map { role, person in
                    Account(
                        name: "\(role.0).\(bureau.suffix)", role: role.1, bureau: bureau.code, bureauName: bureau.name,
                        displayName: person
                    )
                }
            }
    }()

    let registry: Registry
    /// About how many records it has.
    var recordCount = DemoBureau.recordCount

    /// Makes bureaus, users, the operation and all records. The server then matches them with each other, as it does
    /// with every import.
    /// - Parameter report: called with what is being done.
    func make(report: @escaping @Sendable (String) -> Void) async throws {
        async let generated = Self.generate(total: recordCount)
        report("15 bureaus and \(Self.accounts.count) users")
        try await makeBureaus()
        try await makeUsers(where: { $0.role != .officer })
        async let officers: Void = makeUsers(where: { $0.role == .officer })
        var count = 0
        for (bureau, file, records) in try await generated {
            try await importRecords(file, of: bureau)
            count += records
            report("\(NumberText.grouped(count)) records")
        }
        try await officers
        report("\(try await DemoObjects(registry: registry).make()) documents and vehicles")
        report("\(try await DemoNotices(registry: registry).make()) notices")
        report("\(try await DemoExhibits(registry: registry).make()) exhibits")
        report("\(try await DemoExaminations(registry: registry).make()) examinations")
    }

    private func makeBureaus() async throws {
        try await registry.installation.setUp(
            centre: Bureau(code: DemoBureau.centreCode, name: DemoBureau.centreName, country: nil),
            administrator: Self.newUser(Self.accounts[1])
        )
        let centre = try await registry.signIn.actor(onThisMachine: Self.accounts[1].name)
        for bureau in DemoBureau.all {
            try await registry.bureaus.create(
                Bureau(code: bureau.code, name: bureau.name, country: Country(bureau.code)), centre
            )
        }
        guard let start = CalendarDate("2026-11-01"), let end = CalendarDate("2027-10-31") else { return }
        try await registry.operations.create(
            Operation(
                code: DemoBureau.operationCode, name: "Trigger demo", startsOn: start, endsOn: end,
                bureaus: DemoBureau.all.map(\.code) + [DemoBureau.centreCode]
            ),
            centre
        )
    }

    /// Administrators are made by the coordination centre's, everybody else by the own bureau's administrator.
    private func makeUsers(where isWanted: (Account) -> Bool) async throws {
        let existing = Self.accounts[1].name
        let wanted = Self.accounts.filter { isWanted($0) && $0.name != existing }
        for account in wanted.sorted(by: { ($0.role == .administrator ? 0 : 1) < ($1.role == .administrator ? 0 : 1) })
        {
            let maker = account.role == .administrator ? existing : "admin.\(account.bureau.lowercased())"
            let actor = try await registry.signIn.actor(onThisMachine: maker)
            _ = try await registry.users.create(Self.newUser(account), actor)
        }
    }

    private func importRecords(_ file: [UInt8], of bureau: DemoBureau) async throws {
        let desk = try await registry.signIn.actor(onThisMachine: "desk.\(bureau.suffix)")
        let blob = try registry.blobs.put(file)
        let job = try await registry.imports.open(fileName: "demo-\(bureau.suffix).csv", blob: blob, desk)
        let done = try await registry.imports.run(job.id, desk)
        guard done.state == .finished else {
            throw CommandFailure(
                "The demo records of \(bureau.code) were not imported: \(done.failure ?? done.state.rawValue)")
        }
    }

    private static func newUser(_ account: Account) -> NewUser {
        NewUser(
            name: account.name, displayName: account.displayName, bureau: account.bureau, role: account.role,
            password: password
        )
    }

    @concurrent
    private static func generate(total: Int) async throws -> [(bureau: DemoBureau, file: [UInt8], records: Int)] {
        try DemoGenerator.records(total: total).map { bureau, records in
            let rows = [DemoRecord.headings] + records.map(\.fields)
            return (bureau, try DelimitedWriter.bytes(rows, guardsFormulas: false), records.count)
        }
    }
}
