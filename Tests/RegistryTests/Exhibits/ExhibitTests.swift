import Firearms
import Storage
import Testing
import Toolmarks

@testable import Registry

/// Cases, exhibits, custody and marks.
@Suite struct ExhibitTests {
    @Test func aCaseIsEnteredChangedAndItsOldVersionKept() async throws {
        let world = try await World()
        let examiner = try await world.examiner("BR")
        var content = CaseContent(title: "Robbery", laboratory: "IC Curitiba", reference: "IPL 12/2026")
        let entered = try await world.registry.cases.create(content, events: [shooting()], examiner)
        #expect(entered.number == "BR-C-2026-000001")
        content.title = "Armed robbery"
        let changed = try await world.registry.cases.change(
            entered.number, to: content, version: 1, reason: "wording", examiner
        )
        #expect(changed.version == 2)
        let grown = try await world.registry.cases.addEvent(
            shooting(.seizure), to: entered.number, version: 2, examiner
        )
        #expect(grown.events.map(\.content.kind) == [.shooting, .seizure])
        #expect(try await world.count("SELECT COUNT(*) FROM ballistic_case_versions") == 2)
        let refusal = await world.refusal {
            try await world.registry.cases.change(entered.number, to: content, version: 1, reason: "", examiner)
        }
        #expect(refusal?.code == .versionMismatch)
        #expect(try await world.actions() == ["case.create", "case.change", "case.event"])
    }

    @Test func theSameFileNumberTwiceNamesTheFirstCase() async throws {
        let world = try await World()
        let content = CaseContent(title: "Robbery", laboratory: "IC", reference: "IPL 12/2026")
        let first = try await world.registry.cases.create(content, try await world.examiner("BR"))
        let refusal = await world.refusal {
            try await world.registry.cases.create(content, try await world.examiner("BR"))
        }
        #expect(refusal?.code == .duplicate)
        #expect(refusal?.subject == first.number)
        // Another bureau may use the same number, and learns nothing.
        _ = try await world.registry.cases.create(content, try await world.examiner("AR"))
    }

