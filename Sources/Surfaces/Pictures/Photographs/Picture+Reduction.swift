extension Picture {
    /// The picture made smaller until neither side is longer than a number of pixels; a smaller one stays as it is.
    ///
    /// Each pixel takes the mean over the area that it shows, on the values as stored.
    public func reduced(toFit side: Int) -> Picture {
        let longest = max(width, height)
        guard side > 0, longest > side else { return self }
        let scale = Double(side) / Double(longest)
        let columns = max(1, Int((Double(width) * scale).rounded()))
        let rows = max(1, Int((Double(height) * scale).rounded()))
        let across = Self.shares(of: width, in: columns)
        let down = Self.shares(of: height, in: rows)
        var result: [UInt8] = []
        result.reserveCapacity(columns * rows * 3)
        var sums = [Float](repeating: 0, count: width * 3)
        for share in down {
            for place in sums.indices { sums[place] = 0 }
            for (offset, part) in share.parts.enumerated() {
                let start = (share.first + offset) * width * 3
                for place in sums.indices { sums[place] += part * Float(bytes[start + place]) }
            }
            for share in across {
                for channel in 0..<3 {
                    var value: Float = 0
                    for (offset, part) in share.parts.enumerated() {
                        value += part * sums[(share.first + offset) * 3 + channel]
                    }
                    result.append(UInt8(max(0, min(255, value.rounded()))))
                }
            }
        }
        return Picture(width: columns, height: rows, bytes: result)
    }

    /// The old pixels of one new pixel along an axis, and the part of the new one that each makes.
    private struct Share {
        var first: Int
        var parts: [Float]
    }

    private static func shares(of count: Int, in pixels: Int) -> [Share] {
        let step = Double(count) / Double(pixels)
        return (0..<pixels).map { pixel in
            let (start, end) = (Double(pixel) * step, min(Double(pixel + 1) * step, Double(count)))
            let first = min(count - 1, Int(start))
            let last = max(first, min(count - 1, Int(end.rounded(.up)) - 1))
            let parts = (first...last).map { max(0, min(end, Double($0 + 1)) - max(start, Double($0))) }
            let total = parts.reduce(0, +)
            return Share(first: first, parts: parts.map { Float($0 / total) })
        }
    }
}
