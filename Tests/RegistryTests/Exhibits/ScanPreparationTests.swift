import Storage
import Surfaces
import Testing
import Toolmarks

@testable import Registry

/// What happens to a scan from its arrival to its preparation.
@Suite struct ScanPreparationTests {
    @Test func aBreechFaceIsPreparedScreenedAndPictured() async throws {
        let world = try await World()
        let exhibit = try await world.enterExhibit(of: "BR")
        let number = try await world.upload(try SampleScan.breechFace(), to: exhibit)
        #expect(number.description == "\(exhibit.number).1")
        #expect(try await world.detail(number).scans.first?.state == .waiting)
        try await world.prepareScans()
        let detail = try await world.detail(number)
        #expect(detail.scans.first?.state == .ready)
        #expect(!detail.isWaiting)
        let preparation = try #require(detail.current)
        #expect(preparation.madeBy == "examiner.br")
        let surface = try SurfaceFile.read(try world.registry.blobs.get(preparation.surface)).surface
        #expect(surface.pitchX == 6.25)
        #expect(ScreeningForm(bytes: preparation.screeningForm) != nil)
        for picture in [preparation.picture, preparation.thumbnail, try preparation.record.regionPicture] {
            let bytes = try world.registry.blobs.get(try #require(picture))
            #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        }
        #expect(try preparation.record.steps.map(\.step.name).contains("find-mark"))
        #expect(try await world.actions().suffix(1) == ["mark.ready"])
    }

    @Test func aLandKeepsItsHeightsAsMeasured() async throws {
        let world = try await World()
        let exhibit = try await world.enterExhibit(ExhibitContent(kind: .bullet), of: "BR")
        let bytes = try SampleScan.land()
        let number = try await world.upload(bytes, .land, to: exhibit)
        try await world.prepareScans()
        let preparation = try #require(try await world.detail(number).current)
        let surface = try SurfaceFile.read(try world.registry.blobs.get(preparation.surface)).surface
        #expect(surface == (try SurfaceFile.read(bytes).surface))
        #expect(preparation.screeningForm.isEmpty)
        #expect(try (preparation.record.signature?.coherence ?? 0) > 0.5)
    }

    @Test func aMeasuredProfileIsAMarkOfOneRow() async throws {
        let world = try await World()
        let exhibit = try await world.enterExhibit(ExhibitContent(kind: .bullet), of: "BR")
        let land = try SurfaceFile.read(try SampleScan.land()).surface
        let row = SurfaceMap(
            columns: land.columns, rows: 1, pitchX: land.pitchX, pitchY: land.pitchX,
            values: Array(land.values[..<land.columns])
        )
        let number = try await world.upload(try X3PDocument(row).encoded(), .profile, to: exhibit)
        try await world.prepareScans()
        let detail = try await world.detail(number)
        #expect(detail.scans.first?.state == .ready, "\(detail.scans.first?.findings ?? [])")
    }

    @Test(arguments: [
        MaskShape.circle(PlaneCircle(centre: PlanePoint(x: 2_300, y: 2_300), radius: 1_500)),
        .ring(
            outer: PlaneCircle(centre: PlanePoint(x: 2_300, y: 2_300), radius: 1_900),
            inner: PlaneCircle(centre: PlanePoint(x: 2_300, y: 2_300), radius: 900)
        ),
        .polygon([PlanePoint(x: 600, y: 600), PlanePoint(x: 4_000, y: 700), PlanePoint(x: 2_300, y: 4_000)]),
        .bitmap(MaskBitmap(SurfaceMask(columns: 100, rows: 100, inside: (0..<10_000).map { $0 % 100 < 60 }))),
    ])
    func aRegionDrawnByHandMakesAFurtherPreparation(_ region: MaskShape) async throws {
        let world = try await World()
        let exhibit = try await world.enterExhibit(of: "BR")
        let number = try await world.upload(try SampleScan.breechFace(), to: exhibit)
        try await world.prepareScans()
        let scan = try #require(try await world.detail(number).scans.first)
        let examiner = try await world.examiner("BR")
        try await world.registry.marks.prepareAgain(scan: scan.sequence, of: number, region: region, examiner)
        try await world.prepareScans()
        let detail = try await world.detail(number)
        #expect(detail.preparations.map(\.version) == [2, 1])
        #expect(detail.current?.version == 2)
        #expect(try detail.current?.record.region == region)
        #expect(detail.preparations[0].surface != detail.preparations[1].surface)
        try await world.registry.marks.choose(preparation: 1, of: number, examiner)
        #expect(try await world.detail(number).current?.version == 1)
    }

    @Test func aRegionWithoutExtentIsRefused() async throws {
        let world = try await World()
        let exhibit = try await world.enterExhibit(of: "BR")
        let number = try await world.upload(try SampleScan.breechFace(), to: exhibit)
        try await world.prepareScans()
        let scan = try #require(try await world.detail(number).scans.first)
        let examiner = try await world.examiner("BR")
        let huge = MaskBitmap(SurfaceMask(columns: 5_000, rows: 2, repeating: true))
        for region in [
            MaskShape.circle(PlaneCircle(centre: PlanePoint(x: 0, y: 0), radius: 0)),
            .circle(PlaneCircle(centre: PlanePoint(x: .nan, y: 0), radius: 5)),
            .polygon([PlanePoint(x: 0, y: 0), PlanePoint(x: 1, y: 1)]), .bitmap(huge),
            .bitmap(MaskBitmap(SurfaceMask(columns: 10, rows: 10, repeating: false))),
        ] {
            let refusal = await world.refusal {
                try await world.registry.marks.prepareAgain(
                    scan: scan.sequence, of: number, region: region, examiner
                )
            }
            #expect(refusal?.failures.first?.field == "region")
        }
        // A region beside the scan is usable by itself and leaves nothing to compare.
        try await world.registry.marks.prepareAgain(
            scan: scan.sequence, of: number,
            region: .circle(PlaneCircle(centre: PlanePoint(x: 90_000, y: 0), radius: 5)), examiner
        )
        try await world.prepareScans()
        let detail = try await world.detail(number)
        #expect(detail.current?.version == 1)
        #expect(detail.scans.first?.state == .ready)
    }

    @Test func aWorkerThatDiesLosesNothingAndDoublesNothing() async throws {
        let world = try await World()
        let exhibit = try await world.enterExhibit(of: "BR")
        let number = try await world.upload(try SampleScan.breechFace(), to: exhibit)
        // A worker takes the job and is never heard of again.
        let (now, end) = (world.clock.now, world.clock.now.adding(seconds: PreparationService.leaseSeconds))
        let dead = try await world.database.write { connection in
            let job = try #require(try PreparationJobStore.waiting(at: now, connection))
            return try PreparationJobStore.take(job, until: end, at: now, connection)
        }
        #expect(try await world.registry.preparations.advance() == false)
        world.clock.advance(seconds: PreparationService.leaseSeconds + 1)
        #expect(try await world.registry.preparations.advance())
        #expect(try await world.detail(number).preparations.count == 1)
        // Back from the dead, it may not end the job a second time.
        let job = try #require(dead)
        #expect(try await world.database.write { try PreparationJobStore.finish(job, $0) } == false)
        #expect(try await world.registry.preparations.advance() == false)
    }

    @Test func aScanThatStopsEveryWorkerIsRefusedInTheEnd() async throws {
        let world = try await World()
        let exhibit = try await world.enterExhibit(of: "BR")
        let number = try await world.upload(try SampleScan.breechFace(), to: exhibit)
        for _ in 0..<PreparationService.mostAttempts {
            let now = world.clock.now
            let end = now.adding(seconds: PreparationService.leaseSeconds)
            _ = try await world.database.write { connection in
                let job = try #require(try PreparationJobStore.waiting(at: now, connection))
                return try PreparationJobStore.take(job, until: end, at: now, connection)
            }
            world.clock.advance(seconds: PreparationService.leaseSeconds + 1)
        }
        try await world.prepareScans()
        let scan = try #require(try await world.detail(number).scans.first)
        #expect(scan.state == .refused)
        #expect(scan.findings.map(\.code) == ["preparation-failed"])
    }
}
