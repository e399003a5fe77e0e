import Surfaces
import Testing

@testable import Toolmarks

@Suite("How one land lies on another") struct SignatureRegistrationTests {
    /// The correlation of the heights of two scans of one land, the second laid on the first as their signatures say.
    private func agreement(_ one: SurfaceMap, _ other: SurfaceMap) throws -> Double {
        let signatures = try (Signature(of: one), Signature(of: other))
        let comparison = try SignatureComparer(reversal: .always).compare(
            ComparisonProfile(signatures.0), ComparisonProfile(signatures.1)
        )
        let extents = [one, other].map { Place(x: $0.extentX, y: $0.extentY) }
        let registration = try #require(
            comparison.registration(of: (signatures.0, extents[0]), and: (signatures.1, extents[1]))
        )
        let middles = extents.map { Place(x: $0.x / 2, y: $0.y / 2) }
        let shown = try [one, other].map { try Preparation.land.apply(to: $0).surface }
        let laid = registration.laying(shown[1], centre: middles[1], on: shown[0], centre: middles[0])
        var (count, a, b, aa, bb, ab) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
        for (x, y) in zip(shown[0].values, laid.values) where !x.isNaN && !y.isNaN {
            let (x, y) = (Double(x), Double(y))
            (count, a, b, aa, bb, ab) = (count + 1, a + x, b + y, aa + x * x, bb + y * y, ab + x * y)
        }
        return (ab - a * b / count) / ((aa - a * a / count) * (bb - b * b / count)).squareRoot()
    }

    private func scan(bullet: UInt64, change: (inout LandScanConditions) -> Void = { _ in }) -> SurfaceMap {
        var conditions = LandScanConditions()
        conditions.missing = 0
        conditions.pits = 0
        change(&conditions)
        return LandGenerator(barrel: 9, bullet: bullet).scan(land: 2, conditions)
    }

    @Test("Striae lie on striae, whatever part of the land each scan shows and however it lies")
    func laid() throws {
        let first = scan(bullet: 1)
        let cases: [(String, SurfaceMap)] = [
            ("the same part", scan(bullet: 2)), ("cut on the left", scan(bullet: 2) { $0.cropLeft = 140 }),
            ("striae inclined otherwise", scan(bullet: 2) { $0.twist = 3 }),
            ("turned by a quarter", scan(bullet: 2).turned(quarters: 1)),
            ("turned by half", scan(bullet: 2).turned(quarters: 2)),
            ("turned by three quarters", scan(bullet: 2).turned(quarters: 3)),
        ]
        for (name, second) in cases {
            let found = try agreement(first, second)
            #expect(found > 0.75, "\(name): \(found)")
        }
    }
}

extension SurfaceMap {
    /// The surface turned clockwise by quarters of a turn.
    fileprivate func turned(quarters: Int) -> SurfaceMap {
        guard quarters > 0 else { return self }
        var turned = SurfaceMap(columns: rows, rows: columns, pitchX: pitchY, pitchY: pitchX)
        for row in 0..<rows {
            for column in 0..<columns { turned[rows - 1 - row, column] = self[column, row] }
        }
        return turned.turned(quarters: quarters - 1)
    }
}
