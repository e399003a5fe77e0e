import Firearms

extension SerialComparison {
    /// Whether the number read becomes the recorded one by one error of reading or copying, besides confusable signs.
    func compareMisread(_ recorded: [UInt8], into reasons: inout [MatchReason]) -> Bool {
        let unreadable = SerialPattern.unreadable
        guard bytes.count >= SerialIndex.fewestPlacesForEdit, !bytes.contains(unreadable),
            !recorded.contains(unreadable)
        else { return false }
        switch recorded.count - bytes.count {
        case 0: return compareReplaced(recorded, into: &reasons)
        case 1: return compareLeftOut(recorded, into: &reasons)
        case -1: return compareAdded(recorded, into: &reasons)
        default: return false
        }
    }

    /// Whether the number read is a piece of the recorded one, neither its beginning nor its end.
    func comparePart(_ recorded: [UInt8], into reasons: inout [MatchReason]) -> Bool {
        guard bytes.count >= SerialIndex.fewestPlacesForPart, recorded.count > bytes.count,
            !bytes.contains(SerialPattern.unreadable)
        else { return false }
        for start in 1..<max(recorded.count - bytes.count, 1) {
            let piece = Array(recorded[start..<start + bytes.count])
            guard let places = Places(piece, bytes), !piece.contains(SerialPattern.unreadable) else { continue }
            reasons.append(
                MatchReason(
                    "serial.part", weight: MatchWeights.oneSideOnly,
                    arguments: [String(bytes.count), String(start + 1)]
                )
            )
            places.addReasons(to: &reasons) { $0 }
            return true
        }
        return false
    }

    private func compareReplaced(_ recorded: [UInt8], into reasons: inout [MatchReason]) -> Bool {
        let differing = bytes.indices.filter { !Self.agree(recorded[$0], bytes[$0]) }
        guard let place = differing.first else { return false }
        var corrected = bytes
        let reason: MatchReason
        if differing.count == 1 {
            corrected[place] = recorded[place]
            let isOfSeries = place >= bytes.count - MatchWeights.seriesPlaces
            reason = MatchReason(
                "serial.replaced",
                weight: MatchWeights.misreading - MatchWeights.place + (isOfSeries ? MatchWeights.sameSeries : 0),
                arguments: [Places.text(recorded[place]), Places.text(bytes[place]), String(place + 1)]
            )
        } else if differing.count == 2, differing[1] == place + 1, Self.agree(recorded[place], bytes[place + 1]),
            Self.agree(recorded[place + 1], bytes[place])
        {
            corrected.swapAt(place, place + 1)
            reason = MatchReason(
                "serial.swapped", weight: MatchWeights.likelyMisreading - MatchWeights.place,
                arguments: [Places.text(recorded[place]) + Places.text(recorded[place + 1]), String(place + 1)]
            )
        } else {
            return false
        }
        Places(recorded, corrected)?.addReasons(to: &reasons) { $0 }
        reasons.append(reason)
        return true
    }

    private func compareLeftOut(_ recorded: [UInt8], into reasons: inout [MatchReason]) -> Bool {
        guard let place = Self.extraPlace(in: recorded, beside: bytes) else { return false }
        var shorter = recorded
        let sign = shorter.remove(at: place)
        Places(shorter, bytes)?.addReasons(to: &reasons) { $0 }
        reasons.append(
            MatchReason(
                "serial.left-out", weight: Self.weight(ofExtra: place, in: recorded),
                arguments: [Places.text(sign), String(place + 1)]
            )
        )
        return true
    }

    private func compareAdded(_ recorded: [UInt8], into reasons: inout [MatchReason]) -> Bool {
        guard let place = Self.extraPlace(in: bytes, beside: recorded) else { return false }
        var shorter = bytes
        let sign = shorter.remove(at: place)
        Places(recorded, shorter)?.addReasons(to: &reasons) { $0 < place ? $0 : $0 + 1 }
        reasons.append(
            MatchReason(
                "serial.added", weight: Self.weight(ofExtra: place, in: bytes),
                arguments: [Places.text(sign), String(place + 1)]
            )
        )
        return true
    }

    /// The place without which the longer number agrees with the shorter; of several the one that leaves the fewest
    /// confused signs, and of a run the first. Nil when there is none.
    private static func extraPlace(in longer: [UInt8], beside shorter: [UInt8]) -> Int? {
        var best: (place: Int, confused: Int)?
        for place in longer.indices {
            let rest = longer[..<place] + longer[(place + 1)...]
            let pairs = zip(rest, shorter)
            guard pairs.allSatisfy({ agree($0, $1) }) else { continue }
            let confused = pairs.count { $0 != $1 }
            if confused < best?.confused ?? .max { best = (place, confused) }
        }
        return best?.place
    }

    private static func weight(ofExtra place: Int, in number: [UInt8]) -> Double {
        let isRepeated =
            (place > 0 && number[place - 1] == number[place])
            || (place + 1 < number.count && number[place + 1] == number[place])
        return isRepeated ? MatchWeights.likelyMisreading : MatchWeights.misreading
    }

    private static func agree(_ left: UInt8, _ right: UInt8) -> Bool {
        SerialPattern.confusableClass(of: left) == SerialPattern.confusableClass(of: right)
    }
}
