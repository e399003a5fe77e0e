import Identity

/// The ways from words to names.
extension PersonSearch {
    /// A rare word leads to few names: all are worth a look, whatever else they say. Of a name of one word all are.
    mutating func visitRare() {
        let run = part.run
        let isAlone = like.count == 1
        for list in like.lists {
            var left = isAlone ? limits.pairedNames : limits.singleNames
            for item in list {
                let names = run.names(item.word)
                if names.count > left {
                    guard isAlone else { continue }
                    isCutOff = true
                    visits += run.names[names.prefix(left)]
                    break
                }
                visits += run.names[names]
                left -= names.count
            }
        }
    }

    /// Names to which two words or more lead: the lists are gone through from the shortest on, with one bit for each
    /// name that has been met. Of names met three times or more all are visited first.
    mutating func visitPaired(in range: Range<Int>) {
        if like.count < 2 || range.isEmpty { return }
        let run = part.run
        let lists = like.lists.map { list in list.map { run.names($0.word, in: range) } }
        let sizes = lists.map { list in list.reduce(0) { $0 + $1.count } }
        let order = lists.indices.sorted { sizes[$0] < sizes[$1] }
        let words = (range.count + 63) / 64
        var once = [UInt64](repeating: 0, count: words)
        var second = once
        var own = order.count > 2 ? once : []
        var twice: [UInt32] = []
        var often: [UInt32] = []
        var gone = 0
        for (turn, sought) in order.enumerated() {
            gone += sizes[sought]
            if gone > limits.listEntries {
                isCutOff = true
                break
            }
            let isLast = turn == order.count - 1
            for list in lists[sought] {
                for place in list {
                    let ordinal = run.names[place]
                    let offset = Int(ordinal) &- range.lowerBound
                    let index = offset >> 6
                    let bit: UInt64 = 1 << UInt64(offset & 63)
                    // One sought word may lead to a name by two of its words: that counts once.
                    if !own.isEmpty {
                        if own[index] & bit != 0 { continue }
                        own[index] |= bit
                    }
                    if once[index] & bit == 0 {
                        if !isLast { once[index] |= bit }
                    } else if second[index] & bit == 0 {
                        second[index] |= bit
                        twice.append(ordinal)
                    } else {
                        often.append(ordinal)
                    }
                }
            }
            if !own.isEmpty, !isLast {
                for list in lists[sought] {
                    for place in list { own[(Int(run.names[place]) &- range.lowerBound) >> 6] = 0 }
                }
            }
        }
        visits += often.prefix(limits.pairedNames)
        visits += twice.prefix(max(0, limits.pairedNames - often.count))
        if often.count + twice.count > limits.pairedNames { isCutOff = true }
    }
}

extension PersonRun {
    /// Where the names with a word stand in ``names``.
    func names(_ word: UInt32) -> Range<Int> { Int(nameStarts[Int(word)])..<Int(nameStarts[Int(word) + 1]) }

    /// The same for those in a range of ordinals.
    func names(_ word: UInt32, in range: Range<Int>) -> Range<Int> {
        let all = names(word)
        if range.lowerBound == 0, range.upperBound >= count { return all }
        return first(in: all, notBefore: range.lowerBound)..<first(in: all, notBefore: range.upperBound)
    }

    private func first(in all: Range<Int>, notBefore ordinal: Int) -> Int {
        var low = all.lowerBound
        var high = all.upperBound
        while low < high {
            let middle = (low + high) / 2
            if Int(names[middle]) < ordinal { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