    @Test func everyWrongFieldIsNamedAtOnce() async throws {
        let world = try await World()
        var event = shooting()
        event.from = CalendarDate("2030-01-01")
        event.until = CalendarDate("2029-01-01")
        event.distanceToBorderKilometres = -1
        let refusal = await world.refusal {
            try await world.registry.cases.create(
                CaseContent(title: " ", laboratory: ""), events: [event], try await world.examiner("BR")
            )
        }
        #expect(
            refusal?.failures.map(\.field) == [
                "title", "laboratory", "events[0].from", "events[0].until", "events[0].until",
                "events[0].distanceToBorderKilometres",
            ])
        var content = ExhibitContent(kind: .cartridgeCase)
        content.characteristics.lands = 6
        content.characteristics.ejectorPosition = 400
        content.label = String(repeating: "x", count: 101)
        content.circumstances.firearmsTogether = -3
        let fields = world.registry.exhibits.failures(content).map(\.field)
        #expect(
            fields == [
                "label", "characteristics.lands", "characteristics.ejectorPosition", "firearmsTogether",
            ])
    }

    @Test func anExhibitTakesTheCodeOfItsCalibreAndANumber() async throws {
        let world = try await World()
        var content = ExhibitContent(kind: .cartridgeCase)
        content.calibre = "9mm Luger"
        content.label = "EC-1"
        let exhibit = try await world.enterExhibit(content, of: "BR")
        #expect(exhibit.number == "BR-E-2026-000001")
        #expect(exhibit.content.calibreCode != nil)
        #expect(exhibit.event?.place == 1)
        #expect(exhibit.content.retentionUntil != nil)
        let refusal = await world.refusal {
            try await world.registry.exhibits.create(
                content, case: exhibit.caseNumber, try await world.examiner("BR")
            )
        }
        #expect(refusal?.code == .duplicate)
        #expect(refusal?.subject == exhibit.number)
    }

    @Test func anExhibitOfAnotherBureausCaseCannotBeEntered() async throws {
        let world = try await World()
        let exhibit = try await world.enterExhibit(of: "BR")
        let refusal = await world.refusal {
            try await world.registry.exhibits.create(
                ExhibitContent(kind: .bullet), case: exhibit.caseNumber, try await world.examiner("AR")
            )
        }
        #expect(refusal?.code == .notFound)
    }

    @Test func theBureauDecidesOnSubmissionAndSaysWhy() async throws {
        let world = try await World()
        let exhibit = try await world.enterExhibit(of: "BR")
        let examiner = try await world.examiner("BR")
        let silent = await world.refusal {
            try await world.registry.exhibits.decide(
                .submitted, of: exhibit.number, version: 1, reason: " ", examiner
            )
        }
        #expect(silent?.failures.first?.field == "reason")
        let submitted = try await world.registry.exhibits.decide(
            .submitted, of: exhibit.number, version: 1, reason: "border", examiner
        )
        #expect(submitted.submission == .submitted)
        let versions = try await world.registry.exhibits.versions(of: exhibit.number, examiner)
        #expect(versions.map(\.submission) == [.undecided])
        #expect(versions.first?.reason == "border")
        #expect(try await world.actions().last == "exhibit.submitted")
    }

    @Test func custodyGrowsAndIsToldToTheOwnerAlone() async throws {
        let world = try await World()
        let exhibit = try await world.enterExhibit(submitted: true, of: "BR")
        let examiner = try await world.examiner("BR")
        let step = CustodyContent(kind: .received, person: "Ana Prado", place: "IC Curitiba", note: "seal 4471")
        let steps = try await world.registry.exhibits.addCustody(
            step, at: world.clock.now.adding(seconds: -3_600), to: exhibit.number, examiner
        )
        #expect(steps.map(\.content) == [step])
        let early = await world.refusal {
            try await world.registry.exhibits.addCustody(
                step, at: world.clock.now.adding(seconds: 60), to: exhibit.number, examiner
            )
        }
        #expect(early?.failures.first?.field == "happenedAt")
        let other = try await world.examiner("AR")
        #expect(try await world.registry.exhibits.custody(of: exhibit.number, other).isEmpty)
        let foreign = await world.refusal {
            try await world.registry.exhibits.addCustody(step, at: world.clock.now, to: exhibit.number, other)
        }
        #expect(foreign?.code == .forbidden)
    }

    @Test func aMarkMustBeOneTheExhibitCanBear() async throws {
        let world = try await World()
        let exhibit = try await world.enterExhibit(of: "BR")
        let examiner = try await world.examiner("BR")
        let refusal = await world.refusal {
            try await world.registry.marks.create(kind: .land, label: "Land 1", of: exhibit.number, examiner)
        }
        #expect(refusal?.failures.map(\.code) == ["not-of-this-kind"])
        let mark = try await world.registry.marks.create(kind: .firingPin, label: "Pin", of: exhibit.number, examiner)
        #expect(mark.number == MarkNumber(exhibit: exhibit.number, place: 1))
    }

    @Test func theSameFileTwiceIsNoticed() async throws {
        let world = try await World()
        let exhibit = try await world.enterExhibit(of: "BR")
        let bytes = try SampleScan.breechFace()
        let first = try await world.upload(bytes, label: "A", to: exhibit)
        let again = await world.refusal {
            try await world.registry.marks.addScan(
                try world.registry.blobs.put(bytes), name: "copy.x3p", to: .mark(first), try await world.examiner("BR")
            )
        }
        #expect(again?.code == .duplicate)
        #expect(again?.subject == "\(first)")
        let second = try await world.upload(bytes, label: "B", to: exhibit)
        let detail = try await world.detail(second)
        #expect(Array(detail.sameFile.values) == [[first]])
    }

    @Test func listsAreNarrowedByEveryFilter() async throws {
        let world = try await World()
        var content = ExhibitContent(kind: .cartridgeCase)
        content.calibre = "9mm Luger"
        let pistol = try await world.enterExhibit(content, of: "BR")
        let bullet = try await world.enterExhibit(ExhibitContent(kind: .bullet), of: "BR")
        let examiner = try await world.examiner("BR")
        func numbers(_ change: (inout ExhibitFilter) -> Void) async throws -> [String] {
            var filter = ExhibitFilter()
            change(&filter)
            return try await world.registry.exhibits.list(filter, examiner).exhibits.map(\.exhibit.number)
        }
        #expect(try await numbers { _ in } == [bullet.number, pistol.number])
        #expect(try await numbers { $0.kind = .bullet } == [bullet.number])
        #expect(try await numbers { $0.calibreCode = pistol.content.calibreCode } == [pistol.number])
        #expect(try await numbers { $0.caseNumber = bullet.caseNumber } == [bullet.number])
        #expect(try await numbers { $0.text = "e-2026-000001" } == [pistol.number])
        #expect(try await numbers { $0.text = "%" } == [])
        #expect(try await numbers { $0.from = CalendarDate("2026-10-03") } == [])
        #expect(try await numbers { $0.until = CalendarDate("2026-10-02") }.count == 2)
        #expect(try await numbers { $0.submission = .submitted } == [])
        let page = try await world.registry.exhibits.list(ExhibitFilter(), limit: 1, examiner)
        let rest = try await world.registry.exhibits.list(
            ExhibitFilter(), before: page.nextCursor, limit: 1, examiner
        )
        #expect(rest.exhibits.map(\.exhibit.number) == [pistol.number])
        #expect(rest.nextCursor == nil)
    }
}
