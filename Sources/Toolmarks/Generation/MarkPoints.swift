/// Places on a primer at which heights are wanted, micrometres from the middle of its flat part.
struct MarkPoints {
    private(set) var x: [Float] = []
    private(set) var y: [Float] = []
    /// Where each place lies in its map.
    private(set) var indices: [Int] = []

    var count: Int { x.count }

    mutating func append(x: Double, y: Double, index: Int) {
        self.x.append(Float(x))
        self.y.append(Float(y))
        indices.append(index)
    }

    mutating func reserve(_ count: Int) {
        x.reserveCapacity(count)
        y.reserveCapacity(count)
        indices.reserveCapacity(count)
    }
}
