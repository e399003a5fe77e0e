/// Finds models by what people write for them, within one maker or among all.
struct ModelIndex: Sendable {
    private var byMake: [String: [String: Int]] = [:]
    private var places: [String: [Int]] = [:]

    /// The model of this maker under exactly this key.
    func place(of key: String, makeCode: String) -> Int? { byMake[makeCode]?[key] }

    /// The models of every maker under exactly this key, in the order of the table.
    func places(of key: String) -> [Int] { places[key] ?? [] }

    /// Whether the maker has any model.
    func knows(makeCode: String) -> Bool { byMake[makeCode] != nil }

    /// Adds a key; returns the place that has the key within the maker already when that is another one.
    mutating func add(_ key: String, makeCode: String, place: Int) -> Int? {
        if key.isEmpty { return nil }
        if let known = byMake[makeCode, default: [:]][key] { return known == place ? nil : known }
        byMake[makeCode, default: [:]][key] = place
        places[key, default: []].append(place)
        return nil
    }

    /// Places of the maker's models that have a key beginning with this one, in the order of the table.
    func places(beginningWith key: String, makeCode: String) -> [Int] {
        guard let keys = byMake[makeCode] else { return [] }
        return Set(keys.lazy.filter { $0.key.hasPrefix(key) }.map(\.value)).sorted()
    }

    /// The one model of the maker whose key is nearest: one letter away from five letters, two from nine, the first
    /// letter and all digits the same. Nil when none is or several are equally near.
    func nearest(to key: String, makeCode: String) -> (place: Int, distance: Int)? {
        let bytes = Array(key.utf8)
        guard bytes.count >= 5, bytes.count <= 40, let keys = byMake[makeCode] else { return nil }
        let digits = bytes.filter { $0 <= UInt8(ascii: "9") }
        var best: (place: Int, distance: Int)?
        var isAmbiguous = false
        for (other, place) in keys where other.utf8.first == bytes.first && other.utf8.count >= 4 {
            let spelling = Array(other.utf8)
            let bound = min(spelling.count, bytes.count) >= 9 ? 2 : 1
            guard let distance = SpellingDistance.between(bytes, spelling, bound: bound),
                digits == spelling.filter({ $0 <= UInt8(ascii: "9") })
            else { continue }
            if let known = best, known.distance <= distance {
                if known.distance == distance && known.place != place { isAmbiguous = true }
            } else {
                best = (place, distance)
                isAmbiguous = false
            }
        }
        return isAmbiguous ? nil : best
    }
}
