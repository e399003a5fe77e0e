/// One character of a vehicle's number that was taken for another.
public struct VehicleRepair: Hashable, Sendable, Codable {
    /// The place, from 1, in the number without separators.
    public let place: Int
    /// What was read.
    public let read: String
    /// What it was taken for.
    public let takenFor: String

    init(_ place: Int, _ read: UInt8, _ takenFor: UInt8) {
        self.place = place
        self.read = String(decoding: [read], as: UTF8.self)
        self.takenFor = String(decoding: [takenFor], as: UTF8.self)
    }
}
