import Firearms
import Storage
import Testing
import Toolmarks

@testable import Registry

/// An exhibit one may not know of leaves no trace: not in lists, counts, marks, duplicates or errors.
@Suite struct ExhibitAccessTests {
    /// An exhibit of BR and who, of AR's and the hub's people, may know of it.
    struct Situation: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var handling: HandlingLevel = .officialUseOnly
        var hiddenFrom: [String] = []
        var isSubmitted = true
        var isSeenByExaminer: Bool
        var isSeenAtHub: Bool
    }

    private static let situations = [
        Situation(testDescription: "submitted", isSeenByExaminer: true, isSeenAtHub: true),
        Situation(testDescription: "not submitted", isSubmitted: false, isSeenByExaminer: false, isSeenAtHub: false),
        Situation(testDescription: "hidden", hiddenFrom: ["AR"], isSeenByExaminer: false, isSeenAtHub: true),
        Situation(testDescription: "restricted", handling: .restricted, isSeenByExaminer: true, isSeenAtHub: true),
        Situation(
            testDescription: "confidential", handling: .confidential, isSeenByExaminer: false, isSeenAtHub: true
        ),
    ]

    @Test(arguments: situations)
    func whoMayNotKnowOfAnExhibitFindsNoTrace(_ situation: Situation) async throws {
        let world = try await World()
        var content = ExhibitContent(kind: .cartridgeCase)
        content.handling = situation.handling
        content.hiddenFrom = situation.hiddenFrom.compactMap { Country($0) }
        let exhibit = try await world.enterExhibit(content, submitted: situation.isSubmitted, of: "BR")
        let bytes = try SampleScan.breechFace()
        let number = try await world.upload(bytes, to: exhibit)
        try await world.prepareScans()
        let own = try await world.enterExhibit(of: "AR")
        let copy = try await world.upload(bytes, to: own)
        for (actor, isSeen) in [
            (try await world.examiner("AR"), situation.isSeenByExaminer),
            (try await world.coordinator(), situation.isSeenAtHub),
        ] {
            let list = try await world.registry.exhibits.list(ExhibitFilter(), actor)
            #expect(list.exhibits.contains { $0.exhibit.number == exhibit.number } == isSeen)
            let refusals = [
                await world.refusal { try await world.registry.exhibits.exhibit(exhibit.number, actor) },
                await world.refusal { try await world.registry.marks.marks(of: exhibit.number, actor) },
                await world.refusal { try await world.registry.marks.mark(number, actor) },
                await world.refusal { try await world.registry.marks.file(ofScan: 1, of: number, actor) },
                await world.refusal { try await world.registry.exhibits.custody(of: exhibit.number, actor) },
                await world.refusal { try await world.registry.exhibits.versions(of: exhibit.number, actor) },
            ]
            #expect(refusals.map { $0?.code } == Array(repeating: isSeen ? nil : .notFound, count: refusals.count))
        }
        // The same file on the own exhibit tells of the other only where it may be known.
        let detail = try await world.detail(copy, "AR")
        #expect(detail.sameFile.isEmpty != situation.isSeenByExaminer)
    }

    @Test func readersOfOtherBureausLearnNeitherFromWhomItIsHiddenNorOfHiddenRecords() async throws {
        let world = try await World()
        let record = try await world.enter(gun("ABC12345", hiddenFrom: ["AR"]), "BR")
        var content = ExhibitContent(kind: .cartridgeCase)
        content.firearmRecord = record.number
        content.hiddenFrom = [try #require(Country("CL"))]
        let exhibit = try await world.enterExhibit(content, submitted: true, of: "BR")
        let read = try await world.registry.exhibits.exhibit(exhibit.number, try await world.examiner("AR"))
        #expect(read.content.hiddenFrom.isEmpty)
        #expect(read.content.firearmRecord == nil)
        let own = try await world.registry.exhibits.exhibit(exhibit.number, try await world.examiner("BR"))
        #expect(own.content.hiddenFrom.count == 1)
        #expect(own.content.firearmRecord == record.number)
    }

    @Test func casesAreReadByTheirBureauAlone() async throws {
        let world = try await World()
        let exhibit = try await world.enterExhibit(submitted: true, of: "BR")
        for actor in [try await world.examiner("AR"), try await world.coordinator()] {
            #expect(try await world.registry.cases.list(actor).rows.isEmpty)
            let refusal = await world.refusal {
                try await world.registry.cases.forensicCase(exhibit.caseNumber, actor)
            }
            #expect(refusal?.code == .notFound)
        }
        let own = try await world.registry.cases.list(try await world.examiner("BR"))
        #expect(own.rows.map(\.exhibitCount) == [1])
    }

    @Test func otherBureausChangeNothing() async throws {
        let world = try await World()
        let exhibit = try await world.enterExhibit(submitted: true, of: "BR")
        let number = try await world.upload(try SampleScan.breechFace(), to: exhibit)
        try await world.prepareScans()
        let scan = try #require(try await world.detail(number).scans.first?.sequence)
        let other = try await world.examiner("AR")
        let blob = try world.registry.blobs.put([1, 2, 3])
        let refusals = [
            await world.refusal {
                try await world.registry.exhibits.change(
                    exhibit.number, to: exhibit.content, event: nil, version: 2, reason: "", other
                )
            },
            await world.refusal {
                try await world.registry.exhibits.decide(.kept, of: exhibit.number, version: 2, reason: "x", other)
            },
            await world.refusal {
                try await world.registry.marks.create(kind: .firingPin, label: "B", of: exhibit.number, other)
            },
            await world.refusal {
                try await world.registry.marks.addScan(blob, name: "x", to: .mark(number), other)
            },
            await world.refusal {
                try await world.registry.marks.prepareAgain(scan: scan, of: number, region: nil, other)
            },
            await world.refusal { try await world.registry.marks.choose(preparation: 1, of: number, other) },
        ]
        #expect(refusals.map { $0?.code } == Array(repeating: .forbidden, count: refusals.count))
    }

    @Test(arguments: [Role.officer, .administrator])
    func whoHasNothingToDoWithExhibitsReadsNone(_ role: Role) async throws {
        let world = try await World()
        let exhibit = try await world.enterExhibit(of: "BR")
        let actor = try await world.actor(role, "BR")
        let refusals = [
            await world.refusal { try await world.registry.exhibits.list(ExhibitFilter(), actor) },
            await world.refusal { try await world.registry.exhibits.exhibit(exhibit.number, actor) },
            await world.refusal { try await world.registry.cases.list(actor) },
        ]
        #expect(refusals.map { $0?.code } == [.forbidden, .forbidden, .forbidden])
    }
}
