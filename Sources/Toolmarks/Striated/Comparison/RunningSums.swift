/// Sums from the first point up to every other.
struct RunningSums: Sendable {
    private let values: [Double]
    private let squares: [Double]
    private let present: [Double]

    init(_ line: [Float], _ mask: [Float]) {
        var running = (0.0, 0.0, 0.0)
        var all = (values: [0.0], squares: [0.0], present: [0.0])
        for (value, isPresent) in zip(line, mask) {
            running.0 += Double(value)
            running.1 += Double(value) * Double(value)
            running.2 += Double(isPresent)
            all.values.append(running.0)
            all.squares.append(running.1)
            all.present.append(running.2)
        }
        (values, squares, present) = all
    }

    /// The number of points with a value, their sum and the sum of their squares.
    @inline(__always)
    func over(_ range: Range<Int>) -> (count: Double, sum: Double, squares: Double) {
        let (low, high) = (range.lowerBound, range.upperBound)
        return (present[high] - present[low], values[high] - values[low], squares[high] - squares[low])
    }
}

/// What a correlation needs to know of every window of a length.
struct WindowMoments: Sendable {
    /// The sum of the values of the window that begins at each place.
    let sums: [Float]
    /// One over the root of the squares less their mean; 0 where the window is flat or hardly measured.
    let scales: [Float]

    init(_ running: RunningSums, count: Int, length: Int) {
        guard length > 0, length <= count else {
            sums = []
            scales = []
            return
        }
        var all: (sums: [Float], scales: [Float]) = ([], [])
        for start in 0...count - length {
            let window = running.over(start..<start + length)
            let spread = window.squares - window.sum * window.sum / Double(length)
            let isUsable = window.count >= 0.8 * Double(length) && spread > 1e-6
            all.sums.append(Float(window.sum))
            all.scales.append(isUsable ? Float(1 / spread.squareRoot()) : 0)
        }
        (sums, scales) = all
    }
}
