/// The marks that one land of a barrel leaves, in micrometres across the land.
struct GeneratedLand {
    /// One stria: a rounded ridge or furrow.
    struct Mark {
        var place: Double
        var width: Double
        var height: Double
        /// Along the striae, the part it reaches over, 0 at the base and 1 at the far end of the scan.
        var reach: ClosedRange<Double>
    }

    var width: Double
    var marks: [Mark]
    var shoulders: (left: Double, right: Double)
    var depth: Double

    /// The marks of a land, decided by the seed of its barrel and its place in it.
    init(barrel: UInt64, land: Int, subclass: Double) {
        var numbers = SeededNumbers(barrel, UInt64(land), 1)
        // Long waves from the broach or the reamer that all lands of a kind share.
        var shared = SeededNumbers(0xB0AC4, 2)
        width = numbers.uniform(1_860...1_960)
        depth = numbers.uniform(25...80)
        shoulders = (numbers.uniform(15...70), numbers.uniform(25...110))
        marks = []
        for _ in 0..<90 {
            let reach =
                numbers.happens(0.2)
                ? 0...numbers.uniform(0.2...0.9)
                : numbers.happens(0.1)
                    ? numbers.uniform(0...0.4)...1 : 0...1
            marks.append(
                Mark(
                    place: numbers.uniform(-20...1_980),
                    width: 9 + 60 * numbers.uniform(0...1) * numbers.uniform(0...1),
                    height: 0.8 * numbers.normal(),
                    reach: reach
                )
            )
        }
        for _ in 0..<18 {
            marks.append(
                Mark(
                    place: shared.uniform(0...1_960),
                    width: shared.uniform(80...180),
                    height: subclass * shared.normal(),
                    reach: 0...1
                )
            )
        }
    }

    /// The same land after more shots: every mark a little different, some gone and others new.
    func worn(by wear: Double, numbers: inout SeededNumbers) -> GeneratedLand {
        var worn = self
        for place in worn.marks.indices {
            worn.marks[place].height *= 1 + 0.5 * wear * numbers.normal()
            worn.marks[place].place += 2 * wear * numbers.normal()
            if numbers.happens(0.5 * wear) {
                worn.marks[place].place = numbers.uniform(0...width)
                worn.marks[place].height = 0.8 * numbers.normal()
            }
        }
        return worn
    }

    /// Heights of the marks at a micrometre's distance, for a part along the striae.
    func profile(along part: Double) -> [Float] {
        var heights = [Float](repeating: 0, count: Int(width) + 1)
        for mark in marks where mark.reach.contains(part) {
            let first = max(0, Int(mark.place - mark.width))
            let last = min(heights.count - 1, Int(mark.place + mark.width))
            for place in stride(from: first, through: last, by: 1) {
                let distance = (Double(place) - mark.place) / mark.width
                let rest = 1 - distance * distance
                if rest > 0 { heights[place] += Float(mark.height * rest * rest) }
            }
        }
        return heights
    }
}
