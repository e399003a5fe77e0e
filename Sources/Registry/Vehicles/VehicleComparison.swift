import Firearms
import Identity
import Matching

/// Compares a vehicle that was read with one on record.
enum VehicleComparison {
    /// The candidate; nil where none of the numbers agrees. Where one agrees, the others that differ are told: plates and
    /// engines are exchanged, and numbers are copied.
    static func candidate(_ read: Vehicle, _ record: VehicleRecord) -> ObjectCandidate<Vehicle>? {
        let recorded = record.content.object
        var weighing = ObjectWeighing(threshold: 8)
        var agrees = false
        if let left = recorded.vinRead, let right = read.vinRead {
            if left.folded == right.folded || right.likelyReadings.contains(left.text) {
                agrees = true
                weighing.addNumber("vin", recorded: left.text, read: right.text, weight: 18, misreading: 4)
            } else {
                weighing.add("vin.differs", -8, [left.text, right.text])
            }
        }
        if let left = recorded.plateRead, let right = read.plateRead {
            if left.folded == right.folded {
                agrees = true
                weighing.addNumber("plate", recorded: left.text, read: right.text, weight: 11, misreading: 3)
                weighing.addEquality(
                    "plate-country", recorded: recorded.plateCountry?.code, read: read.plateCountry?.code, equal: 3,
                    different: 9
                )
            } else {
                weighing.add("plate.differs", -2, [left.text, right.text])
            }
        }
        if let left = recorded.engineRead, let right = read.engineRead {
            if left.folded == right.folded {
                agrees = true
                weighing.addNumber("engine", recorded: left.text, read: right.text, weight: 12, misreading: 4)
            } else {
                weighing.add("engine.differs", -2, [left.text, right.text])
            }
        }
        guard agrees else { return nil }
        weighing.addEquality("make", recorded: recorded.make, read: read.make, equal: 2, different: 4)
        weighing.addEquality("model", recorded: recorded.model, read: read.model, equal: 2, different: 2)
        weighing.addEquality("colour", recorded: recorded.colour, read: read.colour, equal: 1, different: 1)
        weighing.addEquality(
            "year", recorded: recorded.year.map { "\($0)" }, read: read.year.map { "\($0)" }, equal: 1, different: 1
        )
        return ObjectCandidate(record: record, score: weighing.score, reasons: weighing.reasons)
    }
}
