import Surfaces

@testable import Toolmarks

/// Conditions that make small scans, for tests that need many.
enum SmallLands {
    static var conditions: LandScanConditions {
        var conditions = LandScanConditions()
        conditions.pitch = 3.125
        conditions.length = 450
        return conditions
    }

    static func casework(_ seed: UInt64) -> LandScanConditions {
        var conditions = LandScanConditions.casework(seed: seed)
        conditions.pitch = 3.125
        conditions.length = 450
        return conditions
    }

    static func profile(
        barrel: UInt64,
        bullet: UInt64,
        land: Int,
        _ conditions: LandScanConditions = conditions
    ) throws(ToolmarksError) -> ComparisonProfile {
        let scan = LandGenerator(barrel: barrel, bullet: bullet).scan(land: land, conditions)
        return try ComparisonProfile(Signature(of: scan))
    }

    static func signature(_ values: [Float], pitch: Double = 1.5625) throws(ToolmarksError) -> Signature {
        try Signature(of: ProfileMap(pitch: pitch, values: values), .toolmark)
    }

    /// The probability that a value of one list lies above one of the other.
    static func area(_ yes: [Double], _ no: [Double]) -> Double {
        OperatingCurve(matching: yes, other: no).area
    }
}
