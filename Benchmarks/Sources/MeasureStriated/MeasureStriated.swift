import Foundation
import Surfaces
import Toolmarks

/// Measures the comparison of striated marks: processor time a land, a pair of lands, a pair of bullets, and how well
/// matching lands stand out, on real scans, on the same scans made worse, and on generated ones.
///
///     MeasureStriated FOLDER [--findings] [--harder] [--methods]
///     MeasureStriated --generated [BARRELS]
///
/// FOLDER holds x3p scans and a truth.csv with the columns scan, bullet and groove_family.
@main
struct MeasureStriated {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        let extractions: [(String, SignatureExtraction)] =
            arguments.contains("--methods")
            ? ShoulderMethod.allCases.map { ("shoulders \($0.rawValue)", SignatureExtraction(shoulders: $0)) }
                + [("first stable cross-cut", SignatureExtraction(crossCuts: .firstStable))]
            : [("defaults", .land)]
        if arguments.contains("--generated") {
            let barrels = arguments.compactMap { Int($0) }.first ?? 6
            for (name, extraction) in extractions { try generated(barrels, name, extraction) }
            return
        }
        guard let folder = arguments.first else {
            print("usage: MeasureStriated FOLDER [--findings] [--harder] [--methods] | --generated [BARRELS]")
            return
        }
        let lands = try LabelledLand.read(folder)
        if arguments.contains("--findings") {
            for land in lands {
                let signature = try Signature(of: land.map)
                print(land.name, signature.axis?.rawValue ?? "-", signature.width, signature.finding)
            }
            return
        }
        for (name, extraction) in extractions {
            if arguments.contains("--harder") {
                let harder = lands.flatMap { land in
                    Worsening.allCases.enumerated().map { index, kind in
                        LabelledLand(
                            name: "\(land.name) \(kind.rawValue)", barrel: land.barrel, bullet: land.bullet,
                            family: land.family, kind: kind.rawValue, map: kind.apply(to: land.map, seed: UInt64(index))
                        )
                    }
                }
                try Separation(harder, extraction).report(name, byKind: true)
            } else {
                try Separation(lands, extraction).report(name, listsPairs: true)
            }
        }
    }

    /// Two bullets a barrel, six lands a bullet; conditions drawn for every scan.
    private static func generated(_ barrels: Int, _ name: String, _ extraction: SignatureExtraction) throws {
        let kinds: [(String, (UInt64, Int) -> LandScanConditions)] = [
            ("clean", { _, _ in LandScanConditions() }),
            ("casework", { seed, _ in .casework(seed: seed) }),
            (
                "two instruments",
                { seed, bullet in
                    let conditions = LandScanConditions.casework(seed: seed)
                    return bullet == 1 ? conditions.onAnotherInstrument : conditions
                }
            ),
            (
                "strong subclass",
                { seed, _ in
                    var conditions = LandScanConditions.casework(seed: seed)
                    conditions.subclass = 1.5
                    return conditions
                }
            ),
        ]
        for (kind, conditions) in kinds {
            var lands: [LabelledLand] = []
            for barrel in 0..<barrels {
                for bullet in 0..<2 {
                    let generator = LandGenerator(barrel: UInt64(barrel), bullet: UInt64(bullet))
                    for land in 0..<6 {
                        let seed = UInt64((barrel * 2 + bullet) * 6 + land)
                        lands.append(
                            LabelledLand(
                                name: "barrel \(barrel) bullet \(bullet) land \(land)", barrel: "\(barrel)",
                                bullet: "\(bullet)", family: "\(barrel)-\(land)", kind: kind,
                                map: generator.scan(land: land, conditions(seed, bullet))
                            )
                        )
                    }
                }
            }
            try Separation(lands, extraction).report("\(kind), \(name)")
        }
    }
}
