import Foundation
import Surfaces
import Testing

@testable import Toolmarks

@Suite struct CellComparisonTests {
    private static let first = GeneratedMark(seed: 1)
    private static let whole = Result { try PreparedMark(first.measured()) }

    /// A turn and a move that the comparison has to find.
    struct Motion: Sendable {
        var degrees: Double
        var x: Double
        var y: Double
    }

    @Test(arguments: [
        Motion(degrees: 0, x: 0, y: 0), Motion(degrees: 7.3, x: 83.1, y: -41.7),
        Motion(degrees: -21.6, x: -120.4, y: 66.6), Motion(degrees: 1.5, x: 31.2, y: 150.3),
    ])
    func aKnownRotationAndShiftAreRecoveredToATenthOfAPoint(_ motion: Motion) throws {
        let (degrees, shift) = (motion.degrees, (x: motion.x, y: motion.y))
        let one = try Self.whole.get()
        let other = try PreparedMark(Self.first.measured(degrees: degrees, shift: shift))
        let result = try CellComparison().compare(one, other)
        let registration = try #require(result.registration)
        #expect(result.registeredCount > result.usableCount * 9 / 10)
        // The second mark is turned back to lie on the first.
        #expect(abs(registration.rotation + degrees) < 0.05)
        // A place on the mark, as the first and as the second scan have it; a tenth of a point is 1 micrometre.
        let turn = Turn(degrees: degrees)
        for place in [Place(x: 0, y: 0), Place(x: 700, y: -500), Place(x: -300, y: 900)] {
            let onFirst = place - middle(of: one, scan: Self.first.measured())
            let moved = turn.turned(place) + Place(x: shift.x, y: shift.y)
            let onSecond = moved - middle(of: other, scan: Self.first.measured(degrees: degrees, shift: shift))
            #expect((registration.onSecond(onFirst) - onSecond).length < 1)
        }
    }

    /// The middle of a mark from the middle of its scan.
    private func middle(of mark: PreparedMark, scan: SurfaceMap) -> Place {
        mark.centre - Place(x: scan.extentX / 2, y: scan.extentY / 2)
    }

    @Test func theOrderOfTheMarksDoesNotMatter() throws {
        let one = try Self.whole.get()
        let other = try PreparedMark(Self.first.measured(degrees: 11.2, shift: (40, 25)))
        let forward = try CellComparison().compare(one, other)
        let backward = try CellComparison().compare(other, one)
        #expect(forward.forward == backward.backward && forward.backward == backward.forward)
        #expect(forward.score == backward.score && forward.registeredCount == backward.registeredCount)
        #expect(forward.agreement?.forward == backward.agreement?.backward)
        let there = try #require(forward.registration)
        let back = try #require(backward.registration)
        #expect(abs(there.rotation + back.rotation) < 1e-9)
    }

    @Test func offsetAndScaleOfTheInstrumentDoNotMatter() throws {
        let map = Self.first.measured(degrees: 5)
        var other = map
        other.values = map.values.map { $0 * 1e-6 + 0.25e-6 }
        let one = try Self.whole.get()
        let plain = try CellComparison().compare(one, PreparedMark(map))
        let scaled = try CellComparison().compare(one, PreparedMark(other))
        #expect(plain.originalCount == scaled.originalCount && plain.highCount == scaled.highCount)
        #expect(abs(plain.score - scaled.score) < 1e-3)
    }

    @Test func everyInstructionSetGivesTheSameBits() throws {
        let one = try Self.whole.get()
        let other = try PreparedMark(Self.first.measured(degrees: -4))
        #expect(try CellComparison().compare(one, other) == CellComparison(portable: true).compare(one, other))
    }

    @Test func anyNumberOfThreadsGivesTheSameBits() async throws {
        let one = try Self.whole.get()
        let other = try PreparedMark(Self.first.measured(degrees: 8))
        let alone = try CellComparison().compare(one, other)
        let together = try await withThrowingTaskGroup(of: MarkComparison.self) { group in
            for _ in 0..<4 { group.addTask { try CellComparison().compare(one, other) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(together.allSatisfy { $0 == alone })
    }

    @Test func marksOfTwoToolsAgreeInAFewCellsByChance() throws {
        let one = try Self.whole.get()
        for seed in 2...4 {
            let result = try CellComparison().compare(one, PreparedMark(GeneratedMark(seed: UInt64(seed)).measured()))
            #expect(result.registeredCount < 8)
            #expect(result.score < 0.1)
        }
    }

    @Test func aMirroredMarkIsNoMatch() throws {
        let straight = Self.first.measured()
        var map = straight
        for row in 0..<map.rows {
            for column in 0..<map.columns {
                map.values[row * map.columns + column] = straight.values[row * map.columns + map.columns - 1 - column]
            }
        }
        #expect(try CellComparison().compare(Self.whole.get(), PreparedMark(map)).score < 0.1)
    }

    @Test(arguments: [0.0, 0.7, 2.1, 4.0])
    func aMarkOfWhichAThirdIsMissingIsFound(_ direction: Double) throws {
        let part = Self.first.measured(degrees: 6) { x, y in x * cos(direction) + y * sin(direction) < 390 }
        let result = try CellComparison().compare(Self.whole.get(), PreparedMark(part))
        #expect(result.registeredCount > result.usableCount / 2)
        #expect(abs((result.registration?.rotation ?? 0) + 6) < 0.2)
    }

    @Test func aScanAtAnotherPitchIsFound() throws {
        for pitch in [4.0, 12.5] {
            let other = try PreparedMark(Self.first.measured(degrees: 3, pitch: pitch))
            let result = try CellComparison().compare(Self.whole.get(), other)
            #expect(result.registeredCount > result.usableCount * 9 / 10)
        }
    }

    @Test func theFullCircleFindsAScanThatNobodyOriented() throws {
        var search = CellSearch()
        search.rotations = .fullCircle
        let one = try PreparedMark(Self.first.measured(), search: search)
        let other = try PreparedMark(Self.first.measured(degrees: 137), search: search)
        let result = try CellComparison().compare(one, other)
        #expect(result.registeredCount > result.usableCount * 8 / 10)
        let rotation = try #require(result.registration?.rotation)
        #expect(abs(RotationSweep.difference(rotation, -137)) < 0.1)
    }

    @Test func marksMadeReadyDifferentlyAreRefused() throws {
        var search = CellSearch()
        search.finePitch = 10
        let other = try PreparedMark(Self.first.measured(), search: search)
        let error = #expect(throws: ToolmarksError.self) { try CellComparison().compare(Self.whole.get(), other) }
        #expect(error?.code == .differentPreparation)
    }

    @Test func heightsAreNotComparedWithBrightness() throws {
        let map = Self.first.measured()
        let picture = SurfaceMap(
            columns: map.columns,
            rows: map.rows,
            pitchX: map.pitchX,
            pitchY: map.pitchY,
            kind: .reflectance,
            values: map.values
        )
        let error = #expect(throws: ToolmarksError.self) {
            try CellComparison().compare(Self.whole.get(), PreparedMark(picture))
        }
        #expect(error?.code == .differentKinds)
    }
}
